import Catalogue
import Domain
import FoundationEssentials
import JSON5
import Testing

@testable import Training
@testable import TrainingRuntime

@Suite struct LessonTests {
  private static let catalogue = Result { try BundledCatalogue().load() }

  private func content() throws -> CatalogueContent { try Self.catalogue.get() }

  @Test func everyLessonOfTheSourceTreeIsEmbeddedByteForByte() throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Training/Lessons").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(LessonLibrary.files.map(\.name).sorted() == names)
    for file in LessonLibrary.files {
      #expect(try DataFile.bytes(of: "\(folder)/\(file.name)", most: 1 << 20) == file.bytes)
    }
  }

  @Test func theLessonsAreClean() throws {
    let offers = try BundledCatalogue().offers()
    for document in try LessonLibrary.documents() {
      let findings = LessonLint.run(document, try content(), offers)
      #expect(findings.isEmpty, "\(findings)")
    }
    #expect(LessonLibrary.names.count >= 12)
  }

  @Test func everyTextIsInBothLanguages() throws {
    for lesson in try LessonLibrary.lessons() {
      var texts = [lesson.title, lesson.goal]
      texts += lesson.cast.flatMap { [$0.says, $0.leavesOut, $0.wrongPaper].compactMap(\.self) }
      texts += lesson.events.compactMap(\.says)
      texts += lesson.steps.flatMap { [$0.title, $0.advice] + $0.hints.map(\.text) }
      for text in texts { #expect(text.en?.isEmpty == false, "\(lesson.name): \(text.ru)") }
    }
  }

  @Test(arguments: LessonLibrary.names)
  func aGoodClerkGetsTheBestReviewAndAClumsyOneAPoorOne(_ name: String) throws {
    let lesson = try #require(try LessonLibrary.lesson(named: name))
    for seed in 1...3 as ClosedRange<UInt64> {
      let best = try HeadlessPlay.review(lesson, seed: seed, .competent, try content())
      let missed = best.steps.filter { !$0.isDone }.map(\.id)
      #expect(missed.isEmpty, "\(name), seed \(seed)")
      #expect(best.grade == .best)
      let poor = try HeadlessPlay.review(lesson, seed: seed, .clumsy, try content())
      let done = poor.steps.filter(\.isDone).map(\.id)
      #expect(poor.grade == .poor, "\(name), seed \(seed): done \(done)")
      #expect(poor.tryNext.count == 3)
      let advice = zip(lesson.steps, poor.steps).filter { !$0.1.isDone }.map(\.0.advice)
      #expect(Array(advice.prefix(3)) == Array(poor.tryNext.prefix(advice.count)))
    }
  }

  /// Whoever is in no lesson's cast wants what follows from their words, and the catalogue has it there.
  @Test func whatPeopleWantIsInTheCatalogue() throws {
    let known = try content().servicesOfSituations
    for story in Story.all {
      let services = known[story.situation] ?? []
      #expect(!story.wants.isEmpty)
      #expect(story.wants.allSatisfy(services.contains), "\(story.words.ru)")
    }
  }

  @Test func theSameSeedMakesTheSameReview() throws {
    let lesson = try #require(try LessonLibrary.lesson(named: "birth-of-child"))
    let reviews = try [1, 1, 2].map { (seed: UInt64) in
      try HeadlessPlay.review(lesson, seed: seed, .competent, try content())
    }
    #expect(reviews[0] == reviews[1])
    #expect(reviews[0].served != reviews[2].served)
  }

  /// Each reason of a rating is something that happened in the visit.
  @Test func ratingsHaveTheirReasons() throws {
    let lesson = try #require(try LessonLibrary.lesson(named: "birth-of-child"))
    let poor = try HeadlessPlay.review(lesson, seed: 1, .clumsy, try content())
    let anna = try #require(poor.served.first { $0.role == "anna" })
    #expect(anna.rating.score <= 2)
    #expect(anna.rating.reasons.contains(.forgotten("birth-registration")))
    #expect(anna.rating.reasons.contains(.nothingKept))
    #expect(!anna.rating.reasons.contains(.forgotten("birth-allowance")))
    let best = try HeadlessPlay.review(lesson, seed: 1, .competent, try content())
    #expect(best.served.first { $0.role == "anna" }?.rating.reasons == [.allDone])
    #expect(best.served.first { $0.role == "anna" }?.rating.score == 5)
  }
}

@Suite struct LessonLintTests {
  private func findings(_ change: (String) -> String) throws -> [LessonFinding] {
    let file = try #require(LessonLibrary.files.first { $0.name == "first-day.json5" })
    let text = change(String(decoding: file.bytes, as: UTF8.self))
    return LessonLint.run(
      try JSON5Document(name: "x/first-day.json5", text: text), try BundledCatalogue().load(),
      try BundledCatalogue().offers())
  }

  @Test(arguments: [
    ("name: \"first-day\"", "name: \"another-day\"", 3),
    ("opens: \"09:00\"", "opens: \"19:00\"", 9),
    ("windows: 2", "windows: 0", 9),
    ("situation: \"passport-by-age\"", "situation: \"passport\"", 15),
    ("id: \"passport-replacement\", outcome", "id: \"birth-registration\", outcome", 21),
    ("who: \"olga\", minutes: 10", "who: \"anna\", minutes: 10", 28),
    ("minutes: 10", "count: 10", 28), ("goal:", "gaol:", 5),
    ("mood: \"calm\"", "mood: \"cool\"", 16),
    ("after: 2,", "after: 12,", 29),
  ])
  func findsWhatIsWrong(_ old: String, _ new: String, _ line: Int) throws {
    let findings = try findings { $0.replacing(old, with: new, maxReplacements: 1) }
    #expect(!findings.isEmpty)
    #expect(findings.contains { $0.line == line }, "\(findings)")
    #expect(findings.allSatisfy { !$0.advice.ru.isEmpty && $0.advice.en?.isEmpty == false })
  }

  @Test func findsNothingInALessonThatIsWhole() throws {
    #expect(try findings { $0 }.isEmpty)
  }
}

@Suite struct HintTests {
  @Test func hintsComeLaterAndLaterAndNotForWhatIsDone() throws {
    let lesson = try #require(try LessonLibrary.lesson(named: "first-day"))
    let plan = DayPlan(
      lesson, seed: 1, services: try BundledCatalogue().load().servicesOfSituations,
      offset: .moscow)
    let olga = try #require(plan.place(of: "olga"))
    let comes = plan.arrivals[olga].time
    let desk = Identifier<Desk>(UUIDv7(high: 0x7000, low: 1 << 63))
    var ticket = Ticket(
      Ticket.Issue(
        id: Ticket.ID(UUIDv7(high: 0x7001, low: 1 << 63)), number: "А001",
        situation: "passport-by-age", time: comes, author: Author(desk: desk)))
    func hints(_ minutes: Int64) -> [DueHint] {
      lesson.hints(
        Observed(
          tickets: ["olga": ticket], day: [ticket], visits: [], desk: desk, opens: plan.opens,
          offset: .moscow, now: comes + minutes * 60))
    }
    func number(_ minutes: Int64) -> Int? { hints(minutes).first { $0.step == "called" }?.number }
    #expect(number(1) == nil)
    #expect(number(3) == 0)
    #expect(number(7) == 1)
    #expect(!hints(11).contains { $0.step == "service" })
    // A call that came too late mends nothing any more: not a word about it.
    let waiting = ticket
    ticket.add(
      TicketStep(
        id: TicketStep.ID(UUIDv7(high: 0x7004, low: 1 << 63)), event: .call, time: comes + 900,
        author: Author(desk: desk), follows: nil))
    #expect(number(16) == nil)
    ticket = waiting
    ticket.add(
      TicketStep(
        id: TicketStep.ID(UUIDv7(high: 0x7002, low: 1 << 63)), event: .call, time: comes + 60,
        author: Author(desk: desk), follows: nil))
    ticket.add(
      TicketStep(
        id: TicketStep.ID(UUIDv7(high: 0x7003, low: 1 << 63)), event: .start, time: comes + 90,
        author: Author(desk: desk), follows: ticket.lastStep))
    #expect(number(11) == nil)
    #expect(hints(5).first { $0.step == "service" }?.number == 0)
    #expect(hints(8).first { $0.step == "service" }?.number == 1)
  }
}
