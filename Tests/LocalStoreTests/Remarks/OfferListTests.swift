import Catalogue
import Domain
import Testing

@testable import LocalStore

/// To whom something can be offered, and what became of offers.
@Suite struct OfferListTests {
  private let desk: TestStore
  private let advice: AdviceBook
  private let book: OfferBook

  init() throws {
    desk = try TestStore()
    advice = try BundledCatalogue().adviceBook()
    let content = try BundledCatalogue().load()
    book = OfferBook(
      offers: try BundledCatalogue().offers(), situations: content.situations,
      services: content.services)
  }

  private func list(_ minutes: Int64 = 0) throws -> [OfferLine] {
    try desk.store.offerList(
      advice, book, in: ProductionCalendar(), region: nil, desk.stamp(minutes))
  }

  private func answer(
    _ answer: OfferAnswer, _ offer: StandingOffer, of citizen: Citizen.ID, minutes: Int64
  ) throws {
    try desk.store.tell(
      RemarkDraft(
        id: desk.ids.make(),
        content: .offer(offer.id, answer, reason: "потом", occasion: offer.occasion)),
      of: citizen, desk.stamp(minutes))
  }

  /// Born twenty years and three days before the test's day.
  private var born: String { "\(desk.today.adding(months: -240).adding(days: -3))" }

  @Test func aBirthdayIsOnTheListAndTheLookIsAudited() throws {
    let citizen = try desk.addCitizen(birthDate: born).id
    _ = try desk.addCitizen("Другая", birthDate: "1990-03-12")
    let line = try #require(try list().first)
    #expect(try list().count == 1 && line.citizen == citizen && line.name.hasPrefix("Ёлкина"))
    #expect(line.offers.map(\.id) == ["passport-at-20"])
    let looks = try desk.store.auditEntries().filter { $0.purpose == "offers" }
    #expect(looks.map(\.subjectID) == ["\(citizen)", "\(citizen)"])
  }

  @Test func aDeadlineOfAnOpenCaseIsOnTheList() throws {
    let citizen = try desk.addCitizen().id
    try desk.log(citizen, event: "\(desk.today.adding(days: -25))")
    let line = try #require(try list(10).first)
    #expect(line.citizen == citizen && line.offers.allSatisfy { $0.situation == "birth-of-child" })
  }

  @Test func whatWasPutOffIsThereTomorrowAndWhatWasDeclinedIsNot() throws {
    let citizen = try desk.addCitizen(birthDate: born).id
    let offer = try #require(try list().first?.offers.first)
    try answer(.notToday, offer, of: citizen, minutes: 5)
    #expect(try list(10).isEmpty)
    #expect(try list(1440).first?.offers.first?.wasPutOff == true)
    try answer(.declined, offer, of: citizen, minutes: 1450)
    #expect(try list(4000).isEmpty)
  }

  /// Each offer counts once, by its last answer.
  @Test func offersAreCountedForTheTargets() throws {
    let citizen = try desk.addCitizen(birthDate: born).id
    let offer = try #require(try list().first?.offers.first)
    func targets() throws -> TargetFigures.Offers {
      let figures = try desk.store.figures(from: desk.today, to: desk.today, offset: .moscow)
      return try desk.store.targets(of: figures, baseline: nil, offset: .moscow).offers
    }
    #expect(try targets() == TargetFigures.Offers(made: 0, taken: 0))
    try answer(.notToday, offer, of: citizen, minutes: 5)
    #expect(try targets() == TargetFigures.Offers(made: 1, taken: 0))
    try answer(.taken, offer, of: citizen, minutes: 9)
    #expect(try targets() == TargetFigures.Offers(made: 1, taken: 1))
    try desk.store.eraseCitizen(citizen, desk.stamp(20))
    #expect(try targets() == TargetFigures.Offers(made: 0, taken: 0))
  }
}
