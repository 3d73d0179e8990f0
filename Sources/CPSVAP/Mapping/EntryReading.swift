internal import Domain

// Events, evidence and what they have in common with services.

extension GraphReader {
  /// The title, which every entry must have.
  mutating func title(_ node: Graph.Node) -> LocalizedText {
    let titles = said.literals(node, .title)
    warnOfRivals(node, titles)
    if let title = Words.localized(titles) { return title }
    warn(node, "нет названия", "it has no title")
    let literals = said.literals(node, .identifier) + said.literals(node, .description)
    return Words.localized(literals) ?? LocalizedText(ru: Words.line(name(of: node)))
  }

  /// Two titles in one language: two descriptions of the subject that do not agree.
  private mutating func warnOfRivals(_ node: Graph.Node, _ titles: [Literal]) {
    for (language, texts) in Words.rivals(titles) {
      let list = texts.joined(separator: " | ")
      let tag = language.isEmpty ? "" : " (\(language))"
      warn(
        node, "несколько названий на одном языке\(tag): \(list)",
        "it has several titles in one language\(tag): \(list)")
    }
  }

  mutating func checkIdentifier(_ node: Graph.Node) {
    let identifiers = said.objects(node, .identifier)
    if identifiers.isEmpty {
      warn(node, "нет обозначения (dct:identifier)", "it has no identifier (dct:identifier)")
    } else if identifiers.count > 1 {
      let names = Set(identifiers.map(name(of:))).sorted()
      guard names.count > 1 else { return }
      let list = names.joined(separator: ", ")
      warn(node, "несколько обозначений: \(list)", "it has several identifiers: \(list)")
    }
  }

  /// What a node is called: a title, a literal itself, or nothing where only its IRI is known.
  func label(_ node: Graph.Node) -> LocalizedText? {
    if case .literal(let literal) = said.graph.term(node) { return Words.localized([literal]) }
    return Words.localized(said.literals(node, .title))
      ?? Words.localized(said.literals(node, .description))
  }

  /// Objects that are described, or whose IRI at least says something; tells of the others.
  mutating func known(_ node: Graph.Node, _ property: Property) -> [Graph.Node] {
    let objects = said.objects(node, property)
    for object in objects
    where said.graph.term(object).literal == nil && !said.isDescribed(object) {
      warn(
        node, "ссылается на \(name(of: object)), о котором в файле ничего нет",
        "it refers to \(name(of: object)), of which the file says nothing")
    }
    return objects
  }

  /// The subject, with the source's name where its address does not say it.
  func provenance(_ node: Graph.Node) -> Provenance {
    let (subject, name) = (Words.line(subject(of: node)), sourceName(node))
    return Provenance(
      source: Words.holds(subject, name) ? subject : "\(name), \(subject)", reviewed: today)
  }

  // MARK: Events

  mutating func situation(_ node: Graph.Node, _ kinds: Kinds) -> LifeSituation {
    checkIdentifier(node)
    let titles = said.literals(node, .title)
    let title = title(node)
    let services = services(of: node)
    let all = Set(services)
    let after = services.reduce(into: [Graph.Node: [Graph.Node]]()) { after, service in
      after[service] = said.objects(service, .requires).filter(all.contains)
    }
    return LifeSituation(
      id: LifeSituation.ID(rawValue: id(of: node)), title: title,
      audience: audience(node, kinds), inWords: title,
      synonyms: Words.others(titles + said.literals(node, .keyword), than: title),
      care: Words.localized(said.literals(node, .description)) ?? title, event: nil, questions: [],
      deadlines: [],
      services: services.map { service in
        let first = (after[service] ?? []).map { Service.ID(rawValue: id(of: $0)) }
        return LifeSituation.Link(
          id: Service.ID(rawValue: id(of: service)), after: first.isEmpty ? nil : first)
      },
      provenance: provenance(node))
  }

  /// From both sides, each once.
  private mutating func services(of event: Graph.Node) -> [Graph.Node] {
    var seen: Set<Graph.Node> = []
    let named =
      known(event, .relatedService) + said.objects(event, .relation) + said.objects(event, .event)
    return (named + (grouped[event] ?? [])).filter {
      isA($0, .service) && seen.insert($0).inserted
    }
  }

  private func audience(_ node: Graph.Node, _ kinds: Kinds) -> Audience {
    let own = said.objects(node, .category).lazy.compactMap { category in
      said.graph.term(category).iri.flatMap { OwnIRI.word("audience", $0) }
        .flatMap(Audience.init(rawValue:))
    }.first
    return own
      ?? (kinds.contains(.businessEvent) && !kinds.contains(.lifeEvent) ? .business : .person)
  }

  // MARK: Documents

  mutating func document(_ node: Graph.Node) -> Document {
    let title: LocalizedText
    if isA(node, .evidence) {
      checkIdentifier(node)
      title = self.title(node)
    } else {
      // CPSV-AP 3.2 knows no title of a type of evidence.
      title =
        label(node) ?? Words.localized(said.literals(node, .identifier))
        ?? LocalizedText(ru: Words.line(name(of: node)))
    }
    return Document(id: Document.ID(rawValue: id(of: node)), title: title, origin: origin(node))
  }

  func origin(_ node: Graph.Node) -> Document.Origin {
    ownOrigin(node) ?? .bring
  }

  func ownOrigin(_ node: Graph.Node) -> Document.Origin? {
    said.objects(node, .category).lazy.compactMap { category in
      said.graph.term(category).iri.flatMap { OwnIRI.word("origin", $0) }
        .flatMap(Document.Origin.init(rawValue:))
    }.first
  }
}
