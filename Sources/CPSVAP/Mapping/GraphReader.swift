internal import Dispatch
internal import Domain
internal import Synchronization

/// From triples to entries of the catalogue.
struct GraphReader {
  let said: Statements
  let source: String?
  let fallbackSource: String
  let today: CalendarDate
  /// What each node is by its own words, by node.
  private(set) var types: [Kinds]
  /// With what it is by the words of others, where its own say nothing.
  private(set) var kinds: [Kinds]
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
    types = [Kinds](repeating: [], count: graph.terms.count)
    kinds = types
    self.source = hasNamedSource ? source : nil
    fallbackSource = source
    self.today = today
  }

  mutating func read() -> CatalogueReading {
    findKinds()
    var reading = CatalogueReading()
    for node in described { count(kinds[Int(node)], node, in: &reading.counts) }
    var subjects: Set<String> = []
    for part in parts() {
      // Nodes without an address that say the same are one entry.
      reading.entries += part.entries.filter { subjects.insert($0.subject).inserted }
      for warning in part.warnings { warn(warning) }
    }
    if described.isEmpty {
      warn(
        ImportWarning(
          subject: fallbackSource,
          problem: LocalizedText(
            ru: "в файле нет ни услуг, ни событий, ни документов CPSV-AP",
            en: "the file has no service, event or document of CPSV-AP")))
    }
    warnOfUnread()
    reading.warnings = warnings
    return reading
  }

  // MARK: Parts

  /// The entries of some of the nodes, and what is wrong with them.
  private struct Part {
    var entries: [ImportedEntry] = []
    var warnings: [ImportWarning] = []
  }

  /// How many nodes one core takes at a time.
  private static let nodesOfPart = 2048

  /// In the document's order. Nothing that one core writes is read by another.
  private func parts() -> [Part] {
    let starts = Array(stride(from: 0, to: described.count, by: Self.nodesOfPart))
    let parts = Mutex([Part](repeating: Part(), count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { number in
      let part = part(described[starts[number]...].prefix(Self.nodesOfPart))
      parts.withLock { $0[number] = part }
    }
    return parts.withLock { $0 }
  }

  private func part(_ nodes: ArraySlice<Graph.Node>) -> Part {
    var reader = self
    var facts = Facts(said, types: types)
    let entries = nodes.compactMap { reader.entry($0, kinds[Int($0)], &facts) }
    return Part(entries: entries, warnings: reader.warnings)
  }

  // MARK: Warnings

  mutating func warn(_ node: Graph.Node, _ ru: String, _ en: String) {
    warn(ImportWarning(subject: name(of: node), problem: LocalizedText(ru: ru, en: en)))
  }

  private mutating func warn(_ warning: ImportWarning) {
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
    var inferred = types
    func infer(_ node: Graph.Node, _ kind: Kinds) {
      if inferred[Int(node)].isEmpty { inferred[Int(node)] = kind }
    }
    var kindsOfTypes: [Graph.Node: Kinds] = [:]
    for subject in subjects {
      for statement in said.about(subject) {
        let object = statement.object
        switch statement.property {
        case .type:
          let kind = kindsOfTypes[object] ?? Kinds(iri: said.graph.term(object).iri ?? "")
          kindsOfTypes[object] = kind
          types[Int(subject)].formUnion(kind)
        case .event: grouped[object, default: []].append(subject)
        case .provides:
          providers[object, default: []].append(subject)
          infer(subject, .organisation)
        case .conformsTo: typesWithEvidence.insert(object)
        default: break
        }
        infer(object, Kinds(objectOf: statement.property))
      }
    }
    kinds = types
    for node in subjects where types[Int(node)].isEmpty { kinds[Int(node)] = inferred[Int(node)] }
    described = subjects.filter { !kinds[Int($0)].isEmpty }
  }

  func isA(_ node: Graph.Node, _ kind: Kinds) -> Bool { kinds[Int(node)].contains(kind) }

  func isEvent(_ kinds: Kinds) -> Bool { !kinds.isDisjoint(with: .events) }

  /// A type of evidence is a document of its own where no evidence is of it.
  func isDocument(_ node: Graph.Node, _ kinds: Kinds) -> Bool {
    kinds.contains(.evidence) || kinds.contains(.evidenceType) && !typesWithEvidence.contains(node)
  }

  private func count(
    _ kinds: Kinds, _ node: Graph.Node, in counts: inout CatalogueReading.Counts
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
    _ node: Graph.Node, _ kinds: Kinds, _ facts: inout Facts
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
  mutating func facts(of node: Graph.Node, _ facts: inout Facts) -> [String: UInt64] {
    var said = facts.facts(of: node)
    if isEvent(kinds[Int(node)]), let services = grouped[node] {
      let subjects = Set(services.filter { isA($0, .service) }.map(subject(of:)))
      said["services"] = Fingerprint(subjects.sorted().joined(separator: "\n")).value
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
