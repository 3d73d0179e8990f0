internal import Domain
package import Sync

extension CatalogueRelease {
  /// The release as it is published.
  package func signed(with key: ReleaseSecretKey) -> SignedRelease {
    let content = content
    return SignedRelease(number: number, content: content, signature: key.signature(of: content))
  }

  /// Opens what the central store has sent: the signature holds, the number is the signed one, and
  /// the catalogue can be used. Nothing of it is read before the signature.
  ///
  /// A release that was made well and is sent under a higher number, so that an old catalogue comes
  /// back, is refused: the number is part of what is signed.
  package static func open(
    _ release: SignedRelease, key: ReleasePublicKey
  ) throws(ReleaseError) -> CatalogueRelease {
    guard key.holds(release.signature, over: release.content) else { throw .signature }
    let opened = try CatalogueRelease(content: release.content)
    guard opened.number == release.number else {
      throw .notARelease(reason: "it was signed under another number")
    }
    try opened.check()
    return opened
  }

  /// Throws what a desk would refuse the catalogue for; warnings do not stand in the way.
  package func check() throws(ReleaseError) {
    let content: CatalogueContent
    do throws(CatalogueError) {
      content = try load(fingerprint: [])
    } catch {
      throw .catalogue(error)
    }
    guard !content.situations.isEmpty, !content.services.isEmpty else {
      throw .notARelease(reason: "it has no life situations or no services")
    }
    let errors = CatalogueLint.run(self).filter { $0.severity == .error }
    guard errors.isEmpty else { throw .findings(errors) }
  }
}

extension SignedRelease {
  /// Another value than that of any other catalogue or decoder, without reading the content: the
  /// signature stands for it.
  package var fingerprint: [UInt8] {
    var hash = CatalogueHash()
    hash.add(release: number, signature: signature)
    return hash.finish()
  }
}
