internal import Domain

/// From triples to entries of the catalogue.
struct GraphReader {
  let said: Statements
  let source: String?
  let fallbackSource: String
  let today: CalendarDate
  private(set) var kinds: [Graph.Node: Set<Kind>] = [:]
  /// Nodes of which something is said and whose kind is known, in the document's order.
  private(set) var described: [Graph.Node] = []
  /// The services of an event that are named on the service's side, in order.
  private(set) var grouped: [Graph.Node: [Graph.Node]] = [:]
  /// Who provides a service, where the provider says so and not the service.
  private(set) var providers: [Graph.Node: [Graph.Node]] = [:]
  /// Types that some evidence conforms to.
  private(set) var typesWithEvidence: Set<Graph.Node> = []
  var warnings: [ImportWarning] = []
  /// So that each is said once.
  private var warned: Set<ImportWarning> = []

  init(_ graph: Graph, source: String, hasNamedSource: Bool, today: CalendarDate) {
    said = Statements(graph)
    self.source = hasNamedSource ? source : nil
    fallbackSource = source
    self.today = today
  }

  mutating func read() -> CatalogueReading {
    findKinds()
    var reading = CatalogueReading()
    var facts = Facts(said)
    var subjects: Set<String> = []
    for node in described {
      let kinds = self.kinds[node] ?? []
      count(kinds, node, in: &reading.counts)
      // Nodes without an address that say the same are one entry.
      if let entry = entry(node, kinds, &facts), subjects.insert(entry.subject).inserted {
        reading.entries.append(entry)
      }
    }
    if described.isEmpty {
      warn(
        fallbackSource, "в файле нет ни услуг, ни событий, ни документов CPSV-AP",
        "the file has no service, event or document of CPSV-AP")
    }
    warnOfUnread()
    reading.warnings = warnings
    return reading
  }

  mutating func warn(_ node: Graph.Node, _ ru: String, _ en: String) {
    warn(name(of: node), ru, en)
  }

  mutating func warn(_ subject: String, _ ru: String, _ en: String) {
    let warning = ImportWarning(subject: subject, problem: LocalizedText(ru: ru, en: en))
    if warned.insert(warning).inserted { warnings.append(warning) }
  }

  func name(of node: Graph.Node) -> String {
    switch said.graph.term(node) {
    case .iri(let iri): iri
    case .blank(let name): "_:" + name.filter { $0 != " " }
    case .literal(let literal): literal.text
    }
  }

  // MARK: Kinds

  mutating func findKinds() {
    let subjects = said.subjects
    var inferred: [Graph.Node: Kind] = [:]
    var kindsOfTypes: [Graph.Node: Kind?] = [:]
    for subject in subjects {
      for statement in said.about(subject) {
        if statement.property == .type {
          let type = statement.object
          let kind = kindsOfTypes[type] ?? Kind(iri: said.graph.term(type).iri ?? "")
          kindsOfTypes[type] = .some(kind)
          if let kind { kinds[subject, default: []].insert(kind) }
        } else if let kind = Kind(objectOf: statement.property) {
          if inferred[statement.object] == nil { inferred[statement.object] = kind }
        }
        if statement.property == .event {
          grouped[statement.object, default: []].append(subject)
        }
        if statement.property == .provides {
          providers[statement.object, default: []].append(subject)
          if inferred[subject] == nil { inferred[subject] = .organisation }
        }
        if statement.property == .conformsTo { typesWithEvidence.insert(statement.object) }
      }
    }
    for (node, kind) in inferred where kinds[node] == nil && said.isDescribed(node) {
      kinds[node] = [kind]
    }
    described = subjects.filter { kinds[$0] != nil }
  }

  func isA(_ node: Graph.Node, _ kind: Kind) -> Bool { kinds[node]?.contains(kind) ?? false }

  func isEvent(_ kinds: Set<Kind>) -> Bool {
    !kinds.isDisjoint(with: [.event, .lifeEvent, .businessEvent])
  }

  /// A type of evidence is a document of its own where no evidence is of it.
  func isDocument(_ node: Graph.Node, _ kinds: Set<Kind>) -> Bool {
    kinds.contains(.evidence) || kinds.contains(.evidenceType) && !typesWithEvidence.contains(node)
  }

  private func count(
    _ kinds: Set<Kind>, _ node: Graph.Node, in counts: inout CatalogueReading.Counts
  ) {
    if kinds.contains(.service) { counts.services += 1 }
    if isEvent(kinds) { counts.situations += 1 }
    if kinds.contains(.organisation) { counts.organisations += 1 }
    if kinds.contains(.channel) { counts.channels += 1 }
    if isDocument(node, kinds) { counts.documents += 1 }
    if kinds.contains(.output) { counts.outputs += 1 }
    if kinds.contains(.cost) { counts.costs += 1 }
  }

  private mutating func entry(
    _ node: Graph.Node, _ kinds: Set<Kind>, _ facts: inout Facts
  ) -> ImportedEntry? {
    let content: ImportedEntry.Content
    if kinds.contains(.service) {
      content = .service(service(node))
    } else if isEvent(kinds) {
      content = .situation(situation(node, kinds))
    } else if isDocument(node, kinds) {
      content = .document(document(node))
    } else {
      return nil
    }
    return ImportedEntry(
      subject: subject(of: node), source: sourceName(node), content: content,
      facts: self.facts(of: node, &facts))
  }

  /// What is said of an entry, by property. An event's services may say themselves that they are of it.
  mutating func facts(of node: Graph.Node, _ facts: inout Facts) -> [String: String] {
    var said = facts.facts(of: node)
    if isEvent(kinds[node] ?? []), let services = grouped[node] {
      let subjects = Set(services.filter { isA($0, .service) }.map(subject(of:)))
      said["services"] = Self.hash(subjects.sorted().joined(separator: "\n"))
    }
    return said
  }

  /// Statements of the entries that nothing here reads, told once for each property.
  private mutating func warnOfUnread() {
    var counts: [Graph.Node: Int] = [:]
    for node in described {
      for statement in said.about(node) where statement.property == .other {
        counts[statement.predicate, default: 0] += 1
      }
    }
    for (predicate, count) in counts.sorted(by: { $0.key < $1.key }) {
      warn(
        predicate, "свойство не читается, утверждений с ним: \(count)",
        "a property that is not read, in \(count) statements")
    }
  }
}
