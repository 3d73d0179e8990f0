// What lists call a service: its title where there is room, else its short name.

import Canvas
import Catalogue
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct ServiceNameTests {
  private let service: Service

  init() throws { service = try #require(SampleCatalogue.birth.services.first) }

  @Test func theTitleStandsWhereItFits() {
    #expect(service.title.ru == "Государственная регистрация рождения")
    #expect(service.title(.ru, within: 36) == "Государственная регистрация рождения")
    #expect(service.title(.ru, within: 35) == "Регистрация рождения")
    #expect(service.title(.en, within: 21) == "Registration of birth")
    #expect(service.title(.en, within: 20) == "Birth registration")
  }

  @Test func aTitleWithoutAShortNameIsLeftToBeCut() {
    var service = service
    service.short = nil
    #expect(service.title(.ru, within: 20) == service.title.ru)
  }

  @Test func aNarrowListShowsTheShortNameAndThePaneTheTitle() {
    let desk = TestDesk(size: Size(columns: 80, rows: 24))
    desk.go(to: .situation)
    desk.expectScreen(contains: "[ ]  1 Регистрация рождения ")
    desk.expectScreen(contains: "Государственная регистрация")
  }

  /// At 80 columns nobody has to guess: each service of the real catalogue is named whole.
  @Test(arguments: Language.allCases)
  func theRealCatalogueIsNamedWhole(language: Language) throws {
    let content = try BundledCatalogue().load()
    for situation in content.situations {
      let sheet = content.sheet(of: situation)
      var state = Sample.state(size: Size(columns: 80, rows: 60), language: language)
      state.screens = [.home, .situation(SituationScreen(sheet: sheet))]
      let rows = ScreenText.plain(view(state, theme: ScreenProfile.mono.theme))
        .filter { $0.contains("[ ]") }.map { $0.prefix(38) }
      #expect(rows.count == sheet.services.count, "\(situation.id)")
      for (row, service) in zip(rows, sheet.services) {
        let names = [service.title(language), service.short?(language)].compactMap { $0 }
        #expect(names.contains { row.contains($0) }, "\(service.id): \(row)")
      }
    }
  }
}

extension CatalogueContent {
  /// A situation as the store hands it to the desk.
  func sheet(of situation: LifeSituation) -> SituationSheet {
    SituationSheet(
      situation: situation,
      services: situation.services.compactMap { link in services.first { $0.id == link.id } },
      documents: Dictionary(
        documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
  }
}
