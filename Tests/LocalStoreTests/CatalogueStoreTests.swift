import Domain
import Testing

@testable import LocalStore

@Suite struct CatalogueStoreTests {
  @Test(arguments: Place.allCases)
  func aSheetHasServicesAndDocumentsInOrder(_ place: Place) throws {
    let desk = try TestStore(place)
    let sheet = try #require(try desk.store.sheet(of: "birth-of-child"))
    #expect(sheet.situation == SampleCatalogue.content.situations[0])
    #expect(sheet.services.map(\.id) == ["birth-certificate", "child-allowance"])
    #expect(Set(sheet.documents.keys) == ["passport", "medical-certificate"])
    #expect(try desk.store.sheet(of: "no-such") == nil)
    #expect(try desk.store.service("passport") == SampleCatalogue.content.services[3])
    #expect(try desk.store.service("no-such") == nil)
  }

  @Test func situationsAreListedInTheCataloguesOrder() throws {
    let desk = try TestStore()
    #expect(
      try desk.store.situations().map(\.id) == ["birth-of-child", "change-of-residence"])
    #expect(try desk.store.situations(with: "passport") == ["change-of-residence"])
    #expect(try desk.store.situations(with: "no-such").isEmpty)
  }

  @Test(arguments: Place.allCases)
  func aCatalogueThatIsStoredIsNotAskedFor(_ place: Place) throws {
    let desk = try TestStore(place)
    struct Asked: Error {}
    #expect(try !desk.store.installCatalogue({ throw Asked() }, fingerprint: [1]))
    #expect(throws: StoreError.self) {
      try desk.store.installCatalogue({ throw Asked() }, fingerprint: [2])
    }
    #expect(try desk.store.situations().count == 2)
  }

  @Test func anotherCatalogueTakesThePlaceOfTheFirst() throws {
    let desk = try TestStore()
    var content = SampleCatalogue.content
    content.situations.removeFirst()
    #expect(try desk.store.installCatalogue({ content }, fingerprint: [2]))
    #expect(try desk.store.situations().map(\.id) == ["change-of-residence"])
    #expect(try desk.store.situations(with: "birth-certificate").isEmpty)
  }

  @Test func aVisitToALostSituationKeepsItsID() throws {
    let desk = try TestStore()
    try desk.log(nil)
    var content = SampleCatalogue.content
    content.situations.removeFirst()
    try desk.store.installCatalogue({ content }, fingerprint: [2])
    let day = try desk.store.day(desk.today, offset: .moscow)
    #expect(day.visits.map(\.situationTitle.ru) == ["birth-of-child"])
  }
}

@Suite struct DeskTests {
  @Test(arguments: Place.allCases)
  func aDraftIsKeptUntilItIsCleared(_ place: Place) throws {
    let desk = try TestStore(place)
    #expect(try desk.store.draft() == nil)
    for text in ["{}", "{\"note\":\"ё\"}"] {
      try desk.store.saveDraft(text)
      #expect(try desk.store.draft() == text)
    }
    try desk.store.clearDraft()
    #expect(try desk.store.draft() == nil)
  }

  @Test func aSettingIsKeptUntilItIsTakenAway() throws {
    let desk = try TestStore()
    try desk.store.setSetting("theme", "night")
    try desk.store.setSetting("theme", "day")
    #expect(try desk.store.setting("theme") == "day")
    try desk.store.setSetting("theme", nil)
    #expect(try desk.store.setting("theme") == nil)
  }
}
