import Catalogue
import Domain
import Testing

@Suite struct OfferLintTests {
  private static let offers = """
    [
      {
        id: "register",
        service: "registration",
        situation: "moving",
        reason: { ru: "Переезд был недавно", en: "There was a move" },
        from: { fact: "moved", after: { count: 1, unit: "days" } },
        until: { issued: "attachment", before: { count: 1, unit: "months" } },
        when: { fact: "rooms", at_least: 2 },
        provenance: { source: "https://www.gosuslugi.ru", reviewed: "2026-11-20" },
      },
    ]
    """

  /// The findings in the file of offers once `old` is replaced.
  private func findings(_ old: String = "", _ new: String = "") -> [String] {
    var sample = SampleCatalogue()
    sample.offers = Self.offers
    if !old.isEmpty {
      #expect(Self.offers.contains(old))
      sample.offers = Self.offers.replacing(old, with: new)
    }
    return CatalogueLint.run(sample, today: CalendarDate(year: 2026, month: 11, day: 28)).map {
      "\($0.file):\($0.line) \($0.code)"
    }
  }

  @Test func aRightOfferHasNoFindings() {
    #expect(findings().isEmpty)
  }

  @Test(arguments: [
    (#""moving""#, #""movin""#, 5, "unknown-situation"),
    (#""registration""#, #""registratio""#, 4, "unknown-service"),
    (#"fact: "moved""#, #"fact: "move""#, 7, "unknown-fact"),
    (#"fact: "moved""#, #"fact: "rooms""#, 7, "offer-on-no-day"),
    (#""attachment""#, #""attachmen""#, 8, "unknown-service"),
    (#"at_least: 2"#, #"is: true"#, 9, "unfit-comparison"),
    (#"id: "register""#, #"id: "Register""#, 3, "malformed-id"),
    (#"reviewed: "2026-11-20""#, #"reviewed: "2027-11-20""#, 10, "reviewed-in-future"),
  ])
  func whatIsWrongHasItsLine(_ old: String, _ new: String, _ line: Int, _ code: String) {
    #expect(findings(old, new) == ["sample/Offers/offers.json5:\(line) \(code)"])
  }

  @Test(arguments: [
    (#"fact: "moved", after"#, #"fact: "moved", issued: "attachment", after"#),
    (#"before: { count: 1, unit: "months" }"#, ""), (#"at_least: 2"#, #"at_least: 2, is: 3"#),
  ])
  func whatCanBeReadInTwoWaysIsRefused(_ old: String, _ new: String) {
    #expect(findings(old, new).count == 1)
  }

  @Test func anOfferToEverybodyIsNone() {
    var sample = SampleCatalogue()
    sample.offers = Self.offers.split(separator: "\n")
      .filter { !$0.contains("from:") && !$0.contains("when:") }.joined(separator: "\n")
    let codes = CatalogueLint.run(sample, today: nil).map(\.code)
    #expect(codes == ["offer-for-everybody"])
  }

  @Test func theBundledOffersAreRead() throws {
    let offers = try BundledCatalogue().offers()
    #expect(offers.count >= 6)
    #expect(offers.contains { $0.id == "passport-at-14" })
  }
}
