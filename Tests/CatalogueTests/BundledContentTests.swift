import Catalogue
import Domain
import Testing

/// What the desk promises of its catalogue beyond what lint asks of any.
@Suite struct BundledContentTests {
  private let content: CatalogueContent

  init() throws { content = try BundledCatalogue().load() }

  @Test func holdsItsSituationsAndServices() {
    #expect(
      content.situations.map(\.id.rawValue).sorted() == [
        "adoption-and-guardianship", "birth-of-child", "business-closure", "business-start",
        "car-purchase", "caregiving", "change-of-residence", "child-disability", "child-leisure",
        "combat-veteran-and-family", "disability", "divorce", "driving-licence",
        "emergency-victim", "foreign-citizen", "foreign-travel", "higher-education",
        "home-construction", "home-purchase", "housing-and-utilities", "inheritance", "job-loss",
        "kindergarten", "labour-veteran", "land-plot", "loss-of-relative", "lost-documents",
        "low-income", "marriage", "multi-child-family", "name-change", "passport-by-age",
        "personal-bankruptcy", "retirement", "school", "self-employment", "staff-development",
        "staff-feedback", "staff-onboarding",
      ])
    #expect(Set(content.services.map(\.id)).count >= 160)
  }

  @Test func everySituationAsksCountsAndCares() {
    for situation in content.situations {
      #expect(situation.questions.count >= 3, "\(situation.id)")
      #expect(situation.event != nil, "\(situation.id)")
      #expect(!situation.deadlines.isEmpty, "\(situation.id)")
      #expect(situation.services.count >= 5, "\(situation.id)")
      #expect(situation.synonyms.count >= 20, "\(situation.id)")
      #expect(situation.care.ru.count >= 60, "\(situation.id)")
    }
  }

  /// Two services that look the same in a list are one trap more for a tired clerk.
  @Test func namesInListsDiffer() {
    for language in Language.allCases {
      let names = content.services.map { ($0.short ?? $0.title)(language) }
      #expect(Set(names).count == names.count)
      #expect(names.allSatisfy { $0.count <= 26 })
    }
  }

  /// The state's part is shown wherever it has one: only few services need nothing but the citizen's
  /// own papers.
  @Test func mostServicesTakeSomethingFromTheState() {
    let origins = Dictionary(uniqueKeysWithValues: content.documents.map { ($0.id, $0.origin) })
    let fetching = content.services.filter { service in
      service.documents.contains { ($0.origin ?? origins[$0.id]) == .interagency }
    }
    #expect(fetching.count * 10 >= content.services.count * 7)
    #expect(content.services.allSatisfy { !$0.documents.isEmpty })
  }

  @Test func aBirthCertificateComesBeforeWhatNeedsIt() throws {
    let birth = try #require(content.situations.first { $0.id == "birth-of-child" })
    #expect(birth.services.first?.id == "birth-registration")
    let after = birth.services.filter { $0.after?.contains("birth-registration") == true }
    #expect(after.contains { $0.id == "birth-allowance" })
    #expect(after.contains { $0.id == "residence-registration" })
  }

  /// No federal fee that a citizen pays is invented: those here were compared with the Tax Code.
  /// Since July 2024 the smallest step is that of the 960 roubles for an invitation.
  @Test func feesAreWholeTensOfRoubles() {
    for service in content.services {
      guard let fee = service.fee else { continue }
      #expect(fee.kopecks % 1_000 == 0, "\(service.id)")
      #expect(fee.kopecks <= 600_000, "\(service.id)")
    }
  }

  @Test func aFeeMeansThatTheStateLooksForItsPayment() {
    for service in content.services where (service.fee?.kopecks ?? 0) > 0 {
      #expect(service.documents.contains { $0.id == "fee-record" }, "\(service.id)")
    }
  }
}
