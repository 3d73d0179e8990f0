// Numbers in a search: dates, telephone numbers, СНИЛС.

/// A date of which some parts may not have been typed yet.
package struct PartialDate: Hashable, Sendable {
  /// Years that it may mean, the likeliest first; `nil` for any year.
  package var years: [ClosedRange<Int>]?
  package var month: Int?
  package var day: Int?

  package init(years: [ClosedRange<Int>]?, month: Int? = nil, day: Int? = nil) {
    self.years = years
    self.month = month
    self.day = day
  }
}

/// One number of a search with the separators inside it: «12.03.1990», «+7 (916) 123-45», «112-233».
package struct NumberReading: Hashable, Sendable {
  /// Digits only.
  package var digits: String
  /// What it means as a date; empty when it cannot be one.
  package var dates: [PartialDate]
  /// Whether it is written as a telephone number and cannot be anything else.
  package var isWrittenAsPhone: Bool
}

/// A search text taken apart into words and numbers.
package struct QueryParts: Hashable, Sendable {
  /// Pieces of text between spaces that are no numbers, as typed.
  package var chunks: [String] = []
  package var numbers: [NumberReading] = []

  package init(_ text: String) {
    let scalars = text.unicodeScalars.prefix(Words.mostScalars)
    let pieces = Array(scalars.split(whereSeparator: Self.isSpace).prefix(Words.mostWords))
    let found = pieces.map(NumberText.number)
    var open: [Substring.UnicodeScalarView] = []
    var place = 0
    var isAfterNumber = false
    while place < pieces.count {
      if let date = WrittenDate(pieces[place...]) {
        close(&open)
        numbers.append(date.reading)
        isAfterNumber = true
        place += date.length
        continue
      }
      if let number = found[place] {
        if !NumberText.continues(open, with: number) { close(&open) }
        open.append(number)
        isAfterNumber = true
      } else {
        close(&open)
        let isBeforeNumber = place + 1 < found.count && found[place + 1] != nil
        let isNote = NumberText.isNote(pieces[place], after: isAfterNumber, before: isBeforeNumber)
        if !isNote { chunks.append(String(Substring(pieces[place]))) }
        isAfterNumber = isAfterNumber && isNote
      }
      place += 1
    }
    close(&open)
  }

  private mutating func close(_ pieces: inout [Substring.UnicodeScalarView]) {
    if !pieces.isEmpty { numbers.append(NumberText.reading(of: pieces)) }
    pieces.removeAll()
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.properties.isWhitespace
  }
}

/// What is written with digits and separators alone.
enum NumberText {
  typealias Scalars = Substring.UnicodeScalarView

  /// The piece when it is a number; without the «г» of a year and punctuation at its end.
  static func number(in piece: Scalars) -> Scalars? {
    guard let last = piece.lastIndex(where: isDigit) else { return nil }
    let tail = Words.folded(String(Substring(piece[piece.index(after: last)...])), limit: 3)
    let number = piece[...last]
    guard tail.allSatisfy({ yearMarks.contains($0) }),
      number.allSatisfy({ isDigit($0) || isSeparator($0) })
    else { return nil }
    return number
  }

  private static let yearMarks = Set(Words.folded("г р гр года"))

  /// What is written before or after a number and says only what the number is: «г.р.», «тел.».
  /// One letter before a number is an initial: «иванов г 1990».
  static func isNote(_ piece: Scalars, after: Bool, before: Bool) -> Bool {
    let words = Words.folded(String(Substring(piece)), limit: 4)
    guard !words.isEmpty else { return false }
    if after, words.allSatisfy({ notesBefore.contains($0) || notesAfter.contains($0) }) {
      return true
    }
    let isOneLetter = words.count == 1 && words[0].count == 1
    return before && !isOneLetter && words.allSatisfy(notesBefore.contains)
  }

  private static let notesBefore = Set(Words.folded("г р д др рожд род тел телефон моб номер"))
  private static let notesAfter = Set(Words.folded("гр год года рождения"))

  /// Whether `piece` belongs to the number that `open` begins: «8 916 123 45 67», «112-233-445 95».
  static func continues(_ open: [Scalars], with piece: Scalars) -> Bool {
    guard !open.isEmpty else { return true }
    let digits = open.reduce(0) { $0 + $1.count(where: isDigit) }
    if open.count == 1, isWholeDate(open[0]) || isWholeDate(piece) { return false }
    return digits + piece.count(where: isDigit) <= 11
  }

  private static func isWholeDate(_ piece: Scalars) -> Bool {
    let groups = groups(in: piece).map(\.count)
    return groups == [2, 2, 4] || groups == [4, 2, 2]
  }

  static func reading(of pieces: [Scalars]) -> NumberReading {
    let groups = pieces.flatMap(groups)
    let isPhone = pieces[0].first == "+" || pieces.contains { $0.contains("(") }
    let isISO = pieces.contains { $0.contains("-") }
    // «15 11 1948» is a date, «8 916 123» is not.
    let isSpaced = pieces.count == 3 && groups.count == 3
    let isDate = !isPhone && (pieces.count == 1 || isSpaced)
    return NumberReading(
      digits: groups.joined(), dates: isDate ? DateReading.dates(groups, isISO: isISO) : [],
      isWrittenAsPhone: isPhone)
  }

  static func groups(in piece: Scalars) -> [String] {
    piece.split { !isDigit($0) }.map { String(Substring($0)) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    ".,-/+()\u{2011}\u{2013}".unicodeScalars.contains(scalar)
  }
}

enum DateReading {
  /// People who are alive, and a little more.
  static let years = 1900...2099

  static func dates(_ groups: [String], isISO: Bool) -> [PartialDate] {
    switch groups.count {
    case 1: bare(groups[0])
    case 2: isISO ? yearFirst(groups) : dayFirst(groups[0], groups[1], year: nil)
    case 3: isISO && groups[0].count == 4 ? yearFirst(groups) : dayFirst(groups)
    default: []
    }
  }

  /// «1990», «12031990», «19900312», «120390».
  private static func bare(_ digits: String) -> [PartialDate] {
    let all = Array(digits)
    func part(_ range: Range<Int>) -> String { String(all[range]) }
    switch all.count {
    case 4:
      guard let year = Int(digits), years.contains(year) else { return [] }
      return [PartialDate(years: [year...year])]
    case 6: return dayFirst(part(0..<2), part(2..<4), year: part(4..<6), isTyping: false)
    case 8:
      return dayFirst(part(0..<2), part(2..<4), year: part(4..<8))
        + yearFirst([part(0..<4), part(4..<6), part(6..<8)])
    default: return []
    }
  }

  private static func dayFirst(_ groups: [String]) -> [PartialDate] {
    dayFirst(groups[0], groups[1], year: groups[2])
  }

  private static func dayFirst(
    _ day: String, _ month: String, year: String?, isTyping: Bool = true
  ) -> [PartialDate] {
    guard day.count <= 2, month.count <= 2, let day = Int(day), let month = Int(month),
      (1...31).contains(day), (1...12).contains(month)
    else { return [] }
    guard let year else { return [PartialDate(years: nil, month: month, day: day)] }
    let years = yearRanges(year, isTyping: isTyping)
    return years.isEmpty ? [] : [PartialDate(years: years, month: month, day: day)]
  }

  /// «1990-03-12» and its beginnings.
  private static func yearFirst(_ groups: [String]) -> [PartialDate] {
    guard groups[0].count == 4, let year = Int(groups[0]), years.contains(year) else { return [] }
    let month = groups.count > 1 ? Int(groups[1]) : nil
    let day = groups.count > 2 ? Int(groups[2]) : nil
    guard (1...12).contains(month ?? 1), (1...31).contains(day ?? 1),
      groups.dropFirst().allSatisfy({ $0.count <= 2 })
    else { return [] }
    return [PartialDate(years: [year...year], month: month, day: day)]
  }

  /// «90» is 1990 or 2090, and while typing also the beginning of a year: «19» is 1919, 2019, 19xx.
  private static func yearRanges(_ text: String, isTyping: Bool) -> [ClosedRange<Int>] {
    guard let number = Int(text) else { return [] }
    switch text.count {
    case 4: return years.contains(number) ? [number...number] : []
    case 3 where isTyping && (190...209).contains(number): return [number * 10...number * 10 + 9]
    case 2:
      let short = [1900 + number...1900 + number, 2000 + number...2000 + number]
      return isTyping && (19...20).contains(number)
        ? short + [number * 100...number * 100 + 99] : short
    case 1 where isTyping && (1...2).contains(number):
      return number == 1 ? [1900...1999] : [2000...2099]
    default: return []
    }
  }
}
