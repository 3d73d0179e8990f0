import Catalogue
import Domain
import SamplePeople
import Testing

@testable import LocalStore

/// A store with the bundled catalogue, some citizens, and a searcher on it.
struct SearchDesk {
  let store: LocalStore
  let searcher: Searcher
  /// Read once: parsing is the longest part of making a desk.
  static let catalogue = Result { try BundledCatalogue().load() }
  static let today = CalendarDate(year: 2026, month: 11, day: 24)

  init(_ people: [Citizen] = [], samples: Int = 0) throws {
    store = try LocalStore(inMemory: IDSource(seed: 3), now: TestStore.morning)
    let content = try Self.catalogue.get()
    try store.installCatalogue({ content }, fingerprint: content.fingerprint)
    let sampled = Array(SamplePeople(seed: 5, count: samples))
    try store.receive(people + sampled)
    searcher = Searcher(store.connection)
    while try searcher.warmUp() {}
  }

  func search(_ text: String, _ kinds: Set<SearchHit.Kind> = Set(SearchHit.Kind.allCases))
    throws -> [SearchHit]
  {
    try searcher.search(text, kinds: kinds, limit: 20, today: Self.today)
  }

  /// The names of those found.
  func people(_ text: String) throws -> [String] { try search(text, [.citizen]).map(\.title) }
}

/// A few people in whose names the search's difficulties are.
enum People {
  static let maria = person(
    1, "Иванова", "Мария", "Петровна", "1990-03-12", "112-233-445 95", "+7 916 123-45-67")
  static let peter = person(2, "Иванов", "Пётр", "Семёнович", "1961-12-01", nil, "+7 495 765-43-21")
  static let anna = person(3, "Ёлкина-Громова", "Анна", "Ильинична", "2001-01-31", nil, nil)
  static let alexander = person(4, "Щербаков", "Александр", "Юрьевич", "1985-07-07", nil, nil)
  static let galym = person(5, "Әбішев", "Ғалым", "", "1979-05-20", nil, nil)
  static let zoya = person(6, "Иванова", "Зоя", "Эрастовна", "1950-02-28", nil, nil)
  static let company = Citizen(
    id: id(7),
    details: CitizenDetails(
      audience: .business, surname: "ООО «Ромашка-Сервис»", phone: Phone("+7 812 300-00-01")))

  static let all = [maria, peter, anna, alexander, galym, zoya, company]

  /// Somebody of whom only the name matters.
  static func named(_ name: String, _ number: UInt64) -> Citizen {
    let parts = name.split(separator: " ").map(String.init)
    return person(100 + number, parts[0], parts[1], parts[2], "1980-01-01", nil, nil)
  }

  private static func id(_ number: UInt64) -> Citizen.ID {
    Citizen.ID(UUIDv7(at: TestStore.morning, random: (number, number)))
  }

  private static func person(
    _ number: UInt64, _ surname: String, _ givenName: String, _ patronymic: String,
    _ birthDate: String, _ snils: String?, _ phone: String?
  ) -> Citizen {
    Citizen(
      id: id(number),
      details: CitizenDetails(
        surname: surname, givenName: givenName, patronymic: patronymic,
        birthDate: CalendarDate(birthDate), snils: snils.flatMap { SNILS($0) },
        phone: phone.flatMap { Phone($0) }))
  }
}
