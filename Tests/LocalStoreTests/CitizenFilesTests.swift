import Domain
import FoundationEssentials
import Testing

@testable import LocalStore

/// What passes between a desk and the citizen's own screen.
@Suite struct CitizenFilesTests {
  private static let token = RatingToken(random: (7, 8))
  private static let later = RatingToken(random: (9, 10))
  private static let answer = CitizenAnswer(
    token: token, result: .given(score: 2, criteria: [.clarity, .empathy]), answeredIn: 2500)

  @Test(arguments: [
    CitizenView.Stage.idle, .greeting, .asking(token),
  ])
  func aViewComesAsItWent(stage: CitizenView.Stage) {
    var view = CitizenView(
      centre: "МФЦ «Мои \"документы\"»", window: "Окно 5", stage: stage, later: Self.later)
    #expect(CitizenView(json: view.json.written) == view)
    view.clock = "1764000000000 4521 10"
    #expect(CitizenView(json: view.json.written) == view)
  }

  /// The screen is told five things, and none of them is about who is served.
  @Test func aViewHasNoPlaceForAnythingElse() throws {
    let view = CitizenView(
      centre: "МФЦ", window: "Окно 5", stage: .asking(Self.token), later: Self.later)
    let written = try JSONDecoder().decode(
      [String: String].self, from: Data(view.json.written.utf8))
    #expect(
      written == [
        "centre": "МФЦ", "window": "Окно 5", "stage": "asking", "token": "\(Self.token)",
        "later": "\(Self.later)",
      ])
  }

  @Test(arguments: [
    RatingResult.given(score: 5, criteria: []), .given(score: 1, criteria: [.comfort, .honesty]),
    .declined, .timedOut, .skipped,
  ])
  func anAnswerComesAsItWent(result: RatingResult) {
    var answer = CitizenAnswer(token: Self.token, result: result)
    if case .given = result {
      (answer.answeredIn, answer.phone) = (900, Phone("9000000001"))
      answer.words = CitizenWords("Спасибо, «всё» понятно")
    }
    #expect(CitizenAnswer(json: answer.json.written) == answer)
  }

  @Test(arguments: [
    "", "{}", "[]", "null", #"{"stage":"asking","token":"x"}"#, #"{"stage":"asking"}"#,
    #"{"stage":"asking","token":"0123456789ABCDEF0123456789ABCDEF"}"#,
    #"{"token":"0123456789abcdef0123456789abcdef","result":"given","score":6}"#,
    #"{"token":"0123456789abcdef0123456789abcdef","result":"given"}"#,
    #"{"token":"0123456789abcdef0123456789abcdef","result":"praised"}"#,
    #"{"token":"../../../../etc/passwd-and-more","result":"declined"}"#,
  ])
  func whatIsNeitherIsNotTaken(text: String) {
    #expect(CitizenView(json: text) == nil)
    #expect(CitizenAnswer(json: text) == nil)
  }

  /// What is no line is not kept, and costs the rating nothing; the longest one is read whole.
  @Test func wordsThatAreNoLineAreLeftOut() throws {
    func answer(_ words: String) -> CitizenAnswer? {
      CitizenAnswer(
        json: #"{"token":"\#(Self.token)","result":"given","score":3,"words":"\#(words)"}"#)
    }
    #expect(answer("два\\u000aряда")?.words == nil)
    #expect(answer("два\\u000aряда")?.result == .given(score: 3, criteria: []))
    #expect(answer(String(repeating: "я", count: 201))?.words == nil)
    let longest = String(repeating: "😀", count: CitizenWords.longest)
    let folder = try TemporaryFolder()
    let desk = try #require(try CitizenDesk(directory: folder.path))
    let place = try CitizenPlace(directory: folder.path)
    var given = CitizenAnswer(token: Self.token, result: .given(score: 3, criteria: []))
    given.words = CitizenWords(longest)
    try place.give(given)
    #expect(desk.answer?.words?.text == longest)
  }

  @Test func wordsAreLongAndAllDifferent() {
    let words = (0..<100).map { _ in LocalStore.newRatingToken() }
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { RatingToken($0.description) == $0 })
  }

  @Test func theDeskSeesTheScreenComeAndGo() throws {
    let folder = try TemporaryFolder()
    let desk = try #require(try CitizenDesk(directory: folder.path))
    #expect(!desk.isScreenUp)
    var place: CitizenPlace? = try CitizenPlace(directory: folder.path)
    #expect(desk.isScreenUp)
    #expect(place?.view() == nil)
    try desk.tell(CitizenView(window: "Окно 5", stage: .asking(Self.token)))
    #expect(place?.view()?.stage == .asking(Self.token))
    try place?.give(Self.answer)
    #expect(desk.answer == Self.answer)
    desk.removeAnswer()
    #expect(desk.answer == nil)
    place = nil
    #expect(!desk.isScreenUp)
  }

  @Test func oneDeskHasOneScreenOfEachKind() throws {
    let folder = try TemporaryFolder()
    let first = try #require(try CitizenDesk(directory: folder.path))
    #expect(try CitizenDesk(directory: folder.path) == nil)
    let place = try CitizenPlace(directory: folder.path)
    #expect(throws: StoreError.self) { try CitizenPlace(directory: folder.path) }
    withExtendedLifetime((first, place)) {}
  }

  /// A desk that was killed greets nobody; its question can still be answered.
  @Test func aDeskThatIsGoneGreetsNobody() throws {
    let folder = try TemporaryFolder()
    var desk: CitizenDesk? = try CitizenDesk(directory: folder.path)
    let place = try CitizenPlace(directory: folder.path)
    try desk?.tell(CitizenView(stage: .greeting))
    #expect(place.view()?.stage == .greeting)
    desk = nil
    #expect(place.view()?.stage == .idle)
    desk = try CitizenDesk(directory: folder.path)
    try desk?.tell(CitizenView(stage: .asking(Self.token)))
    desk = nil
    #expect(place.view()?.stage == .asking(Self.token))
  }

  /// The screen's files are all that it opens: it works in a folder whose store nobody could read.
  @Test func theScreenDoesNotNeedTheStore() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("not a database".utf8), to: "okno.sqlite")
    let place = try CitizenPlace(directory: folder.path)
    let desk = try #require(try CitizenDesk(directory: folder.path))
    try desk.tell(CitizenView(stage: .greeting))
    #expect(place.view()?.stage == .greeting)
    #expect(try folder.bytes(of: "okno.sqlite") == Array("not a database".utf8))
  }

  // MARK: - In the store

  @Test(arguments: Place.allCases)
  func aQuestionIsKeptUntilItsAnswer(place: Place) throws {
    let desk = try TestStore(place)
    let asked = AskedRating(
      token: Self.token, situation: "birth-of-child", employee: desk.ids.make(),
      since: TestStore.morning)
    try desk.store.setAskedRating(asked)
    #expect(try desk.store.askedRating() == asked)
    try desk.store.recordRating(
      RatingEntry(situation: "birth-of-child", result: .declined), isAskedOutside: true,
      desk.stamp())
    #expect(try desk.store.askedRating() == nil)
    let summary = try desk.store.ratingSummary(from: desk.today, to: desk.today)
    #expect(summary.declined == 1)
  }

  /// What fails leaves the question open: the answer counts once, with the next look.
  @Test func aRatingThatIsRefusedLeavesTheQuestion() throws {
    let desk = try TestStore()
    let asked = AskedRating(
      token: Self.token, situation: "birth-of-child", employee: nil, since: TestStore.morning)
    try desk.store.setAskedRating(asked)
    #expect(throws: StoreError.self) {
      try desk.store.recordRating(
        RatingEntry(situation: "no-such-situation", result: .declined), isAskedOutside: true,
        desk.stamp())
    }
    #expect(try desk.store.askedRating() == asked)
  }
}
