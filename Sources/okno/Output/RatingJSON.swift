internal import Domain

/// What the ratings say, as JSON: shares from 0 to 1.
enum RatingJSON {
  /// The keys of a summary, and after them those of the picture.
  static func summary(_ picture: RatingPicture) -> JSONValue {
    guard case .object(let members) = JSONValue.ratings(picture.summary) else { return .null }
    return .object(members + pictureMembers(picture))
  }

  static func pictureMembers(_ picture: RatingPicture) -> [JSONValue.Member] {
    let summary = picture.summary
    return [
      JSONValue.Member(key: "asked", value: .integer(summary.asked)),
      JSONValue.Member(key: "response_rate", value: share(summary.responseRate)),
      JSONValue.Member(key: "best_interval", value: interval(summary.bestInterval)),
      JSONValue.Member(key: "control", value: control(picture.control)),
      JSONValue.Member(key: "callbacks", value: callbacks(picture.callbacks)),
      JSONValue.Member(key: "signs", value: .array(picture.signs) { .string($0.name) }),
      JSONValue.Member(key: "by_situation", value: .array(picture.situations, situation)),
    ]
  }

  static func interval(_ interval: WilsonInterval?) -> JSONValue {
    guard let interval else { return .null }
    return ["low": .number(interval.low), "high": .number(interval.high)]
  }

  /// A month by hour and by window.
  ///
  /// - Parameter name: of a window.
  static func monthMembers(
    _ month: MonthPicture, _ name: (Identifier<Desk>) -> String
  ) -> [JSONValue.Member] {
    func answers(_ key: JSONValue.Member..., of count: BestCount) -> JSONValue {
      .object(
        key + [
          JSONValue.Member(key: "count", value: .integer(count.given)),
          JSONValue.Member(key: "share_best", value: share(count.share)),
          JSONValue.Member(key: "interval", value: interval(count.interval)),
        ])
    }
    let hours = JSONValue.array(month.hours) {
      answers(JSONValue.Member(key: "hour", value: .integer($0.hour)), of: $0.answers)
    }
    let windows = JSONValue.array(month.windows) {
      answers(
        JSONValue.Member(key: "window", value: .string($0.desk.description)),
        JSONValue.Member(key: "name", value: .string(name($0.desk))), of: $0.answers)
    }
    return [
      JSONValue.Member(key: "by_hour", value: hours),
      JSONValue.Member(key: "by_window", value: windows),
      JSONValue.Member(
        key: "above_others",
        value: .array(month.aboveOthers) { .string($0.desk.description) }),
    ]
  }

  private static func control(_ control: ControlSample) -> JSONValue {
    [
      "issued": .integer(control.issued), "answered": .integer(control.answered),
      "share_best": share(control.share), "interval": interval(control.interval),
    ]
  }

  private static func callbacks(_ calls: CallbackFigures) -> JSONValue {
    [
      "open": .integer(calls.open), "overdue": .integer(calls.overdue),
      "settled": .integer(calls.settled), "won_back": .integer(calls.wonBack),
    ]
  }

  static func callback(_ call: Callback, today: CalendarDate) -> JSONValue {
    [
      "id": .string(call.id.description), "phone": .text(call.phone?.digits),
      "asked": .string("\(call.asked)"), "due": .string("\(call.due)"),
      "overdue": .bool(call.isOverdue(on: today)), "outcome": .text(call.outcome?.rawValue),
      "settled": .text(call.settled.map { "\($0)" }),
    ]
  }

  private static func situation(_ ratings: SituationRatings) -> JSONValue {
    [
      "situation": .string(ratings.situation.rawValue), "asked": .integer(ratings.asked),
      "count": .integer(ratings.given), "declined": .integer(ratings.declined),
      "skipped": .integer(ratings.skipped), "timed_out": .integer(ratings.timedOut),
      "response_rate": share(ratings.responseRate), "share_best": share(ratings.shareBest),
      "interval": interval(ratings.bestInterval),
    ]
  }

  private static func share(_ share: Double?) -> JSONValue { share.map { .number($0) } ?? .null }
}

extension RatingSign {
  fileprivate var name: String {
    switch self {
    case .tooFast: "too_fast"
    case .bursts: "bursts"
    case .oneDigit: "one_digit"
    case .aboveControl: "above_control"
    }
  }
}
