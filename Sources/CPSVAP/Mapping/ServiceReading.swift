internal import Domain

extension GraphReader {
  mutating func service(_ node: Graph.Node) -> Service {
    checkIdentifier(node)
    _ = known(node, .event)
    let titles = said.literals(node, .title)
    let title = title(node)
    let costs = said.objects(node, .cost).map { Cost(said, $0) }
    let fee = fee(costs)
    let time = term(node)
    return Service(
      id: Service.ID(rawValue: id(of: node)), title: title,
      colloquial: Words.others(titles + said.literals(node, .keyword), than: title),
      body: body(node), level: level(node), audience: audience(node), channels: channels(node),
      fee: fee, term: time.term, result: result(node, title), documents: requirements(node),
      note: note(node, fee == nil ? costs : [], time.note),
      legalBasis: legalBasis(node), provenance: provenance(node))
  }

  // MARK: Who, where, for whom

  /// The competent authority; in 2.x catalogues it may be the provider only.
  private mutating func body(_ node: Graph.Node) -> LocalizedText {
    let bodies = known(node, .authority) + known(node, .provider) + (providers[node] ?? [])
    if bodies.isEmpty {
      warn(node, "не сказано, какой орган отвечает", "it has no competent authority")
    }
    let names = bodies.compactMap { label($0) }
    return names.first ?? LocalizedText(ru: sourceName(node))
  }

  private func level(_ node: Graph.Node) -> Service.Level {
    let places = said.objects(node, .place).compactMap { said.graph.term($0).iri }
    return places.contains { Words.holds($0, "/authority/country/") } ? .federal : .regional
  }

  private func audience(_ node: Graph.Node) -> [Audience] {
    let own = said.objects(node, .audience).compactMap { audience in
      said.graph.term(audience).iri.flatMap { OwnIRI.word("audience", $0) }
        .flatMap(Audience.init(rawValue:))
    }
    if !own.isEmpty { return own }
    let events = said.objects(node, .event)
    let isForBusiness = events.contains { isA($0, .businessEvent) }
    let isForPeople = !isForBusiness || events.contains { isA($0, .lifeEvent) }
    return (isForPeople ? [.person] : []) + (isForBusiness ? [.business] : [])
  }

  /// By our own words; of others, what the type's IRI gives away.
  private mutating func channels(_ node: Graph.Node) -> [Service.Channel] {
    var channels: [Service.Channel] = []
    for channel in known(node, .channel) {
      let types = said.objects(channel, .category) + [channel]
      let own = types.compactMap { type in
        said.graph.term(type).iri.flatMap { OwnIRI.word("channel", $0) }
          .flatMap(Service.Channel.init(rawValue:))
      }.first
      let words = types.map { name(of: $0).lowercased() }
      let isOnline = words.contains { word in Self.onlineWords.contains { Words.holds(word, $0) } }
      let found = own ?? (isOnline ? .portal : .body)
      if !channels.contains(found) { channels.append(found) }
    }
    return channels.isEmpty ? [.body] : channels
  }

  private static let onlineWords = [
    "web", "online", "application", "internet", "e-mail", "email", "homepage", "eservice",
    "e-service", "portal",
  ]

  // MARK: What it takes and gives

  private mutating func result(_ node: Graph.Node, _ title: LocalizedText) -> LocalizedText {
    known(node, .output).compactMap { label($0) }.first ?? title
  }

  /// Evidence asked for directly, through a requirement, or by its type.
  private mutating func requirements(_ node: Graph.Node) -> [Service.Requirement] {
    var requirements: [Service.Requirement] = []
    var places: [Document.ID: Int] = [:]
    func place(of document: Graph.Node) -> Int {
      let id = Document.ID(rawValue: id(of: document))
      if let known = places[id] { return known }
      places[id] = requirements.count
      requirements.append(Service.Requirement(id: id))
      return requirements.count - 1
    }
    for evidence in known(node, .input) where isA(evidence, .evidence) { _ = place(of: evidence) }
    for requirement in known(node, .requirement) {
      for evidence in said.objects(requirement, .evidence) where isA(evidence, .evidence) {
        let index = place(of: evidence)
        requirements[index].origin = ownOrigin(requirement)
        if said.graph.term(requirement).iri?.hasPrefix(OwnIRI.root) != true || hasNote(requirement)
        {
          requirements[index].note = label(requirement)
        }
      }
    }
    for type in known(node, .inputType)
    where isA(type, .evidenceType) && !typesWithEvidence.contains(type) { _ = place(of: type) }
    return requirements
  }

  /// A requirement of ours that only says where the document comes from has no words of its own.
  private func hasNote(_ requirement: Graph.Node) -> Bool {
    !said.literals(requirement, .description).isEmpty
  }

  private mutating func legalBasis(_ node: Graph.Node) -> [LegalBasis] {
    let rules = said.objects(node, .rule).flatMap { said.objects($0, .legalResource) }
    var seen: Set<Graph.Node> = []
    return (known(node, .legalResource) + rules).filter { seen.insert($0).inserted }.map {
      let title = Words.localized(said.literals($0, .title))
      let description = Words.localized(said.literals($0, .description))
      return LegalBasis(
        act: title?.ru ?? label($0)?.ru ?? Words.line(name(of: $0)),
        article: title == nil ? nil : description?.ru)
    }
  }
}
