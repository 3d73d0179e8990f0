import Catalogue
import DeskCore
import Domain
import FoundationEssentials
import LocalStore
import Testing

@testable import DeskRuntime

/// The desk's half of the citizen's own screen, with a real store and a real screen's place.
@Suite struct CitizenLinkTests {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "okno-citizen-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private static let now = Instant(milliseconds: 1_795_503_600_000)
  private let folder = Folder()
  private let store: LocalStore
  private let visit: LoggedVisit

  init() throws {
    store = try LocalStore(
      directory: folder.path, access: .readWrite, ids: IDSource(seed: 1), now: Self.now)
    let catalogue = BundledCatalogue()
    _ = try store.installCatalogue({ try catalogue.load() }, fingerprint: catalogue.fingerprint())
    var ids = IDSource(seed: 5)
    visit = LoggedVisit(id: ids.makeID(at: Self.now), situation: "birth-of-child")
  }

  private var stamp: Stamp {
    Stamp(now: Self.now, author: Author(desk: store.desk), offset: .moscow)
  }

  private func link(
    givesCodes: Bool = false, callbackDays: Int? = nil, takesWords: Bool = false
  ) -> CitizenLink {
    var link = CitizenLink(
      directory: folder.path, view: CitizenView(centre: "МФЦ", window: "Окно 5"),
      givesCodes: givesCodes, callbackDays: callbackDays, takesWords: takesWords,
      offset: .moscow)
    link.open(store)
    return link
  }

  private func summary() throws -> RatingSummary {
    let today = Self.now.date(offset: .moscow)
    return try store.ratingSummary(from: today, to: today)
  }

  private func token(_ place: CitizenPlace) throws -> RatingToken {
    guard case .asking(let token)? = place.view()?.stage else {
      throw CitizenLinkFault.nothingAsked
    }
    return token
  }

  @Test func aScreenThatComesIsToldTheWindow() throws {
    var link = link()
    #expect(link.look(store, at: Self.now).isEmpty)
    let place = try CitizenPlace(directory: folder.path)
    #expect(link.look(store, at: Self.now) == [.citizenScreen(isUp: true)])
    #expect(link.look(store, at: Self.now).isEmpty, "it was told")
    #expect(place.view() == CitizenView(centre: "МФЦ", window: "Окно 5"))
    link.greet(true)
    #expect(place.view()?.stage == .greeting)
    link.close()
    #expect(place.view()?.stage == .idle)
  }

  @Test func anAnswerIsRecordedOnce() throws {
    var link = link()
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    #expect(link.ask(about: visit, store, stamp).isEmpty)
    let token = try token(place)
    try place.give(CitizenAnswer(token: token, result: .declined))
    #expect(link.look(store, at: Self.now) == [.answeredOutside(.declined, about: visit)])
    #expect(link.look(store, at: Self.now).isEmpty)
    #expect(place.view()?.stage == .idle)
    try place.give(CitizenAnswer(token: token, result: .declined))
    #expect(link.look(store, at: Self.now).isEmpty, "the word is used up")
    #expect(try summary().declined == 1)
  }

  @Test func aWordThatWasNeverGivenOutCountsForNothing() throws {
    var link = link()
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    _ = link.ask(about: visit, store, stamp)
    try place.give(
      CitizenAnswer(token: RatingToken(random: (0, 0)), result: .given(score: 5, criteria: [])))
    #expect(link.look(store, at: Self.now).isEmpty)
    #expect(try summary() == .none)
  }

  /// Two words: with the one the desk knows the answer on the screen, with the other the one that comes later.
  @Test func aWordForLaterIsAnotherOne() throws {
    var link = link(givesCodes: true)
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    _ = link.ask(about: visit, store, stamp)
    let later = try #require(place.view()?.later)
    #expect(try token(place) != later)
    #expect(try store.answer(later, score: 4, criteria: [], stamp) == .taken)
    try place.give(CitizenAnswer(token: later, result: .declined))
    #expect(link.look(store, at: Self.now).isEmpty)
  }

  /// The number is kept where calls are offered, and its file is gone.
  @Test(arguments: [3, nil])
  func aCallIsKeptBesideTheRating(days: Int?) throws {
    var link = link(callbackDays: days)
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    _ = link.ask(about: visit, store, stamp)
    try place.give(
      CitizenAnswer(
        token: try token(place), result: .given(score: 1, criteria: []), answeredIn: 2000,
        phone: Phone("9000000001")))
    _ = link.look(store, at: Self.now)
    #expect(try summary().count == 1)
    #expect(try store.callbacks(stamp).map(\.phone?.digits) == (days == nil ? [] : ["79000000001"]))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/rate/answer.json"))
  }

  /// Words are kept where there is a keyboard, told to the desk's screen by nothing, and told from five on.
  @Test(arguments: [true, false])
  func wordsAreKeptApart(takesWords: Bool) throws {
    var link = link(takesWords: takesWords)
    let place = try CitizenPlace(directory: folder.path)
    for line in 1...5 {
      _ = link.look(store, at: Self.now)
      _ = link.ask(about: visit, store, stamp)
      try place.give(
        CitizenAnswer(
          token: try token(place), result: .given(score: 4, criteria: []), answeredIn: 2000,
          words: CitizenWords("Слова \(line)")))
      #expect(
        link.look(store, at: Self.now)
          == [.answeredOutside(.given(score: 4, criteria: []), about: visit)])
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/rate/answer.json"))
    let today = Self.now.date(offset: .moscow)
    #expect(try store.citizensWords(from: today, to: today).isEmpty)
    try store.recordRating(
      RatingEntry(situation: visit.situation, result: .skipped),
      Stamp(
        now: Self.now + 86_400, author: Author(desk: store.desk), offset: .moscow))
    let told = try store.citizensWords(from: today, to: today)
    #expect(told.sorted() == (takesWords ? (1...5).map { "Слова \($0)" } : []))
  }

  @Test func aDeadScreenIsNotAsked() throws {
    var link = link()
    var place: CitizenPlace? = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    place = nil
    #expect(place == nil)
    #expect(link.ask(about: visit, store, stamp) == [.notAsked(visit)])
    #expect(try store.askedRating() == nil)
  }

  /// The desk is closed before the citizen answers: the next run takes the answer, and once.
  @Test func anAnswerToAnEarlierRunIsNotLost() throws {
    var first = link()
    let place = try CitizenPlace(directory: folder.path)
    _ = first.look(store, at: Self.now)
    _ = first.ask(about: visit, store, stamp)
    first.close()
    let given = RatingResult.given(score: 2, criteria: [.clarity])
    try place.give(CitizenAnswer(token: try token(place), result: given, answeredIn: 1500))
    var second = link()
    let events = second.look(store, at: Self.now + 600)
    #expect(events.first == .answeredOutside(given, about: nil))
    #expect(try summary().count == 1)
    second.close()
    var third = link()
    _ = third.look(store, at: Self.now + 900)
    #expect(try summary().count == 1)
  }

  @Test func aQuestionThatNobodyAnswersEnds() throws {
    var link = link()
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    _ = link.ask(about: visit, store, stamp)
    #expect(link.look(store, at: Self.now + 3600).isEmpty)
    #expect(link.look(store, at: Self.now + 3601) == [.answeredOutside(.timedOut, about: visit)])
    #expect(try summary().timedOut == 1)
    #expect(place.view()?.stage == .idle)
  }

  /// The next visit is over before the last one's citizen has answered.
  @Test func aSecondQuestionEndsTheFirst() throws {
    var link = link()
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    _ = link.ask(about: visit, store, stamp)
    let first = try token(place)
    var ids = IDSource(seed: 6)
    let next = LoggedVisit(id: ids.makeID(at: Self.now), situation: "birth-of-child")
    #expect(link.ask(about: next, store, stamp) == [.answeredOutside(.timedOut, about: visit)])
    #expect(try token(place) != first)
    #expect(try summary().timedOut == 1)
  }

  @Test func aQuestionThatIsTakenBackCountsForNothing() throws {
    var link = link()
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    _ = link.ask(about: visit, store, stamp)
    let token = try token(place)
    #expect(link.withdraw(store, at: Self.now).isEmpty)
    #expect(place.view()?.stage == .idle)
    try place.give(CitizenAnswer(token: token, result: .declined))
    #expect(link.look(store, at: Self.now).isEmpty)
    #expect(try summary() == .none)
  }

  /// While one is asked the next one comes: the question goes on until it is over.
  @Test func aQuestionStandsBeforeTheGreeting() throws {
    var link = link()
    let place = try CitizenPlace(directory: folder.path)
    _ = link.look(store, at: Self.now)
    _ = link.ask(about: visit, store, stamp)
    link.greet(true)
    let token = try token(place)
    try place.give(CitizenAnswer(token: token, result: .declined))
    _ = link.look(store, at: Self.now)
    #expect(place.view()?.stage == .greeting)
  }

  /// Two screens of one desk: the first one has the citizen's.
  @Test func theSecondScreenOfADeskAsksByItself() throws {
    let first = link()
    var second = link()
    let place = try CitizenPlace(directory: folder.path)
    #expect(second.look(store, at: Self.now).isEmpty)
    #expect(second.ask(about: visit, store, stamp) == [.notAsked(visit)])
    withExtendedLifetime((first, place)) {}
  }
}

private enum CitizenLinkFault: Error { case nothingAsked }
