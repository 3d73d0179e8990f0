/// What a life situation says of a fact: a value, or another fact that is the same.
package enum StatedFact: Hashable, Sendable {
  case truth(Bool)
  case number(Int)
  /// A choice, a day, or the id of another fact.
  case text(String)
}

extension StatedFact: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .truth(let truth): try container.encode(truth)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

extension AdviceBook {
  /// What a statement means for a fact.
  package enum Statement: Hashable, Sendable {
    case value(FactValue)
    /// The fact has the value of another one.
    case sameAs(Fact.ID)
  }

  /// `nil` for what is neither an answer nor another fact of the same kind.
  package func statement(_ stated: StatedFact, of fact: Fact) -> Statement? {
    switch stated {
    case .truth(let truth): fact.kind == .yesNo ? .value(.truth(truth)) : nil
    case .number(let number):
      fact.kind == .number || fact.kind == .money
        ? fact.value("\(number)").map(Statement.value) : nil
    case .text(let text):
      fact.kind == .yesNo
        ? nil : fact.value(text).map(Statement.value) ?? sameAs(Fact.ID(rawValue: text), fact)
    }
  }

  private func sameAs(_ other: Fact.ID, _ fact: Fact) -> Statement? {
    guard other != fact.id, let kind = self.fact(other)?.kind ?? Fact.ID.builtIn[other],
      kind == fact.kind
    else { return nil }
    return .sameAs(other)
  }

  /// The answers that a situation gives by itself, beside those that are known. What a person has
  /// said comes before what the situation says of everyone.
  package func adding(
    _ stated: [Fact.ID: StatedFact], to known: [Fact.ID: FactValue]
  ) -> [Fact.ID: FactValue] {
    var facts = known
    for (id, stated) in stated where known[id] == nil {
      guard let fact = fact(id) else { continue }
      switch statement(stated, of: fact) {
      case .value(let value): facts[id] = value
      case .sameAs(let other): facts[id] = known[other]
      case nil: break
      }
    }
    return facts
  }
}
