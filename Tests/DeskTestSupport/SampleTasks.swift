// What sync leaves to a person, and the link's states, for tests.

package import Domain

extension Sample {
  /// Linked, the data of 09:41 today, two things to see to.
  package static let linked = SyncStatus(
    link: .linked, synced: now + -8_640, refused: 1, conflicts: 1)

  /// The link is down, the data of 09:41 today.
  package static let unlinked = SyncStatus(
    link: .waiting(until: now + 120), synced: now + -8_640, pending: 12, trouble: .unreachable)

  package static let refusedChange = RefusedOperation(
    id: id(31), kind: .citizenChanged, time: now + -9_000, refusal: .badBody, citizen: maria)

  package static let refusedVisit = RefusedOperation(
    id: id(32), kind: .visitLogged, time: now + -90_000, refusal: .badBody,
    situation: LocalizedText(ru: "Рождение ребёнка", en: "Birth of a child"))

  /// Мария has another phone and another patronymic at two windows.
  package static let conflict: CardConflict = {
    var wanted = maria.details
    wanted.phone = Phone("89037654321")
    wanted.patronymic = ""
    return CardConflict(
      id: id(41), citizen: maria.id, fields: [.patronymic, .phone], current: maria.details,
      wanted: wanted, currentBy: CardConflict.Origin(desk: "Окно 2", time: now + -7_200),
      wantedBy: CardConflict.Origin(desk: "Окно 4", time: now + -93_600))
  }()

  package static let secondIvan = Citizen(
    id: id(3),
    details: CitizenDetails(
      surname: "Кузнецов", givenName: "Иван", patronymic: "Петрович",
      birthDate: CalendarDate(year: 1980, month: 5, day: 17)))

  package static let doubles = DuplicateOffer(
    older: DuplicateOffer.Side(citizen: ivan, visits: 3, cases: 1),
    newer: DuplicateOffer.Side(citizen: secondIvan, visits: 1, cases: 0),
    reason: .nameAndBirthDate)

  package static let tasks = SyncTasks(
    refused: [refusedChange], conflicts: [conflict], duplicates: [doubles])
}
