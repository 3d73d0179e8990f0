/// A day that is counted from one that is known: «14 years after the birth», «a month before the end».
package struct OfferDay: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// A fact that is a date.
    case fact(Fact.ID)
    /// The last visit at which the service's result was handed over.
    case issued(Service.ID)
  }

  package var origin: Origin
  package var span: CalendarSpan
  /// Counted back from the origin.
  package var isBefore: Bool

  package init(_ origin: Origin, _ span: CalendarSpan, isBefore: Bool = false) {
    self.origin = origin
    self.span = span
    self.isBefore = isBefore
  }

  package func day(from origin: CalendarDate) -> CalendarDate {
    isBefore ? span.start(to: origin) : span.end(from: origin)
  }
}

/// `{ fact: "birth-date", after: { count: 14, unit: "years" } }`, or `issued` and `before`.
extension OfferDay: Codable {
  enum CodingKeys: String, CodingKey { case fact, issued, after, before }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let origin: Origin
    switch (container.contains(.fact), container.contains(.issued)) {
    case (true, false): origin = .fact(try container.decode(Fact.ID.self, forKey: .fact))
    case (false, true): origin = .issued(try container.decode(Service.ID.self, forKey: .issued))
    default: throw Self.refusal(decoder, "exactly one of `fact` and `issued` is wanted here")
    }
    guard container.contains(.after) != container.contains(.before) else {
      throw Self.refusal(decoder, "exactly one of `after` and `before` is wanted here")
    }
    let isBefore = container.contains(.before)
    let span = try container.decode(CalendarSpan.self, forKey: isBefore ? .before : .after)
    self.init(origin, span, isBefore: isBefore)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch origin {
    case .fact(let fact): try container.encode(fact, forKey: .fact)
    case .issued(let service): try container.encode(service, forKey: .issued)
    }
    try container.encode(span, forKey: isBefore ? .before : .after)
  }

  private static func refusal(_ decoder: any Decoder, _ words: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: words))
  }
}
