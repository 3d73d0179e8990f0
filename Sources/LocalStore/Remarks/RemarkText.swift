internal import Domain

/// What a remark says, as it lies in columns and goes over the wire.
struct RemarkText: Equatable {
  enum Kind: String { case fact, offer, verdict }

  var kind: Kind
  /// The id of a fact, an offer or a service.
  var subject: String
  var value: String
  var source: String?
  var reason: String?
  var occasion: String?

  init(
    kind: Kind, subject: String, value: String, source: String? = nil, reason: String? = nil,
    occasion: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.value = value
    self.source = source
    self.reason = reason
    self.occasion = occasion
  }

  init(_ content: Remark.Content) {
    switch content {
    case .fact(let fact, let value, let source):
      self.init(kind: .fact, subject: fact.rawValue, value: value, source: source.rawValue)
    case .offer(let offer, let answer, let reason, let occasion):
      self.init(
        kind: .offer, subject: offer.rawValue, value: answer.rawValue, reason: reason,
        occasion: occasion)
    case .verdict(let service, let verdict, let reason):
      self.init(
        kind: .verdict, subject: service.rawValue, value: verdict.rawValue, reason: reason)
    }
  }

  /// `nil` for what is no remark.
  var content: Remark.Content? {
    switch kind {
    case .fact:
      source.flatMap(Remark.Source.init(rawValue:)).map {
        .fact(Fact.ID(rawValue: subject), value: value, $0)
      }
    case .offer:
      OfferAnswer(rawValue: value).map {
        .offer(Offer.ID(rawValue: subject), $0, reason: reason ?? "", occasion: occasion ?? "")
      }
    case .verdict:
      Judgement.Verdict(rawValue: value).map {
        .verdict(Service.ID(rawValue: subject), $0, reason: reason ?? "")
      }
    }
  }
}

extension Remark {
  /// The kind of the operation by which it is told.
  var operation: Operation.Kind {
    switch content {
    case .fact: .factTold
    case .offer: .offerAnswered
    case .verdict: .verdictOverruled
    }
  }

  /// The operation's body; who wrote it is added by whoever logs it.
  var body: JSONText {
    let text = RemarkText(content)
    return .object([
      "id": .string("\(id)"), "citizen": .string("\(citizen)"),
      "kind": .string(text.kind.rawValue), "subject": .string(text.subject),
      "value": .string(text.value), "source": .optional(text.source),
      "reason": .optional(text.reason), "occasion": .optional(text.occasion),
      "situation": .optional(situation?.rawValue), "visit": .optional(visit?.description),
      "told": .string(told.iso8601),
    ])
  }
}
