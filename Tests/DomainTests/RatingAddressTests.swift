import Domain
import Testing

@Suite struct RatingAddressTests {
  @Test func theWordTakesItsPlace() throws {
    let address = try #require(RatingAddress("https://example.org/r/{token}?from=desk"))
    let token = RatingToken(random: (1, 255))
    #expect(
      address.filled(with: token)
        == "https://example.org/r/000000000000000100000000000000ff?from=desk")
  }

  @Test(arguments: [
    "", "{token}", "example.org/{token}", "ftp://example.org/{token}", "https://example.org/",
    "https://example.org/{token}/{token}", "https://example.org/{token} x",
    "https://пример.рф/{token}", "https://example.org/\u{1B}{token}",
    "https://example.org/{token}" + String(repeating: "x", count: 200),
  ])
  func whatIsNoAddressIsNone(text: String) {
    #expect(RatingAddress(text) == nil)
  }
}
