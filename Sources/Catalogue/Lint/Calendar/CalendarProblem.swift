package import Domain

/// What can be wrong with a year of the production calendar.
package enum CalendarProblem: Hashable, Sendable {
  case anotherYear(CalendarDate)
  case listedTwice(CalendarDate)
  /// What is moved is a Saturday or a Sunday, and it is moved to another day of the week.
  case noDayOff(CalendarDate)
  case noWorkingDay(CalendarDate)
  case wrongSum(stated: Int, counted: Int)
  case secondYear(Int, first: String)
}

extension CalendarProblem {
  var wording: CatalogueProblem.Wording {
    switch self {
    case .anotherYear(let day):
      .init(
        "calendar-year", .error, "\(day) is in another year", do: "put it into that year's file")
    case .listedTwice(let day):
      .init("calendar-day-twice", .error, "\(day) stands twice", do: "keep one")
    case .noDayOff(let day):
      .init(
        "calendar-no-day-off", .error, "\(day) is no Saturday and no Sunday, so it cannot be moved",
        do: "compare `from` with the decree")
    case .noWorkingDay(let day):
      .init(
        "calendar-no-working-day", .error, "\(day) is a day off without the transfer",
        do: "compare `to` with the decree")
    case .wrongSum(let stated, let counted):
      .init(
        "calendar-sum", .error,
        "\(counted) working days by this file, but `working_days` is \(stated)",
        do: "compare the holidays and the transfers with the decree and the published sum")
    case .secondYear(let year, let first):
      .init(
        "calendar-year-twice", .error, "the year \(year) stands at \(first) too", do: "keep one")
    }
  }
}
