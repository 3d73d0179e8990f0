package import Domain

/// What a file of the catalogue holds; each has its folder.
package enum CatalogueGroup: String, CaseIterable, Sendable {
  case documents = "Documents"
  case services = "Services"
  case situations = "Situations"
  case facts = "Facts"
  case parameters = "Parameters"
  case rules = "Rules"
  case calendar = "Calendar"
  case offers = "Offers"

  /// The folder's name under the catalogue's root.
  package var folder: String { rawValue }

  /// Whether a catalogue may do without it: then it lists services and advises on none, or counts
  /// working days by the program's own calendar.
  package var isOptional: Bool {
    switch self {
    case .documents, .services, .situations: false
    case .facts, .parameters, .rules, .calendar, .offers: true
    }
  }
}

/// One file of a catalogue, as it was read.
package struct CatalogueFile: Hashable, Sendable {
  package var group: CatalogueGroup
  /// The name within the folder: `birth-of-child.json5`.
  package var name: String
  package var bytes: [UInt8]

  package init(group: CatalogueGroup, name: String, bytes: [UInt8]) {
    self.group = group
    self.name = name
    self.bytes = bytes
  }

  /// The path under the catalogue's root: `Situations/birth-of-child.json5`.
  package var path: String { group.folder + "/" + name }
}

/// A place that a catalogue is read from.
package protocol CatalogueSource: Sendable {
  /// All files, the folders in `CatalogueGroup`'s order and each by name.
  func files() throws(CatalogueError) -> [CatalogueFile]

  /// Where the files lie, for messages: a folder's path.
  var root: String { get }

  /// Whether the days of review were looked at when the program was made. Then the clock of the
  /// machine on which it runs, which may be wrong, says nothing about them.
  var isReleased: Bool { get }

  /// Situations that a catalogue from this place must have.
  var requiredSituations: [LifeSituation.ID] { get }

  /// How many services of a catalogue from this place must have a rule.
  var requiredRules: Int { get }
}

extension CatalogueSource {
  package var requiredRules: Int { 0 }
}
