// Time as values: nothing here reads a clock or a time zone.

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Sendable, Comparable, Codable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a UTC time: \(text)")
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }

  package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
  package static func + (left: Self, seconds: Int64) -> Self {
    Instant(milliseconds: left.milliseconds + seconds * 1000)
  }

  /// `2026-11-24T09:05:00.123Z`.
  package var iso8601: String {
    let (date, time) = civil(offset: .utc)
    let fraction = floorModulo(milliseconds, 1000)
    return
      "\(date)T\(two(time.hour)):\(two(time.minute)):\(two(time.second)).\(three(Int(fraction)))Z"
  }

  /// Reads exactly the form that `iso8601` writes, with or without milliseconds.
  package init?(iso8601 text: String) {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, let date = CalendarDate(String(parts[0])), parts[1].last == "Z" else {
      return nil
    }
    let clock = parts[1].dropLast().split(separator: ":")
    guard clock.count == 3, let hour = Int(clock[0]), let minute = Int(clock[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    let seconds = clock[2].split(separator: ".", maxSplits: 1)
    guard let second = Int(seconds[0]), (0...59).contains(second) else { return nil }
    var fraction = 0
    if seconds.count == 2 {
      guard seconds[1].count == 3, let value = Int(seconds[1]), value >= 0 else { return nil }
      fraction = value
    }
    let day = Int64(date.dayNumber) * 86_400
    milliseconds = (day + Int64(hour * 3600 + minute * 60 + second)) * 1000 + Int64(fraction)
  }

  /// The calendar date and the time of day at `offset`.
  package func civil(offset: TimeZoneOffset) -> (date: CalendarDate, time: TimeOfDay) {
    let local = floorDivide(milliseconds, 1000) + Int64(offset.seconds)
    let seconds = Int(floorModulo(local, 86_400))
    return (
      CalendarDate(dayNumber: Int(floorDivide(local, 86_400))),
      TimeOfDay(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
    )
  }

  package func date(offset: TimeZoneOffset) -> CalendarDate { civil(offset: offset).date }
}

/// The centre's distance from UTC. Russia's zones have had no summer time since 2014.
package struct TimeZoneOffset: Hashable, Sendable {
  package var seconds: Int
  package init(seconds: Int) { self.seconds = seconds }
  package static let utc = TimeZoneOffset(seconds: 0)
  package static let moscow = TimeZoneOffset(seconds: 3 * 3600)
}

package struct TimeOfDay: Hashable, Sendable {
  package var hour: Int
  package var minute: Int
  package var second: Int
  package init(hour: Int, minute: Int, second: Int) {
    self.hour = hour
    self.minute = minute
    self.second = second
  }
  /// `09:05`.
  package var short: String { "\(two(hour)):\(two(minute))" }
}

/// A day of the proleptic Gregorian calendar.
package struct CalendarDate: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// `nil` unless the day exists and the year is 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-11-24` and nothing else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Days since 1970-01-01. The arithmetic is Howard Hinnant's `days_from_civil`.
  package var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse of `dayNumber`; Hinnant's `civil_from_days`.
  package init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  package var weekday: Int { Int(floorModulo(Int64(dayNumber) + 3, 7)) + 1 }

  /// The moment at which the day begins at `offset`.
  package func start(offset: TimeZoneOffset) -> Instant {
    Instant(milliseconds: (Int64(dayNumber) * 86_400 - Int64(offset.seconds)) * 1000)
  }

  package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day of the month later, or the month's last day where there is none
  /// (Civil Code of the Russian Federation, article 192, part 3).
  package func adding(months: Int) -> CalendarDate {
    let index = year * 12 + month - 1 + months
    let newYear = Int(floorDivide(Int64(index), 12))
    let newMonth = Int(floorModulo(Int64(index), 12)) + 1
    let lastDay = Self.days(inMonth: newMonth, of: newYear)
    return CalendarDate(year: newYear, month: newMonth, day: min(day, lastDay))
      ?? CalendarDate(dayNumber: dayNumber)
  }

  /// The first and the last day of its month.
  package var startOfMonth: CalendarDate { adding(days: 1 - day) }
  package var endOfMonth: CalendarDate { startOfMonth.adding(months: 1).adding(days: -1) }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  package var description: String { "\(four(year))-\(two(month))-\(two(day))" }
  package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }
}

private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
  value >= 0 ? value / divisor : (value - divisor + 1) / divisor
}

private func floorModulo(_ value: Int64, _ divisor: Int64) -> Int64 {
  value - floorDivide(value, divisor) * divisor
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
private func three(_ value: Int) -> String { value < 100 ? "0\(two(value))" : "\(value)" }
private func four(_ value: Int) -> String { value < 1000 ? "0\(three(value))" : "\(value)" }
