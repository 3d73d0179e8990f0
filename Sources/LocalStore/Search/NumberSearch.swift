internal import Domain
internal import SQLite
internal import SearchText

/// Citizens by date of birth, telephone, СНИЛС and ticket number.
struct NumberSearch {
  let connection: Connection
  let limit: Int
  let today: CalendarDate?

  /// Fewer digits are the end of too many telephone numbers.
  private static let shortestTail = 4

  /// Those whom every number of the query fits.
  ///
  /// - Parameter wide: more than are shown, to be narrowed down by a name.
  func finds(_ query: Query, wide: Bool = false) throws -> [CitizenFind] {
    var common: [Int64: CitizenFind]?
    for number in query.numbers {
      var found: [Int64: CitizenFind] = [:]
      for find in try finds(number, most: wide || query.numbers.count > 1 ? 400 : limit)
      where find.score > found[find.number]?.score ?? 0 {
        found[find.number] = find
      }
      common =
        common.map { earlier in
          earlier.compactMapValues { first in
            found[first.number].map { second in
              CitizenFind(
                number: first.number, score: min(first.score + second.score, 1.1),
                reasons: first.reasons + second.reasons)
            }
          }
        } ?? found
    }
    return Array((common ?? [:]).values)
  }

  private func finds(_ number: NumberReading, most: Int) throws -> [CitizenFind] {
    var finds = try byBirthDate(number.dates, most)
    finds += try byPhone(number, most)
    if !number.isWrittenAsPhone { finds += try bySNILS(number.digits, most) }
    return finds
  }

  private func byBirthDate(_ dates: [PartialDate], _ most: Int) throws -> [CitizenFind] {
    var finds: [CitizenFind] = []
    for date in dates {
      let score = date.day == nil ? 0.5 : date.years.map { $0[0].count == 1 ? 1 : 0.8 } ?? 0.7
      for (first, last) in spans(of: date) where finds.count < most {
        finds += try numbers(
          """
          SELECT number FROM citizen INDEXED BY citizen_by_birth_date
          WHERE birth_date >= ? AND birth_date <= ? ORDER BY birth_date LIMIT ?
          """, first, last, most - finds.count, score, .birthDate)
      }
    }
    return finds
  }

  /// The spans of days that a date typed so far can mean, as they are stored.
  private func spans(of date: PartialDate) -> [(String, String)] {
    let latest = today?.year ?? 2099
    let years = (date.years ?? [1930...latest]).map { $0.clamped(to: 1900...max(latest, 1900)) }
    guard let month = date.month else {
      return years.map { ("\($0.lowerBound)-01-01", "\($0.upperBound)-12-31") }
    }
    var spans: [(String, String)] = []
    // A year of two digits is the last such year: the later of the two comes first.
    for year in years.flatMap(Array.init).sorted(by: >) {
      let first = Self.text(year, month, date.day ?? 1)
      spans.append((first, Self.text(year, month, date.day ?? 31)))
    }
    return spans.filter { span in today.map { span.0 <= $0.description } ?? true }
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Whether one of the dates can be the citizen's.
  func isBorn(_ number: Int64, on dates: [PartialDate]) throws -> Bool {
    let stored: String?? = try connection.value(
      "SELECT birth_date FROM citizen WHERE number = ?", number, as: String?.self)
    guard let born = stored ?? nil else { return false }
    return dates.contains { date in spans(of: date).contains { $0.0 <= born && born <= $0.1 } }
  }

  private func byPhone(_ number: NumberReading, _ most: Int) throws -> [CitizenFind] {
    let digits = number.digits
    guard digits.count >= Self.shortestTail, digits.count <= 15 else { return [] }
    var finds: [CitizenFind] = []
    if let phone = Phone(digits) {
      finds += try numbers(
        "SELECT number FROM citizen INDEXED BY citizen_by_phone WHERE phone >= ? AND phone <= ? LIMIT ?",
        phone.digits, phone.digits, most, 1, .phone)
    }
    if digits.count <= 10 {
      let share = Double(digits.count) / 10
      finds += try numbers(
        """
        SELECT number FROM citizen INDEXED BY citizen_by_phone_tail
        WHERE substr(phone, -4) = ? AND phone LIKE ? AND phone IS NOT NULL LIMIT ?
        """, String(digits.suffix(4)), "%" + digits, most, 0.7 + 0.25 * share, .phone)
    }
    for start in Self.starts(digits) where finds.count < most {
      finds += try numbers(
        "SELECT number FROM citizen INDEXED BY citizen_by_phone WHERE phone >= ? AND phone < ? LIMIT ?",
        start, start + ":", most - finds.count, number.isWrittenAsPhone ? 0.75 : 0.55, .phone)
    }
    return finds
  }

  /// Beginnings of stored numbers that were typed with 8, with 7 or without either.
  private static func starts(_ digits: String) -> [String] {
    switch digits.first {
    case "8": ["7" + digits.dropFirst(), "7" + digits]
    case "7": [digits, "7" + digits]
    default: ["7" + digits, digits]
    }
  }

  private func bySNILS(_ digits: String, _ most: Int) throws -> [CitizenFind] {
    guard (3...11).contains(digits.count), SNILSCheck.isRight(digits) != false else { return [] }
    let score = digits.count == 11 ? 1 : 0.45 + 0.4 * Double(digits.count) / 11
    return try numbers(
      "SELECT number FROM citizen INDEXED BY citizen_by_snils WHERE snils >= ? AND snils < ? LIMIT ?",
      digits, digits + ":", most, score, .snils)
  }

  /// Whom a ticket was about, as its visit says; the latest ticket of that number first.
  func byTicket(_ query: Query) throws -> [CitizenFind] {
    guard query.chunks.count + query.numbers.count == 1 else { return [] }
    let typed = query.chunks.first?.raw ?? query.numbers.first?.digits ?? ""
    guard typed.unicodeScalars.count <= 8, typed.contains(where: \.isNumber) else { return [] }
    var finds: [CitizenFind] = []
    for number in Set([typed, KeyboardLayout.russian(typed)].map { $0.uppercased() }) {
      finds += try numbers(
        """
        SELECT v.citizen FROM ticket AS t JOIN visit AS v ON v.ticket = t.id
        WHERE t.number = ? AND t.number = ? AND v.citizen IS NOT NULL AND v.undone IS NULL
        ORDER BY t.issued DESC LIMIT ?
        """, number, number, 3, 1.05, .ticket(number))
    }
    return finds
  }

  private func numbers(
    _ sql: String, _ first: String, _ last: String, _ most: Int, _ score: Double,
    _ reason: SearchHit.Reason
  ) throws -> [CitizenFind] {
    try connection.all(sql, first, last, most) { row in
      CitizenFind(number: try row.next(), score: score * 0.98, reasons: [reason])
    }
  }
}
