// How a rule stands in a file: `{ all: […] }`, `{ any: […] }`, `{ not: {…} }`,
// `{ always: true, because: {…} }` or one comparison, `{ fact: "children-count", at_least: 3 }`.

extension Rule: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case all, any, not, always, because, fact
    case equals = "is"
    case oneOf = "in"
    case atLeast = "at_least"
    case atMost = "at_most"
    case moreThan = "more_than"
    case lessThan = "less_than"
    case ageAtLeast = "age_at_least"
    case ageAtMost = "age_at_most"
    case ageLessThan = "age_less_than"
    case within
    case notBefore = "not_before"
    case notAfter = "not_after"

    static let forms: [CodingKeys] = [.all, .any, .not, .always, .fact]
    static let tests: [CodingKeys] = allCases.filter { !forms.contains($0) && $0 != .because }
  }

  package init(from decoder: any Decoder) throws {
    let depth = decoder.codingPath.count { ["all", "any", "not"].contains($0.stringValue) }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func refuse(_ words: String) -> DecodingError {
      .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: words))
    }
    guard depth < Self.deepest else {
      throw refuse("more than \(Self.deepest) conditions inside one another")
    }
    let forms = CodingKeys.forms.filter(container.contains)
    guard forms.count == 1 else {
      throw refuse("exactly one of `all`, `any`, `not`, `always` and `fact` is wanted here")
    }
    because = try container.decodeIfPresent(LocalizedText.self, forKey: .because)
    switch forms[0] {
    case .all: form = .all(try Self.several(container, .all))
    case .any: form = .any(try Self.several(container, .any))
    case .not: form = .not(try container.decode(Rule.self, forKey: .not))
    case .always:
      guard try container.decode(Bool.self, forKey: .always), because != nil else {
        throw refuse("`always: true` with `because`: for whom it is")
      }
      form = .always
    default:
      let fact = try container.decode(Fact.ID.self, forKey: .fact)
      form = .comparison(Comparison(fact, try Self.test(container, refuse)))
    }
    guard forms == [.fact] || !CodingKeys.tests.contains(where: container.contains) else {
      throw refuse("a comparison needs `fact`, and stands by itself inside `all` or `any`")
    }
  }

  private static func several(
    _ container: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys
  ) throws -> [Rule] {
    let rules = try container.decode([Rule].self, forKey: key)
    guard rules.count >= 2 else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "at least two conditions are wanted here")
    }
    return rules
  }

  private static func test(
    _ container: KeyedDecodingContainer<CodingKeys>, _ refuse: (String) -> DecodingError
  ) throws -> Comparison.Test {
    let tests = CodingKeys.tests.filter(container.contains)
    guard tests.count == 1 else {
      let names = CodingKeys.tests.map { "`\($0.stringValue)`" }.joined(separator: ", ")
      throw refuse("exactly one comparison is wanted beside `fact`: \(names)")
    }
    let key = tests[0]
    switch key {
    case .equals: return try equality(container)
    case .oneOf: return .isOneOf(try container.decode([String].self, forKey: key))
    case .ageAtLeast, .ageAtMost, .ageLessThan:
      guard let relation = Comparison.AgeRelation(rawValue: key.stringValue) else { break }
      return .age(relation, try container.decode(CalendarSpan.self, forKey: key))
    case .within: return .within(try container.decode(CalendarSpan.self, forKey: key))
    case .notBefore: return .notBefore(try container.decode(CalendarDate.self, forKey: key))
    case .notAfter: return .notAfter(try container.decode(CalendarDate.self, forKey: key))
    default:
      guard let relation = Comparison.Relation(rawValue: key.stringValue) else { break }
      return try amount(container, key, relation)
    }
    throw refuse("no comparison")
  }

  /// `is` stands for yes or no, for a choice, and for a number.
  private static func equality(
    _ container: KeyedDecodingContainer<CodingKeys>
  ) throws -> Comparison.Test {
    if let truth = try? container.decode(Bool.self, forKey: .equals) { return .isTrue(truth) }
    if let id = try? container.decode(String.self, forKey: .equals) { return .isOneOf([id]) }
    return try amount(container, .equals, .equals)
  }

  private static func amount(
    _ container: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys,
    _ relation: Comparison.Relation
  ) throws -> Comparison.Test {
    if let limit = try? container.decode(LimitText.self, forKey: key) {
      guard let times = limit.times.map(Fraction.init) ?? Fraction(1) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container,
          debugDescription: "`times` is a number above 0 with at most three decimals")
      }
      return .limit(relation, Comparison.Limit(limit.parameter, times: times))
    }
    let number = try container.decode(Int.self, forKey: key)
    guard abs(number) <= Fact.widest.to else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "\(number) does not fit here")
    }
    return .amount(relation, number)
  }
}

/// `{ parameter: "…", times: 1.5 }`.
struct LimitText: Codable {
  var parameter: Parameter.ID
  var times: String?

  enum CodingKeys: String, CodingKey { case parameter, times }

  init(_ limit: Comparison.Limit) {
    parameter = limit.parameter
    times = limit.times == Fraction(1) ? nil : limit.times.text
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    parameter = try container.decode(Parameter.ID.self, forKey: .parameter)
    guard container.contains(.times) else { return }
    if let whole = try? container.decode(Int.self, forKey: .times) {
      times = "\(whole)"
    } else if let decimal = try? container.decode(Double.self, forKey: .times) {
      times = "\(decimal)"
    } else {
      times = try container.decode(String.self, forKey: .times)
    }
  }
}
