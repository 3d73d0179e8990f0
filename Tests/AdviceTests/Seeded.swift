import Domain

/// splitmix64: the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func day() -> CalendarDate {
    CalendarDate(dayNumber: Int.random(in: 0...30_000, using: &self))
  }
}

/// Facts of every kind, one figure, and what comes to a random mind about them.
enum Invented {
  static let today = day(2026, 11, 28)

  static let facts = [
    fact("plain", .yesNo), fact("second", .yesNo), fact("count", .number), fact("income", .money),
    fact("born", .date), fact("moved", .date),
    Fact(
      id: "work", title: "Работа", question: "Работа?", kind: .choice,
      choices: ["none", "hired", "free"].map { Fact.Choice(id: $0, title: LocalizedText(ru: $0)) },
      about: .citizen),
  ]

  static let parameters = [
    Parameter(
      id: "minimum", title: "Минимум", kind: .money,
      values: [Parameter.Value(region: "78", from: day(2026, 1, 1), amount: 2_064_400)],
      provenance: provenance)
  ]

  static let provenance = Provenance(source: "https://www.gosuslugi.ru", reviewed: today)

  static let book = AdviceBook(facts: facts, parameters: parameters, rules: [])

  static func circumstances(
    _ facts: [Fact.ID: FactValue] = [:], region: String? = "78", today: CalendarDate = today
  ) -> Circumstances {
    book.circumstances(today: today, region: region, facts: facts)
  }

  static func rule(_ random: inout Seeded, depth: Int = 0) -> Rule {
    switch Int.random(in: 0..<(depth < 4 ? 7 : 4), using: &random) {
    case 4: Rule(.not(rule(&random, depth: depth + 1)))
    case 5: Rule(.all(rules(&random, depth + 1)))
    case 6: Rule(.any(rules(&random, depth + 1)))
    default: Rule(.comparison(comparison(&random)))
    }
  }

  private static func rules(_ random: inout Seeded, _ depth: Int) -> [Rule] {
    (0..<Int.random(in: 2...4, using: &random)).map { _ in rule(&random, depth: depth) }
  }

  static func comparison(_ random: inout Seeded) -> Comparison {
    let fact = random.pick(facts)
    return Comparison(fact.id, test(of: fact.kind, &random))
  }

  static func test(of kind: Fact.Kind, _ random: inout Seeded) -> Comparison.Test {
    let relation = random.pick(Comparison.Relation.allCases)
    switch kind {
    case .yesNo: return .isTrue(Bool.random(using: &random))
    case .choice: return .isOneOf([random.pick(["none", "hired", "free"])])
    case .number: return .amount(relation, Int.random(in: -2...5, using: &random))
    case .money:
      return .limit(relation, .init("minimum", times: Fraction(random.pick(["1", "1.5", "2"]))!))
    case .date:
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return .within(span(&random))
      case 1: return .notBefore(random.day())
      case 2: return .notAfter(random.day())
      default: return .age(random.pick(Comparison.AgeRelation.allCases), span(&random))
      }
    }
  }

  static func span(_ random: inout Seeded) -> CalendarSpan {
    CalendarSpan(Int.random(in: 0...40, using: &random), random.pick(CalendarSpan.Unit.allCases))
  }

  static func value(of fact: Fact, _ random: inout Seeded) -> FactValue {
    switch fact.kind {
    case .yesNo: .truth(Bool.random(using: &random))
    case .choice: .choice(random.pick(fact.choices!).id)
    case .number: .number(Int.random(in: -5...8, using: &random))
    case .money: .money(Int.random(in: 0...60_000, using: &random) * 100)
    case .date: .date(random.day())
    }
  }

  private static func fact(_ id: Fact.ID, _ kind: Fact.Kind) -> Fact {
    let title = LocalizedText(ru: id.rawValue)
    return Fact(id: id, title: title, question: title, kind: kind, about: .citizen)
  }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  CalendarDate(year: year, month: month, day: day)!
}

extension LocalizedText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(ru: value) }
}
