// Dates in which the month is a word.

/// A date with the month's name: «15 ноября 1948», as far as it is typed.
struct WrittenDate {
  let reading: NumberReading
  /// How many pieces of the text it takes.
  let length: Int

  init?(_ pieces: ArraySlice<Substring.UnicodeScalarView>) {
    let pieces = pieces.prefix(3)
    guard pieces.count >= 2, let day = Self.digits(pieces.first, atMost: 2),
      let month = Self.month(pieces[pieces.startIndex + 1])
    else { return nil }
    var groups = [day, month]
    if let year = Self.digits(pieces.dropFirst(2).first, atMost: 4) { groups.append(year) }
    let dates = DateReading.dates(groups, isISO: false)
    guard !dates.isEmpty else { return nil }
    reading = NumberReading(digits: groups.joined(), dates: dates, isWrittenAsPhone: false)
    length = groups.count
  }

  private static func digits(
    _ piece: Substring.UnicodeScalarView?, atMost most: Int
  ) -> String? {
    guard let piece, let number = NumberText.number(in: piece) else { return nil }
    let groups = NumberText.groups(in: number)
    return groups.count == 1 && groups[0].count <= most ? groups[0] : nil
  }

  /// «ноября», «ноябрь», «нояб.» → «11».
  private static func month(_ piece: Substring.UnicodeScalarView) -> String? {
    let words = Words.folded(String(Substring(piece)), limit: 2)
    guard words.count == 1, words[0].count >= 3 else { return nil }
    let place = months.firstIndex { names in names.contains { $0.hasPrefix(words[0]) } }
    return place.map { $0 < 9 ? "0\($0 + 1)" : "\($0 + 1)" }
  }

  private static let months: [[Word]] = [
    "января январь", "февраля февраль", "марта март", "апреля апрель", "мая май", "июня июнь",
    "июля июль", "августа август", "сентября сентябрь", "октября октябрь", "ноября ноябрь",
    "декабря декабрь",
  ].map { Words.folded($0) }
}
