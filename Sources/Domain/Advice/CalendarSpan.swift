/// A length of time by the calendar.
package struct CalendarSpan: Codable, Hashable, Sendable {
  package enum Unit: String, Codable, CaseIterable, Sendable { case days, months, years }

  /// A hundred years in days, and more than any law counts.
  package static let longest = 36_525

  package var count: Int
  package var unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  enum CodingKeys: String, CodingKey { case count, unit }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    count = try container.decode(Int.self, forKey: .count)
    unit = try container.decode(Unit.self, forKey: .unit)
    guard (0...Self.longest).contains(count) else {
      throw DecodingError.dataCorruptedError(
        forKey: .count, in: container, debugDescription: "0 to \(Self.longest) is wanted here")
    }
  }

  /// The last day of the span when it begins on `start`: the same day of the month, or the month's
  /// last where there is none (Civil Code of the Russian Federation, article 192, part 3).
  package func end(from start: CalendarDate) -> CalendarDate { unit.after(start, count) }

  /// The day from which the span ends on `end` at the earliest.
  func start(to end: CalendarDate) -> CalendarDate { unit.after(end, -count) }
}

extension CalendarSpan.Unit {
  fileprivate func after(_ date: CalendarDate, _ count: Int) -> CalendarDate {
    switch self {
    case .days: date.adding(days: count)
    case .months: date.adding(months: count)
    case .years: date.adding(months: 12 * count)
    }
  }

  /// How many full units have passed since `date`; below zero for a day to come. Who was born on
  /// 29 February is a year older on 28 February of a common year, as `CalendarSpan.end` has it.
  package func passed(since date: CalendarDate, on today: CalendarDate) -> Int {
    let days = today.dayNumber - date.dayNumber
    if self == .days { return days }
    var months = (today.year - date.year) * 12 + today.month - date.month
    // The day may not be reached yet in this month; what is short by more does not occur.
    if date.adding(months: months) > today { months -= 1 }
    guard self == .years else { return months }
    var years = today.year - date.year
    if after(date, years) > today { years -= 1 }
    return years
  }
}
