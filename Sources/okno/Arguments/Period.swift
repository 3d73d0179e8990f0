internal import Domain

// The days that a command is about.

extension OptionSpec {
  static let from = OptionSpec("from", .date, ru: "с этого дня", en: "from this day on")
  static let to = OptionSpec(
    "to", .date, ru: "по этот день включительно", en: "to this day, included")
}

extension Session {
  /// The period of `--from` and `--to`; all time where they are left out.
  func period() throws(Failure) -> (from: CalendarDate, to: CalendarDate) {
    let first = invocation.date(.from) ?? CalendarDate(dayNumber: 0)
    // The day before the last of the calendar, since the end of a period is the start of the next day.
    let last = invocation.date(.to) ?? CalendarDate(dayNumber: 2_932_895)
    guard first <= last else {
      throw .usage(
        invocation.command, ru: "--from \(first) позже, чем --to \(last)",
        en: "--from \(first) is after --to \(last)")
    }
    return (first, last)
  }
}
