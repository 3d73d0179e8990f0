// Values that tests begin with: a moment, people, a desk that has started.

package import Canvas
package import DeskCore
package import Domain

package enum Sample {
  /// Tuesday, 2026-11-24, 12:05 in Moscow.
  package static let now = Instant(milliseconds: 1_795_511_100_000)
  package static let facts = Facts(now: now, offset: .moscow)
  package static let size = Size(columns: 80, rows: 24)

  /// An id that the number gives.
  package static func id<Entity>(_ number: UInt64) -> Identifier<Entity> {
    Identifier(UUIDv7(at: now, random: (0, number)))
  }

  package static let settings = Settings(
    theme: "day", themes: ["day", "night", "contrast"], deskName: "Окно 4",
    centreName: "МФЦ Центральный")

  package static let maria = Citizen(
    id: id(1),
    details: CitizenDetails(
      surname: "Иванова", givenName: "Мария", patronymic: "Петровна",
      birthDate: CalendarDate(year: 1996, month: 2, day: 29), snils: SNILS("112-233-445 95"),
      phone: Phone("89161234567")))

  package static let ivan = Citizen(
    id: id(2), details: CitizenDetails(surname: "Кузнецов", givenName: "Иван"))

  /// Мария with a case whose child was born on 1 November, and one earlier visit.
  package static let mariasCard = CitizenCard(
    citizen: maria,
    cases: [
      SituationCase(
        id: id(11), citizen: maria.id, situation: "birth-of-child",
        eventDate: CalendarDate(year: 2026, month: 11, day: 1), opened: now + -86_400,
        services: ["birth-registration": .issued, "birth-allowance": .open])
    ],
    visits: [
      Visit(
        id: id(12), situation: "birth-of-child",
        services: [Visit.Line(id: "birth-registration", outcome: .issued)], citizen: maria.id,
        channel: .counter, started: now + -87_000, ended: now + -86_400)
    ])

  /// A desk before its first event.
  package static func state(size: Size = size, language: Language = .ru) -> State {
    var settings = settings
    settings.language = language
    var state = State(
      size: size, settings: settings, clock: Clock(now: now, offset: .moscow),
      ids: IDSource(seed: 7))
    state.situations = SampleCatalogue.summaries
    return state
  }
}
