import Domain
import Testing

@testable import LocalStore

@Suite struct CitizenTests {
  @Test(arguments: Place.allCases)
  func aCitizenIsFoundAsEntered(_ place: Place) throws {
    let desk = try TestStore(place)
    let citizen = try desk.addCitizen(snils: "112-233-445 95")
    #expect(try desk.store.citizen(citizen.id) == citizen)
    #expect(try desk.store.citizen(desk.ids.make()) == nil)
  }

  @Test(arguments: Place.allCases)
  func aNameIsNeeded(_ place: Place) throws {
    let desk = try TestStore(place)
    let blank = Citizen(id: desk.ids.make(), details: CitizenDetails(surname: " ", givenName: ""))
    let long = Citizen(
      id: desk.ids.make(), details: CitizenDetails(surname: String(repeating: "я", count: 501)))
    for citizen in [blank, long] {
      let error = #expect(throws: StoreError.self) {
        try desk.store.addCitizen(citizen, desk.stamp())
      }
      #expect(error?.code == "bad_input")
    }
    #expect(try desk.store.operations().isEmpty)
    #expect(try desk.store.auditEntries().isEmpty)
  }

  @Test func anIDIsTakenOnce() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    #expect(throws: StoreError.self) { try desk.store.addCitizen(citizen, desk.stamp()) }
    #expect(try desk.store.operations().count == 1)
  }

  @Test(arguments: Place.allCases)
  func changesOfDifferentFieldsMerge(_ place: Place) throws {
    let desk = try TestStore(place)
    let seen = try desk.addCitizen()
    var one = seen
    one.details.phone = Phone("+7 900 000-00-01")
    var other = seen
    other.details.surname = "Иванова"
    try desk.store.changeCitizen(one, basedOn: seen, desk.stamp())
    let merged = try desk.store.changeCitizen(other, basedOn: seen, desk.stamp())
    #expect(merged.details.surname == "Иванова")
    #expect(merged.details.phone == one.details.phone)
    #expect(merged.version == 3)
    #expect(try desk.store.citizen(seen.id) == merged)
  }

  @Test func changesOfOneFieldToDifferentValuesConflict() throws {
    let desk = try TestStore()
    let seen = try desk.addCitizen()
    var one = seen
    one.details.surname = "Иванова"
    var other = seen
    other.details.surname = "Петрова"
    let current = try desk.store.changeCitizen(one, basedOn: seen, desk.stamp())
    #expect(throws: StoreError.conflict(current: current)) {
      try desk.store.changeCitizen(other, basedOn: seen, desk.stamp())
    }
    #expect(try desk.store.citizen(seen.id) == current)
  }

  @Test func theSameChangeTwiceIsOneChange() throws {
    let desk = try TestStore()
    let seen = try desk.addCitizen()
    var wanted = seen
    wanted.details.phone = nil
    try desk.store.changeCitizen(wanted, basedOn: seen, desk.stamp())
    let again = try desk.store.changeCitizen(wanted, basedOn: seen, desk.stamp())
    #expect(again.version == 2)
    #expect(again.details.phone == nil)
    #expect(try desk.store.operations().count == 2)
  }

  @Test func aChangeIsLoggedWithWhatWasSeen() throws {
    let desk = try TestStore()
    let seen = try desk.addCitizen()
    var wanted = seen
    wanted.details.phone = nil
    wanted.details.givenName = "Анна"
    try desk.store.changeCitizen(wanted, basedOn: seen, desk.stamp())
    let body = try #require(try desk.store.operations().last?.operation.body)
    #expect(
      body == """
        {"id":"\(seen.id)",\
        "seen":{"given_name":"Мария","phone":"79161234567"},\
        "set":{"given_name":"Анна","phone":null},"version":2}
        """)
  }

  @Test func aChangeOfNobodyIsNotFound() throws {
    let desk = try TestStore()
    let nobody = Citizen(id: desk.ids.make(), details: CitizenDetails(surname: "Никто"))
    #expect(throws: StoreError.notFound(kind: "citizen", id: "\(nobody.id)")) {
      try desk.store.changeCitizen(nobody, basedOn: nobody, desk.stamp())
    }
    #expect(throws: StoreError.notFound(kind: "citizen", id: "\(nobody.id)")) {
      try desk.store.eraseCitizen(nobody.id, desk.stamp())
    }
  }

  @Test func duplicatesHaveTheSameSNILSOrTheSameNameAndBirthDate() throws {
    let desk = try TestStore()
    let one = try desk.addCitizen("Ёлкина", snils: "112-233-445 95")
    _ = try desk.addCitizen("Ёлкина", birthDate: "1991-03-12")
    _ = try desk.addCitizen("Петрова")
    let bySNILS = CitizenDetails(surname: "Новая", snils: SNILS("11223344595"))
    #expect(try desk.store.duplicates(of: bySNILS) == [one])
    let byName = CitizenDetails(
      surname: "ЕЛКИНА", givenName: "мария", birthDate: CalendarDate("1990-03-12"))
    #expect(try desk.store.duplicates(of: byName) == [one])
    let nobody = CitizenDetails(surname: "Ёлкина", givenName: "Мария")
    #expect(try desk.store.duplicates(of: nobody).isEmpty)
  }
}
