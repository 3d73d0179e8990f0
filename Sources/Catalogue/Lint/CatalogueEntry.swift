internal import Domain
internal import JSON5

/// An entry with its place in a file.
struct CatalogueEntry<Value: Sendable>: Sendable {
  let value: Value
  let text: JSON5Document
  let path: [JSON5Key]

  /// A finding at the steps inside the entry.
  func finding(_ problem: CatalogueProblem, at steps: [JSON5Key] = []) -> CatalogueFinding {
    CatalogueFinding(file: text.name, line: text.line(of: path + steps), problem: problem)
  }

  /// `Services/family.json5:12`.
  var place: String { "\(text.name):\(text.line(of: path + [.key("id")]))" }
}

/// All that a catalogue's files say, with places.
struct CatalogueText: Sendable {
  private(set) var documents: [CatalogueEntry<Document>] = []
  private(set) var services: [CatalogueEntry<Service>] = []
  private(set) var situations: [CatalogueEntry<LifeSituation>] = []
  private(set) var facts: [CatalogueEntry<Fact>] = []
  private(set) var parameters: [CatalogueEntry<Parameter>] = []
  private(set) var rules: [CatalogueEntry<ServiceRule>] = []
  private(set) var years: [CatalogueEntry<CalendarYear>] = []
  private(set) var offers: [CatalogueEntry<Offer>] = []
  /// The files that are JSON5, whether or not they hold entries.
  private(set) var texts: [(group: CatalogueGroup, text: JSON5Document)] = []
  /// What is wrong with the files that could not be read.
  private(set) var findings: [CatalogueFinding] = []

  /// Whether every file was read, so that what is not here does not exist.
  var isWhole: Bool { findings.isEmpty }

  init(_ source: some CatalogueSource) {
    do throws(CatalogueError) {
      for file in try source.files() { read(file, from: source.root) }
    } catch {
      findings.append(Self.finding(error))
    }
  }

  private mutating func read(_ file: CatalogueFile, from root: String) {
    let text: JSON5Document
    do throws(JSON5Error) {
      text = try JSON5Document(name: root + "/" + file.path, bytes: file.bytes)
    } catch {
      findings.append(
        CatalogueFinding(
          file: error.file, line: error.line, problem: .syntax(reason: error.problem)))
      return
    }
    texts.append((file.group, text))
    do throws(JSON5Error) {
      try decode(text, of: file.group)
    } catch {
      findings.append(
        CatalogueFinding(
          file: error.file, line: error.line,
          problem: .wrongShape(reason: Self.sentence(error))))
    }
  }

  private mutating func decode(
    _ text: JSON5Document, of group: CatalogueGroup
  ) throws(JSON5Error) {
    switch group {
    case .documents: documents += Self.entries(try text.decode([Document].self), text)
    case .services: services += Self.entries(try text.decode([Service].self), text)
    case .situations:
      let situation = try text.decode(LifeSituation.self)
      situations.append(CatalogueEntry(value: situation, text: text, path: []))
    case .facts: facts += Self.entries(try text.decode([Fact].self), text)
    case .parameters: parameters += Self.entries(try text.decode([Parameter].self), text)
    case .rules: rules += Self.entries(try text.decode([ServiceRule].self), text)
    case .calendar:
      let year = try text.decode(CalendarYear.self)
      years.append(CatalogueEntry(value: year, text: text, path: []))
    case .offers: offers += Self.entries(try text.decode([Offer].self), text)
    }
  }

  private static func entries<Value>(
    _ values: [Value], _ text: JSON5Document
  ) -> [CatalogueEntry<Value>] {
    values.enumerated().map { CatalogueEntry(value: $1, text: text, path: [.index($0)]) }
  }

  private static func finding(_ error: CatalogueError) -> CatalogueFinding {
    switch error {
    case .unreadable(let path, let reason):
      CatalogueFinding(file: path, line: 0, problem: .unreadable(reason: reason))
    case .malformed(let mistake):
      CatalogueFinding(
        file: mistake.file, line: mistake.line, problem: .syntax(reason: mistake.problem))
    }
  }

  private static func sentence(_ mistake: JSON5Error) -> String {
    mistake.path.isEmpty ? mistake.problem : "\(mistake.path.written): \(mistake.problem)"
  }
}
