import Catalogue
import Domain
import FoundationEssentials
import Testing

@Suite struct BundledCatalogueTests {
  @Test func everyFileOfTheSourceTreeIsEmbeddedByteForByte() throws {
    let tree = CatalogueDirectory(resourceFolder)
    #expect(try tree.files() == BundledCatalogue().files())
  }

  @Test func theBundledCatalogueIsReadWhole() throws {
    let content = try BundledCatalogue().load()
    #expect(Set(content.situations.map(\.id)) == Set(BundledCatalogue().requiredSituations))
    #expect(content.services.count >= 50)
    #expect(content.fingerprint == BundledCatalogue().fingerprint())
  }

  @Test func aDirectoryWithTheSameFilesHasTheSameFingerprint() throws {
    #expect(
      try CatalogueDirectory(resourceFolder).load() == BundledCatalogue().load())
  }
}

/// The catalogue in the source tree from which this test was built.
let resourceFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Sources/Catalogue/Resources").path
