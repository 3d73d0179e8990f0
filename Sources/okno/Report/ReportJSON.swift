internal import Domain

/// A report as JSON: the figures themselves, shares from 0 to 1 and times in seconds.
enum ReportJSON {
  static func value(_ source: ReportSource) -> JSONValue {
    let figures = source.figures
    return [
      "from": .string("\(figures.from)"), "to": .string("\(figures.to)"),
      "visits": .integer(figures.visits), "services": .integer(figures.services),
      "by_situation": entries(figures.bySituation, source.names.situation) { $0.rawValue },
      "by_service": entries(figures.byService, source.names.service) { $0.rawValue },
      "by_outcome": words(Outcome.allCases, figures.byOutcome),
      "by_channel": words(VisitChannel.allCases, figures.byChannel),
      "by_window": entries(figures.byDesk, source.window) { $0.description },
      "by_day": .array(figures.byDay.sorted { $0.key < $1.key }) {
        ["date": .string("\($0.key)"), "count": .integer($0.value)]
      },
      "by_hour": .array(figures.byHour) { .integer($0) },
      "tickets": tickets(figures.tickets), "waiting": lengths(figures.waiting),
      "serving": lengths(figures.serving), "ratings": ratings(source),
      "targets": targets(source.targets),
    ]
  }

  private static func entries<Key>(
    _ counts: [Key: Int], _ name: (Key) -> String, id: (Key) -> String
  ) -> JSONValue {
    .array(ranked(counts, name)) {
      ["id": .string(id($0.key)), "title": .string($0.name), "count": .integer($0.count)]
    }
  }

  private static func words<Word: RawRepresentable<String> & Hashable>(
    _ all: [Word], _ counts: [Word: Int]
  ) -> JSONValue {
    .object(all.map { JSONValue.Member(key: $0.rawValue, value: .integer(counts[$0] ?? 0)) })
  }

  private static func tickets(_ tickets: PeriodFigures.Tickets) -> JSONValue {
    [
      "issued": .integer(tickets.issued), "done": .integer(tickets.done),
      "no_show": .integer(tickets.noShow), "left": .integer(tickets.left),
      "open": .integer(tickets.open),
    ]
  }

  private static func lengths(_ lengths: Lengths?) -> JSONValue {
    guard let lengths else { return .null }
    func seconds(_ length: Int64) -> JSONValue { .integer((length + 500) / 1000) }
    var members = [
      JSONValue.Member(key: "count", value: .integer(lengths.count)),
      JSONValue.Member(key: "median_seconds", value: seconds(lengths.median)),
      JSONValue.Member(key: "p90_seconds", value: seconds(lengths.p90)),
      JSONValue.Member(key: "longest_seconds", value: seconds(lengths.longest)),
    ]
    if let count = lengths.overLimit, let share = lengths.shareOverLimit {
      members.append(JSONValue.Member(key: "over_limit", value: .integer(count)))
      members.append(JSONValue.Member(key: "share_over_limit", value: .number(share)))
    }
    return .object(members)
  }

  private static func ratings(_ source: ReportSource) -> JSONValue {
    let picture = source.picture
    guard case .object(let members) = ratings(picture.summary) else { return .null }
    let known = Set(members.map(\.key))
    return .object(
      members + RatingJSON.pictureMembers(picture).filter { !known.contains($0.key) }
        + RatingJSON.monthMembers(picture.month, source.window))
  }

  private static func ratings(_ summary: RatingSummary) -> JSONValue {
    [
      "asked": .integer(summary.asked), "count": .integer(summary.count),
      "declined": .integer(summary.declined), "skipped": .integer(summary.skipped),
      "timed_out": .integer(summary.timedOut), "response_rate": share(summary.responseRate),
      "share_count": .integer(summary.shareCount), "share_best": share(summary.shareBest),
      "share_not_best": share(summary.shareNotBest),
      "not_best_by_criterion": summary.notBestByCriterion.map { shares in
        .object(
          Criterion.allCases.map {
            JSONValue.Member(key: $0.rawValue, value: .number(shares[$0] ?? 0))
          })
      } ?? .null,
    ]
  }

  private static func targets(_ targets: TargetFigures) -> JSONValue {
    [
      "electronic": [
        "possible": .integer(targets.electronic.possible),
        "done": .integer(targets.electronic.done), "share": share(targets.electronic.share),
        "goal": .number(Double(TargetFigures.electronicGoal) / 100),
        "missing": .integer(targets.electronicMissing),
      ],
      "support": [
        "supported": .integer(targets.supported),
        "goal": .integer(TargetFigures.supportedGoal),
        "offers_made": .integer(targets.offers.made),
        "offers_taken": .integer(targets.offers.taken),
      ],
      "satisfaction": [
        "share_not_best": share(targets.ratings.shareNotBest),
        "baseline_year": targets.baseline.map { .integer($0.year) } ?? .null,
        "baseline_not_best": share(targets.baseline?.notBest),
        "goal_not_best": share(targets.notBestGoal), "gain": share(targets.satisfactionGain),
      ],
      "months": .array(targets.months) {
        [
          "month": .string(String($0.start.description.prefix(7))),
          "electronic": share($0.electronic), "not_best": share($0.notBest),
        ]
      },
    ]
  }

  private static func share(_ share: Double?) -> JSONValue { share.map { .number($0) } ?? .null }
}
