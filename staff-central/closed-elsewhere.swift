  /// The other desk's command line closes the account; the link brings it here.
  @Test func anAccountThatIsClosedElsewhereIsSignedOutHere() throws {
    let centre = try CentreScene()
    let (one, other) = (try centre.window("Окно 1"), try centre.window("Окно 2"))
    try makeAccounts(one)
    try #require(try one.okno(["sync", "--once"]).code == 0)
    try #require(try other.okno(["sync", "--once"]).code == 0)
    let desk = try other.unopenedDesk()
    try signIn(desk, "орл", "271828")
    try desk.waitFor(Shown.home)
    try desk.type("родился ребенок\r ")
    try desk.waitFor("отмечено: 1")
    let disabled = try one.okno(
      ["staff", "disable", Self.clerk, "--as", Self.administrator], input: "314159\n")
    #expect(disabled.code == 0, "\(disabled.complaints)")
    try #require(try one.okno(["sync", "--once"]).code == 0)
    try desk.waitFor("Учётная запись закрыта")
    #expect(desk.row(of: Self.clerk) == nil)
    #expect(try desk.leave() == .exited(0))
  }
}
