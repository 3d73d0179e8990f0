import Catalogue
import Domain
import FoundationEssentials
import Testing

@Suite struct BundledCatalogueTests {
  @Test func everyFileOfTheSourceTreeIsEmbeddedByteForByte() throws {
    let tree = CatalogueDirectory(resourceFolder)
    #expect(try tree.files() == BundledCatalogue().files())
  }

  @Test func isClean() {
    let findings = CatalogueLint.run(BundledCatalogue())
    #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
  }

  @Test func itsDaysOfReviewAreReal() {
    let lastReviewed = CalendarDate(year: 2026, month: 11, day: 29)
    #expect(CatalogueLint.run(CatalogueDirectory(resourceFolder), today: lastReviewed) == [])
  }

  @Test func aDirectoryWithTheSameFilesHasTheSameContentAndFingerprint() throws {
    #expect(try CatalogueDirectory(resourceFolder).load() == BundledCatalogue().load())
  }
}

/// The catalogue in the source tree from which this test was built.
let resourceFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Sources/Catalogue/Resources").path

/// No entry was reviewed later: who reviews one moves the day. It is fixed, so that the test says the
/// same on every machine.
let writtenOn = CalendarDate(year: 2026, month: 11, day: 24)
