internal import Domain

/// The catalogue in the words of CPSV-AP 3.2. What the standard has no word for (questions, deadlines,
/// the order of services but for what one needs of another) is left out.
struct CatalogueGraph {
  private(set) var graph = Graph()
  private let requires: [Service.ID: [Service.ID]]
  private let events: [Service.ID: [LifeSituation.ID]]
  let titles: [Document.ID: LocalizedText]

  static func graph(of content: CatalogueContent) -> Graph {
    var writer = CatalogueGraph(content)
    for situation in content.situations { writer.add(situation) }
    for service in content.services { writer.add(service) }
    for document in content.documents { writer.add(document) }
    return writer.graph
  }

  private init(_ content: CatalogueContent) {
    var requires: [Service.ID: [Service.ID]] = [:]
    var events: [Service.ID: [LifeSituation.ID]] = [:]
    for situation in content.situations {
      for link in situation.services {
        events[link.id, default: []].append(situation.id)
        for first in link.after ?? [] where !(requires[link.id] ?? []).contains(first) {
          requires[link.id, default: []].append(first)
        }
      }
    }
    self.requires = requires
    self.events = events
    titles = Dictionary(
      content.documents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Entries

  private mutating func add(_ situation: LifeSituation) {
    let node = OwnIRI.situation(situation.id.rawValue)
    // Shapes ask for the class itself where a property leads to an event.
    type(node, Namespace.cv + "Event")
    type(node, Namespace.cv + (situation.audience == .business ? "BusinessEvent" : "LifeEvent"))
    identify(node, situation.id.rawValue)
    say(node, Namespace.dct + "title", situation.title)
    say(node, Namespace.dct + "description", situation.care)
    let words = [situation.inWords.ru, situation.inWords.en].compactMap(\.self)
    keywords(node, words + situation.synonyms, than: situation.title)
    concept(node, Namespace.dct + "type", OwnIRI.root + "audience:" + situation.audience.rawValue)
    for link in situation.services {
      lead(node, Namespace.cv + "hasRelatedService", OwnIRI.service(link.id.rawValue))
    }
  }

  private mutating func add(_ service: Service) {
    let id = service.id.rawValue
    let node = OwnIRI.service(id)
    type(node, Namespace.cpsv + "PublicService")
    identify(node, id)
    say(node, Namespace.dct + "title", service.title)
    // The standard wants a description; what comes of the service is the least that can be said.
    say(node, Namespace.dct + "description", service.note ?? service.result)
    let names = [service.short?.ru, service.short?.en].compactMap(\.self)
    keywords(node, names + service.colloquial, than: service.title)
    lead(node, Namespace.cv + "hasCompetentAuthority", body(service.body))
    if service.level == .federal { lead(node, Namespace.dct + "spatial", country()) }
    for audience in service.audience {
      concept(node, Namespace.dct + "audience", OwnIRI.root + "audience:" + audience.rawValue)
    }
    for event in events[service.id] ?? [] {
      lead(node, Namespace.cv + "isGroupedBy", OwnIRI.situation(event.rawValue))
    }
    for first in requires[service.id] ?? [] {
      lead(node, Namespace.dct + "requires", OwnIRI.service(first.rawValue))
    }
    for channel in service.channels {
      lead(node, Namespace.cv + "hasChannel", self.channel(channel))
    }
    lead(node, Namespace.cpsv + "produces", output(service))
    if let fee = service.fee { lead(node, Namespace.cv + "hasCost", cost(fee, id)) }
    if let term = service.term { add(term, id) }
    for requirement in service.documents { add(requirement, id) }
    for basis in service.legalBasis {
      lead(node, Namespace.cv + "hasLegalResource", legalResource(basis))
    }
  }

  private mutating func add(_ document: Document) {
    let node = OwnIRI.document(document.id.rawValue)
    type(node, Namespace.cv + "Evidence")
    identify(node, document.id.rawValue)
    say(node, Namespace.dct + "title", document.title)
    concept(node, Namespace.dct + "type", OwnIRI.root + "origin:" + document.origin.rawValue)
  }

  // MARK: Statements

  mutating func type(_ node: String, _ type: String) {
    lead(node, Namespace.rdf + "type", type)
  }

  mutating func identify(_ node: String, _ identifier: String) {
    value(node, Namespace.dct + "identifier", Literal(text: identifier))
  }

  mutating func concept(_ node: String, _ property: String, _ concept: String) {
    type(concept, Namespace.skos + "Concept")
    lead(node, property, concept)
  }

  mutating func lead(_ node: String, _ property: String, _ object: String) {
    graph.add(node, property, .iri(object))
  }

  mutating func say(_ node: String, _ property: String, _ text: LocalizedText) {
    value(node, property, Literal(text: text.ru, language: "ru"))
    if let english = text.en { value(node, property, Literal(text: english, language: "en")) }
  }

  /// Names that people use, but for what the title says already. They are not tagged in the catalogue:
  /// the letters tell.
  mutating func keywords(_ node: String, _ texts: [String], than title: LocalizedText) {
    var said: Set<String> = [title.ru, title.en ?? title.ru]
    for text in texts where said.insert(text).inserted {
      let isRussian = text.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      value(
        node, Namespace.dcat + "keyword", Literal(text: text, language: isRussian ? "ru" : "en"))
    }
  }

  mutating func value(_ node: String, _ property: String, _ literal: Literal) {
    graph.add(node, property, .literal(literal))
  }
}
