// The names that CPSV-AP 3.2 gives (../shared/cpsv-ap), and those of the 2.x catalogues that are still
// published: https://semiceu.github.io/CPSV-AP/releases/2.2.1/ and before.

/// The namespaces of the vocabularies.
enum Namespace {
  static let cpsv = "http://purl.org/vocab/cpsv#"
  static let cv = "http://data.europa.eu/m8g/"
  static let dct = "http://purl.org/dc/terms/"
  static let dcat = "http://www.w3.org/ns/dcat#"
  static let eli = "http://data.europa.eu/eli/ontology#"
  static let foaf = "http://xmlns.com/foaf/0.1/"
  static let org = "http://www.w3.org/ns/org#"
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let schema = "http://schema.org/"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let adms = "http://www.w3.org/ns/adms#"
  static let time = "http://www.w3.org/2006/time#"
  static let xsd = "http://www.w3.org/2001/XMLSchema#"
  static let dc = "http://purl.org/dc/elements/1.1/"

  static let prefixes: [(name: String, iri: String)] = [
    ("cpsv", cpsv), ("cv", cv), ("dct", dct), ("dcat", dcat), ("eli", eli), ("rdf", rdf),
    ("skos", skos), ("xsd", xsd), ("foaf", foaf), ("org", org), ("rdfs", rdfs), ("schema", schema),
    ("adms", adms), ("time", time), ("dc", dc),
  ]

  /// `dct:title` for the IRI of a known namespace; schema.org and others are written with http and
  /// with https.
  static func short(_ iri: String) -> String? {
    let http = iri.hasPrefix("https:") ? "http:" + iri.dropFirst("https:".count) : iri
    guard let (name, space) = prefixes.first(where: { http.hasPrefix($0.iri) }) else { return nil }
    return name + ":" + http.dropFirst(space.count)
  }
}

/// A property, whatever it is called.
enum Property: String, CaseIterable, Sendable {
  case type, title, description, identifier, keyword, authority, provider, provides, channel
  case contact, input
  case inputType = "input_type"
  case requirement, evidence
  case conformsTo = "conforms_to"
  case output, cost, value, currency, rule
  case legalResource = "legal_resource"
  case event
  case relatedService = "related_service"
  case relation, requires, language, sector, theme, category, audience, place
  case partOf = "part_of"
  case processingTime = "processing_time"
  case status
  case openingHours = "opening_hours"
  case telephone, email, page
  /// Read by nobody here.
  case other

  init(iri: String) {
    self = Namespace.short(iri).flatMap { Self.byName[$0] } ?? .other
  }

  private static let byName: [String: Property] = Dictionary(
    names.flatMap { property, names in names.map { ($0, property) } },
    uniquingKeysWith: { first, _ in first })

  private static let names: [(Property, [String])] = [
    (.type, ["rdf:type"]),
    (
      .title,
      [
        "dct:title", "skos:prefLabel", "foaf:name", "schema:name", "rdfs:label", "dc:title",
        "cv:name",
      ]
    ),
    (.description, ["dct:description", "schema:description", "dc:description", "rdfs:comment"]),
    (.identifier, ["dct:identifier", "schema:identifier", "dc:identifier"]),
    (.keyword, ["dcat:keyword", "schema:keywords", "cv:keyword", "skos:altLabel"]),
    (.authority, ["cv:hasCompetentAuthority", "cpsv:hasCompetentAuthority"]),
    (
      .provider,
      ["cv:serviceProvider", "schema:serviceProvider", "schema:provider"]
    ),
    (.provides, ["cpsv:provides"]),
    (.channel, ["cv:hasChannel", "cpsv:hasChannel", "schema:availableChannel"]),
    (
      .contact,
      [
        "cv:contactPoint", "cv:hasContactPoint", "schema:contactPoint", "dcat:contactPoint",
        "dcat:hasContactPoint",
      ]
    ),
    (.input, ["cpsv:hasInput", "cv:hasInput"]),
    (.inputType, ["cv:hasInputType"]),
    (.requirement, ["cv:holdsRequirement", "cv:hasCriterion", "cpsv:hasCriterion"]),
    (.evidence, ["cv:hasSupportingEvidence"]),
    (.conformsTo, ["dct:conformsTo"]),
    (.output, ["cpsv:produces", "cv:produces"]),
    (.cost, ["cv:hasCost", "cpsv:hasCost"]),
    (.value, ["cv:hasValue", "cv:value", "schema:value", "schema:price"]),
    (.currency, ["cv:currency", "schema:currency", "schema:priceCurrency"]),
    (.rule, ["cpsv:follows"]),
    (
      .legalResource,
      [
        "cv:hasLegalResource", "cv:hasFormalFramework", "cpsv:hasFormalFramework",
        "cpsv:implements",
      ]
    ),
    (.event, ["cv:isGroupedBy", "cpsv:isGroupedBy"]),
    (.relatedService, ["cv:hasRelatedService", "cv:relatedService"]),
    (.relation, ["dct:relation"]),
    (.requires, ["dct:requires"]),
    (.language, ["dct:language", "schema:inLanguage", "dc:language", "cv:language"]),
    (.sector, ["cv:sector"]),
    (.theme, ["cv:thematicArea", "dcat:theme"]),
    (
      .category,
      ["dct:type", "cv:isClassifiedBy", "cv:eventType", "cv:evidenceTypeClassification"]
    ),
    (.audience, ["dct:audience", "schema:audience"]),
    (.place, ["dct:spatial", "schema:areaServed"]),
    (.partOf, ["dct:isPartOf"]),
    (.processingTime, ["cv:processingTime", "cpsv:processingTime"]),
    (.status, ["adms:status"]),
    (
      .openingHours,
      [
        "cv:openingHours", "cv:specialOpeningHoursSpecification", "schema:openingHours",
        "schema:hoursAvailable", "schema:openingHoursSpecification", "cv:availabilityRestriction",
      ]
    ),
    (.telephone, ["cv:telephone", "schema:telephone", "foaf:phone"]),
    (.email, ["cv:email", "schema:email", "foaf:mbox"]),
    (.page, ["cv:contactPage", "schema:url", "foaf:page", "foaf:homepage"]),
  ]
}

/// What a node is, which may be several things.
struct Kinds: OptionSet, Sendable {
  let rawValue: UInt16

  static let service = Kinds(rawValue: 1 << 0)
  static let event = Kinds(rawValue: 1 << 1)
  static let lifeEvent = Kinds(rawValue: 1 << 2)
  static let businessEvent = Kinds(rawValue: 1 << 3)
  static let organisation = Kinds(rawValue: 1 << 4)
  static let channel = Kinds(rawValue: 1 << 5)
  static let contactPoint = Kinds(rawValue: 1 << 6)
  static let evidence = Kinds(rawValue: 1 << 7)
  static let evidenceType = Kinds(rawValue: 1 << 8)
  static let output = Kinds(rawValue: 1 << 9)
  static let cost = Kinds(rawValue: 1 << 10)
  static let rule = Kinds(rawValue: 1 << 11)
  static let legalResource = Kinds(rawValue: 1 << 12)
  static let requirement = Kinds(rawValue: 1 << 13)

  static let events: Kinds = [.event, .lifeEvent, .businessEvent]
  /// What an entry of a catalogue is made of; the others are told within an entry.
  static let entries: Kinds = [.service, .events, .evidence, .evidenceType]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// What the class of this IRI says; nothing for an unknown one.
  init(iri: String) {
    self = Namespace.short(iri).flatMap { Self.byName[$0] } ?? []
  }

  private static let byName: [String: Kinds] = [
    "cpsv:PublicService": .service, "cv:PublicService": .service,
    "cv:Event": .event, "cv:LifeEvent": .lifeEvent, "cv:BusinessEvent": .businessEvent,
    "cpsv:Event": .event, "cpsv:LifeEvent": .lifeEvent, "cpsv:BusinessEvent": .businessEvent,
    "cv:PublicOrganisation": .organisation, "cv:PublicOrganization": .organisation,
    "org:Organization": .organisation, "org:FormalOrganization": .organisation,
    "foaf:Organization": .organisation, "cv:Channel": .channel, "schema:ServiceChannel": .channel,
    "cv:ContactPoint": .contactPoint, "schema:ContactPoint": .contactPoint,
    "cv:Evidence": .evidence, "cpsv:Input": .evidence, "cv:Input": .evidence,
    "cv:EvidenceType": .evidenceType, "cv:Output": .output, "cpsv:Output": .output,
    "cv:Cost": .cost, "cpsv:Rule": .rule, "eli:LegalResource": .legalResource,
    "cv:LegalResource": .legalResource, "cv:FormalFramework": .legalResource,
    "cpsv:FormalFramework": .legalResource, "cv:Requirement": .requirement,
    "cv:Criterion": .requirement, "cv:CriterionRequirement": .requirement,
  ]

  /// What stands at the end of a property is of this kind, though nobody says so.
  init(objectOf property: Property) {
    switch property {
    case .authority, .provider: self = .organisation
    case .channel: self = .channel
    case .contact: self = .contactPoint
    case .input, .evidence: self = .evidence
    case .inputType, .conformsTo: self = .evidenceType
    case .output: self = .output
    case .cost: self = .cost
    case .rule: self = .rule
    case .legalResource: self = .legalResource
    case .event: self = .event
    case .requirement: self = .requirement
    default: self = []
    }
  }
}
