internal import Domain

// What a service is made of, in the words of the standard.

extension CatalogueGraph {
  mutating func body(_ name: LocalizedText) -> String {
    let node = OwnIRI.root + "organisation:" + Fingerprint(name.ru).hexadecimal
    type(node, Namespace.cv + "PublicOrganisation")
    say(node, Namespace.skos + "prefLabel", name)
    lead(node, Namespace.dct + "spatial", country())
    return node
  }

  mutating func country() -> String {
    let node = "http://publications.europa.eu/resource/authority/country/RUS"
    type(node, Namespace.dct + "Location")
    return node
  }

  mutating func channel(_ channel: Service.Channel) -> String {
    let node = OwnIRI.root + "channel:" + channel.rawValue
    type(node, Namespace.cv + "Channel")
    identify(node, channel.rawValue)
    return node
  }

  mutating func output(_ service: Service) -> String {
    let node = OwnIRI.root + "output:" + service.id.rawValue
    type(node, Namespace.cv + "Output")
    identify(node, service.id.rawValue)
    say(node, Namespace.dct + "title", service.result)
    return node
  }

  mutating func cost(_ fee: Fee, _ service: String) -> String {
    let node = OwnIRI.root + "cost:" + service
    type(node, Namespace.cv + "Cost")
    identify(node, service)
    let kopecks = fee.kopecks % 100
    value(
      node, Namespace.cv + "hasValue",
      Literal(
        text: "\(fee.kopecks / 100).\(kopecks < 10 ? "0" : "")\(kopecks)",
        datatype: Namespace.xsd + "double"))
    concept(
      node, Namespace.cv + "currency",
      "http://publications.europa.eu/resource/authority/currency/RUB")
    if let note = fee.note { say(node, Namespace.dct + "description", note) }
    return node
  }

  /// A duration, which knows no working days; what it cannot say is a rule.
  mutating func add(_ term: Term, _ service: String) {
    let node = OwnIRI.service(service)
    if let duration = Self.duration(term) {
      value(
        node, Namespace.cv + "processingTime",
        Literal(text: duration, datatype: Namespace.xsd + "duration"))
      if term.note == nil { return }
    }
    let rule = OwnIRI.root + "rule:" + service
    type(rule, Namespace.cpsv + "Rule")
    identify(rule, service)
    let title = TermWords.title(term)
    say(rule, Namespace.dct + "title", title)
    say(rule, Namespace.dct + "description", term.note ?? title)
    concept(
      rule, Namespace.dct + "type", OwnIRI.root + "term:\(term.count):\(term.unit.rawValue)")
    lead(node, Namespace.cpsv + "follows", rule)
  }

  private static func duration(_ term: Term) -> String? {
    switch term.unit {
    case .calendarDays: "P\(term.count)D"
    case .months: "P\(term.count)M"
    case .years: "P\(term.count)Y"
    case .workingDays: nil
    }
  }

  mutating func add(_ requirement: Service.Requirement, _ service: String) {
    let document = OwnIRI.document(requirement.id.rawValue)
    lead(OwnIRI.service(service), Namespace.cpsv + "hasInput", document)
    guard requirement.note != nil || requirement.origin != nil else { return }
    let node = OwnIRI.root + "requirement:\(service):\(requirement.id.rawValue)"
    type(node, Namespace.cv + "Requirement")
    identify(node, "\(service):\(requirement.id.rawValue)")
    let title = titles[requirement.id] ?? LocalizedText(ru: requirement.id.rawValue)
    say(node, Namespace.dct + "title", requirement.note ?? title)
    if let note = requirement.note { say(node, Namespace.dct + "description", note) }
    if let origin = requirement.origin {
      concept(node, Namespace.dct + "type", OwnIRI.root + "origin:" + origin.rawValue)
    }
    lead(node, Namespace.cv + "hasSupportingEvidence", document)
    lead(OwnIRI.service(service), Namespace.cv + "holdsRequirement", node)
  }

  mutating func legalResource(_ basis: LegalBasis) -> String {
    let node =
      OwnIRI.root + "act:" + Fingerprint(basis.act + "\n" + (basis.article ?? "")).hexadecimal
    type(node, Namespace.eli + "LegalResource")
    say(node, Namespace.dct + "title", LocalizedText(ru: basis.act))
    if let article = basis.article {
      say(node, Namespace.dct + "description", LocalizedText(ru: article))
    }
    return node
  }
}

/// A term as the title of a rule.
enum TermWords {
  static func title(_ term: Term) -> LocalizedText {
    let unit =
      switch term.unit {
      case .calendarDays: LocalizedText(ru: "календарных дней", en: "calendar days")
      case .workingDays: LocalizedText(ru: "рабочих дней", en: "working days")
      case .months: LocalizedText(ru: "месяцев", en: "months")
      case .years: LocalizedText(ru: "лет", en: "years")
      }
    return LocalizedText(
      ru: "Срок: \(unit.ru) — \(term.count)", en: "Term: \(unit(.en)) — \(term.count)")
  }
}
