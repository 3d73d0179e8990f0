package import Domain

/// What another catalogue says, in the vocabulary of this one.
package struct CatalogueReading: Hashable, Sendable {
  /// How many subjects there are of each kind.
  package struct Counts: Hashable, Sendable {
    package var services = 0
    package var situations = 0
    package var organisations = 0
    package var channels = 0
    package var documents = 0
    package var outputs = 0
    package var costs = 0

    package init(
      services: Int = 0, situations: Int = 0, organisations: Int = 0, channels: Int = 0,
      documents: Int = 0, outputs: Int = 0, costs: Int = 0
    ) {
      self.services = services
      self.situations = situations
      self.organisations = organisations
      self.channels = channels
      self.documents = documents
      self.outputs = outputs
      self.costs = costs
    }
  }

  package var counts = Counts()
  package var entries: [ImportedEntry] = []
  package var warnings: [ImportWarning] = []
  /// Facts, figures and rules, which only the project's own form has.
  package var book = AdviceBook(facts: [], parameters: [], rules: [])
  /// Offers and years of the production calendar, which only that form has too; `nil` where the file says
  /// nothing of them.
  package var offers: [Offer]?
  package var years: [CalendarYear]?

  package init() {}
}

/// Something in the file that was left out, guessed or is not as it should be.
package struct ImportWarning: Hashable, Sendable {
  /// The IRI, or what stands in its place.
  package var subject: String
  package var problem: LocalizedText

  package init(subject: String, problem: LocalizedText) {
    self.subject = subject
    self.problem = problem
  }
}

extension CatalogueBytes {
  /// Reads a file of RDF.
  ///
  /// - Parameters:
  ///   - source: the name under which its entries will stand; `nil` for the one that it gives itself,
  ///     by the addresses of its services.
  ///   - today: the day on which the entries were seen.
  package func reading(
    source: String? = nil, today: CalendarDate
  ) throws(ReadingError) -> CatalogueReading {
    var reader = GraphReader(
      try graph(), source: source ?? fileName, hasNamedSource: source != nil, today: today)
    return reader.read()
  }

  /// The name of the file without its folder and its ending.
  package var fileName: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// The bytes, for a reader of another form.
  package var content: [UInt8] { bytes }
}
