package import Domain

/// Invented people, the same for the same seed: for tests, measurements and training.
///
/// Names are put together at random with a realistic skew; СНИЛС numbers are valid but lie far above
/// those that have been issued; telephone numbers have the code 000, which no network has.
package struct SamplePeople: Sequence, IteratorProtocol {
  private var random: IDSource
  private var left: Int
  private var serial: Int
  private let registered: Instant

  /// - Parameters:
  ///   - count: how many people; numbers are unique up to 10 million.
  ///   - registered: the moment in their ids.
  package init(
    seed: UInt64, count: Int, registered: Instant = Instant(milliseconds: 1_764_000_000_000)
  ) {
    random = IDSource(seed: seed)
    left = count
    serial = 0
    self.registered = registered
  }

  package mutating func next() -> Citizen? {
    guard left > 0 else { return nil }
    left -= 1
    serial += 1
    let id: Citizen.ID = random.makeID(at: registered)
    return Citizen(id: id, details: chance(0.01) ? business() : person())
  }

  private mutating func person() -> CitizenDetails {
    let isWoman = chance(0.55)
    let father = skewed(GivenNames.men)
    return CitizenDetails(
      surname: surname(forWoman: isWoman),
      givenName: skewed(isWoman ? GivenNames.women : GivenNames.men),
      patronymic: chance(0.01) ? "" : GivenNames.patronymic(of: father, forWoman: isWoman),
      birthDate: birthDate(), snils: chance(0.03) ? nil : snils(),
      phone: chance(0.06) ? nil : phone())
  }

  private mutating func surname(forWoman: Bool) -> String {
    let first = oneSurname(forWoman: forWoman)
    return forWoman && chance(0.01) ? first + "-" + oneSurname(forWoman: true) : first
  }

  private mutating func oneSurname(forWoman: Bool) -> String {
    if chance(0.4) {
      return Surnames.common(skewedIndex(Surnames.common.count), forWoman: forWoman)
    }
    let share = Double.random(in: 0..<1, using: &random)
    return Surnames.rare(Int(share * share * Double(Surnames.rareCount)), forWoman: forWoman)
  }

  private mutating func business() -> CitizenDetails {
    let form = ["ООО", "АО", "ИП", "ТСЖ", "СНТ"].randomElement(using: &random) ?? "ООО"
    let name = Surnames.rare(
      Int.random(in: 0..<Surnames.rareCount, using: &random), forWoman: false)
    let trade =
      ["Ромашка", "Строй", "Торг", "Сервис", "Уют", "Транс", "Мебель", "Продукт"]
      .randomElement(using: &random) ?? "Сервис"
    return CitizenDetails(
      audience: .business, surname: "\(form) \(name) \(trade)", phone: phone())
  }

  /// From 1930 to 2010, most in between.
  private mutating func birthDate() -> CalendarDate {
    let first = CalendarDate(year: 1930, month: 1, day: 1)?.dayNumber ?? 0
    let days = (0..<2).reduce(0) { sum, _ in sum + Int.random(in: 0..<14_600, using: &random) }
    return CalendarDate(dayNumber: first + days)
  }

  /// 9xx-xxx-xxx; numbers have reached about 2xx.
  private mutating func snils() -> SNILS? {
    let number = 900_000_000 + serial &* 7_368_787 % 100_000_000
    let digits = String(number).utf8.map { Int($0) - 0x30 }
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) } % 101 % 100
    return SNILS(String(number) + (sum < 10 ? "0\(sum)" : "\(sum)"))
  }

  private mutating func phone() -> Phone? {
    let number = String(10_000_000 + serial &* 7_654_321 % 10_000_000).dropFirst()
    return Phone("7000" + number)
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private mutating func skewed(_ names: [String]) -> String { names[skewedIndex(names.count)] }

  /// An index with about the skew of names: the first of 150 one in twelve, half of all in the first
  /// quarter.
  private mutating func skewedIndex(_ count: Int) -> Int {
    let share = Double.random(in: 0..<1, using: &random)
    return Swift.min(count - 1, Int(share * share * Double(count)))
  }
}
