import Catalogue
import Domain
import Sync
import Testing

@Suite struct ReleaseTests {
  private let key = ReleaseSecretKey.generate()

  private func release(
    _ catalogue: some CatalogueSource = SampleCatalogue(), number: Int64 = 7
  ) throws -> SignedRelease {
    try CatalogueRelease(number: number, from: catalogue).signed(with: key)
  }

  @Test func whatWasSignedIsOpenedWithTheSameFiles() throws {
    let opened = try CatalogueRelease.open(release(), key: key.publicKey)
    #expect(opened.number == 7)
    #expect(opened.files() == SampleCatalogue().files())
    let content = try opened.load(fingerprint: [9])
    #expect(content.situations.map(\.id) == ["moving"])
    #expect(content.services.map(\.id) == ["registration", "attachment"])
    #expect(content.fingerprint == [9])
  }

  @Test func theBundledCatalogueMakesAReleaseThatADeskTakes() throws {
    let signed = try release(BundledCatalogue(), number: 1)
    let opened = try CatalogueRelease.open(signed, key: key.publicKey)
    #expect(opened.files() == BundledCatalogue().files())
    #expect(opened.content == signed.content)
  }

  @Test func theContentIsTheContractsJSON() throws {
    let text = try String(decoding: release().content, as: UTF8.self)
    #expect(text.hasPrefix(#"{"files":{"Documents/papers.json5":""#))
    #expect(text.hasSuffix(#""number":7}"#))
  }

  @Test func anotherKeyOrAChangedByteIsRefused() throws {
    let good = try release()
    let stranger = ReleaseSecretKey.generate().publicKey
    #expect(throws: ReleaseError.signature) { try CatalogueRelease.open(good, key: stranger) }
    for place in stride(from: 0, to: good.content.count, by: 97) {
      var bad = good
      bad.content[place] ^= 1
      #expect(throws: ReleaseError.signature) {
        try CatalogueRelease.open(bad, key: key.publicKey)
      }
    }
    for signature in [[], Array(good.signature.dropLast()), good.signature + [0]] {
      var bad = good
      bad.signature = signature
      #expect(throws: ReleaseError.signature) {
        try CatalogueRelease.open(bad, key: key.publicKey)
      }
    }
  }

  /// An old catalogue cannot be brought back under a new number.
  @Test func aNumberThatWasNotSignedIsRefused() throws {
    var release = try release()
    release.number = 8
    #expect(throws: ReleaseError.notARelease(reason: "it was signed under another number")) {
      try CatalogueRelease.open(release, key: key.publicKey)
    }
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"number":1}"#, #"{"number":0,"files":{}}"#, #"{"number":-1,"files":{}}"#,
    #"{"number":1,"files":{}}"#, #"{"number":1,"files":{"Situations/../x.json5":"{}"}}"#,
    #"{"number":1,"files":{"/etc/passwd":""}}"#, #"{"number":1,"files":{"Other/x.json5":""}}"#,
    #"{"number":1,"files":{"Situations/.x.json5":""}}"#,
    #"{"number":1,"files":{"Situations/x.txt":""}}"#,
    #"{"number":1.5,"files":{}}"#, #"{"number":1,"files":{"Situations/x.json5":7}}"#,
  ])
  func whatIsNoReleaseIsRefusedThoughItIsSigned(_ text: String) throws {
    let content = Array(text.utf8)
    let signed = SignedRelease(number: 1, content: content, signature: key.signature(of: content))
    let error = #expect(throws: ReleaseError.self) {
      try CatalogueRelease.open(signed, key: key.publicKey)
    }
    guard case .notARelease = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aCatalogueWithMistakesIsRefused() throws {
    var dangling = SampleCatalogue()
    dangling.services = dangling.services.replacing(
      #"{ id: "passport" },"#, with: #"{ id: "no" },"#)
    let error = #expect(throws: ReleaseError.self) {
      try CatalogueRelease.open(release(dangling), key: key.publicKey)
    }
    guard case .findings(let findings) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(findings.contains { $0.code == "unknown-document" })

    var broken = SampleCatalogue()
    broken.situation = "{"
    #expect(throws: ReleaseError.self) {
      try CatalogueRelease.open(release(broken), key: key.publicKey)
    }
  }

  @Test func keysAreReadAsTheyWereWritten() throws {
    let read = try #require(ReleaseSecretKey(" \(key.text)\n"))
    #expect(read.publicKey == key.publicKey)
    #expect(ReleasePublicKey(key.publicKey.text) == key.publicKey)
    #expect(ReleaseSecretKey.generate().text != key.text)
    for text in ["", "00", key.text + "0", String(key.text.dropLast()) + "g", "\(key.text) 00"] {
      #expect(ReleaseSecretKey(text) == nil)
      #expect(ReleasePublicKey(text) == nil)
    }
  }

  @Test func eachReleaseHasAFingerprintOfItsOwn() throws {
    let fingerprints = try [release(number: 1), release(number: 2)].map(\.fingerprint)
    #expect(Set(fingerprints + [BundledCatalogue().fingerprint()]).count == 3)
    #expect(try release(number: 1).fingerprint == fingerprints[0])
  }
}
