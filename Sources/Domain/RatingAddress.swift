/// The region's own form in which a citizen may rate later, away from the desk.
package struct RatingAddress: Hashable, Sendable {
  package static let place = "{token}"
  /// A longer one makes a code that no small screen has room for.
  static let longest = 200

  package let template: String

  /// `nil` where it is no address of the web with one place for the word.
  package init?(_ template: String) {
    let isAddress = template.hasPrefix("https://") || template.hasPrefix("http://")
    let isPlain = template.utf8.allSatisfy { (33...126).contains($0) }
    guard isAddress, isPlain, template.utf8.count <= Self.longest,
      template.split(separator: Self.place, omittingEmptySubsequences: false).count == 2
    else { return nil }
    self.template = template
  }

  package func filled(with token: RatingToken) -> String {
    template.replacing(Self.place, with: token.description)
  }
}
