import Domain
import Testing

@testable import Training

/// Services of two situations, as a catalogue would have them.
let someServices: ServicesOfSituations = [
  "birth-of-child": ["birth-registration", "newborn-snils"],
  "retirement": ["pension-account-statement"],
]

func aDay(others: Int = 60, rush: Int? = nil, windows: Int = 3) throws -> Lesson.Day {
  Lesson.Day(
    date: try #require(CalendarDate("2026-11-24")), opens: try #require(ClockTime("09:00")),
    closes: try #require(ClockTime("20:00")), windows: windows, others: others, rush: rush)
}

@Suite struct DayPlanTests {
  private func plan(_ seed: UInt64, others: Int = 60, rush: Int? = nil) throws -> DayPlan {
    DayPlan(
      try aDay(others: others, rush: rush), seed: seed, services: someServices, offset: .moscow)
  }

  @Test func oneSeedMakesOneDay() throws {
    #expect(try plan(7) == plan(7))
    #expect(try plan(7).arrivals != plan(8).arrivals)
  }

  /// Written down once: another machine, another optimiser or another year must come to the same.
  @Test func theDayOfASeedIsTheSameEverywhere() throws {
    let first = try plan(1).arrivals.prefix(3).map { arrival in
      [
        arrival.time.iso8601, arrival.situation.rawValue, arrival.mood.rawValue,
        "\(arrival.patience)", "\(arrival.talk)", arrival.citizen.details.fullName,
      ].joined(separator: " ")
    }
    #expect(first == Self.firstOfSeedOne)
  }

  private static let firstOfSeedOne = [
    "2026-11-24T06:11:06.000Z birth-of-child calm 5748 284 Бобенков Нестор Русланович",
    "2026-11-24T06:12:17.000Z birth-of-child calm 5394 288 Сыроваовский Егор Саввич",
    "2026-11-24T06:17:30.000Z birth-of-child calm 3014 245 Полынитская Эсмеральда Яковлевна",
  ]

  @Test func peopleComeInOpeningHoursAndInOrder() throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      let plan = try plan(seed)
      #expect(plan.arrivals.count == 60)
      #expect(plan.arrivals.allSatisfy { $0.time >= plan.opens && $0.time < plan.closes })
      #expect(zip(plan.arrivals, plan.arrivals.dropFirst()).allSatisfy { $0.time <= $1.time })
      #expect(Set(plan.arrivals.map(\.citizen.id)).count == plan.arrivals.count)
      #expect(plan.arrivals.allSatisfy { someServices[$0.situation] != nil })
      #expect(plan.arrivals.allSatisfy { $0.patience > 0 && $0.talk > 0 })
    }
  }

  @Test func theMorningIsBusierThanLunch() throws {
    let plan = try plan(3, others: 2000)
    func count(_ hour: Int) -> Int {
      plan.arrivals.count { $0.time.civil(offset: .moscow).time.hour == hour }
    }
    #expect(count(9) > count(13) * 3 / 2)
    #expect(count(19) < count(16))
  }

  @Test func thoseAtTheDoorComeWhenItOpens() throws {
    let plan = try plan(5, others: 0, rush: 30)
    #expect(plan.arrivals.count == 30)
    #expect(plan.arrivals.allSatisfy { $0.time < plan.opens + 30 })
  }
}

@Suite struct AgendaTests {
  @Test func givesBackByTimeAndThenByEntry() {
    var agenda = Agenda<Int>()
    for (number, time) in [5, 3, 5, 1, 3, 9, 1, 5].enumerated() {
      agenda.add(number, at: Instant(milliseconds: Int64(time)))
    }
    var order: [Int] = []
    while let (_, item) = agenda.take() { order.append(item) }
    #expect(order == [3, 6, 1, 4, 0, 2, 7, 5])
  }
}
