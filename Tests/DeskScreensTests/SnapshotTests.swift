// Every screen and overlay at three sizes, some in every profile and in English. A changed fixture
// is evidence: look at it before it is recorded.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct SnapshotTests {
  static let sizes = [
    Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43),
  ]

  @Test(arguments: Scene.all, sizes)
  func looksAsItWasApproved(scene: Scene, size: Size) {
    let desk = TestDesk(size: size)
    scene.play(desk)
    desk.expectScreen(named: scene.name, size: size)
  }

  @Test(arguments: Scene.all.filter(\.isInEveryProfile), ScreenProfile.allCases)
  func looksAsItWasApprovedInEveryProfile(scene: Scene, profile: ScreenProfile) {
    let desk = TestDesk()
    scene.play(desk)
    desk.expectScreen(named: scene.name, size: Sample.size, profile: profile)
  }

  @Test(arguments: Scene.all.filter(\.isInEnglish))
  func looksAsItWasApprovedInEnglish(scene: Scene) {
    let desk = TestDesk(language: .en)
    scene.play(desk)
    desk.expectScreen(named: scene.name + "-en", size: Sample.size)
  }

  @Test(arguments: [Size(columns: 59, rows: 20), Size(columns: 60, rows: 19)])
  func aScreenThatIsTooSmallSaysWhatItNeeds(size: Size) {
    TestDesk().resize(columns: size.columns, rows: size.rows)
      .expectScreen(contains: "Нужно 60×20, сейчас \(size.columns)×\(size.rows)")
      .expectScreen(lacks: "Поиск")
  }
}

/// A way to a screen, from a desk that has just started.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  var isInEveryProfile = false
  var isInEnglish = false
  let play: @Sendable (TestDesk) -> Void

  var testDescription: String { name }

  static let all: [Scene] = [
    Scene(name: "home/browsing", isInEveryProfile: true, isInEnglish: true) { _ in },
    Scene(name: "home/results") { $0.type("р") },
    Scene(name: "home/nothing-found") { $0.type("ъъъ") },
    Scene(name: "situation/services", isInEveryProfile: true, isInEnglish: true) {
      $0.go(to: .card).press(.enter, .character(" "), .down)
    },
    Scene(name: "situation/documents") { $0.go(to: .situation).press(.tab, .tab) },
    Scene(name: "situation/deadlines", isInEveryProfile: true) {
      $0.receive(.calendarLoaded(SampleCalendar.calendar, problem: nil))
      $0.go(to: .situation).press(.tab, .tab, .tab).type("01.11.2026")
    },
    Scene(name: "advice/verdicts", isInEveryProfile: true, isInEnglish: true) {
      $0.go(to: .situation).receive(.adviceLoaded(SampleAdvice.book)).press(.down)
    },
    Scene(name: "advice/choice") {
      $0.go(to: .situation).receive(.adviceLoaded(SampleAdvice.book)).press(.function(8))
      $0.press(.tab, .tab)
    },
    Scene(name: "advice/wrong-date") {
      $0.go(to: .situation).receive(.adviceLoaded(SampleAdvice.book)).press(.function(8))
      while case .question(let form) = $0.state.overlay, form.fact.kind != .date { $0.press(.tab) }
      $0.type("завтра").press(.enter)
    },
    Scene(name: "checklist/visit", isInEveryProfile: true, isInEnglish: true) {
      $0.receive(.calendarLoaded(SampleCalendar.calendar, problem: nil))
      $0.go(to: .card).press(.enter, .character(" "), .down, .down, .down, .character(" "))
      $0.press(.function(7))
    },
    Scene(name: "checklist/advised") {
      $0.go(to: .situation).receive(.adviceLoaded(SampleAdvice.book))
      $0.press(.tab, .tab, .tab).type("01.01.2026").press(.function(7), .end)
    },
    Scene(name: "checklist/overruled", isInEnglish: true) {
      $0.go(to: .card).press(.enter).receive(.adviceLoaded(SampleAdvice.book))
      $0.press(.home, .control("t"), .character("2")).type("свидетельство уже есть").press(.enter)
      $0.expectNotice(.feedbackDone(.given)).press(.function(7), .end)
    },
    Scene(name: "checklist/codes", isInEveryProfile: true, isInEnglish: true) {
      $0.go(to: .card).press(.enter, .character(" "), .function(7), .function(7))
    },
    Scene(name: "advice/asked-again") {
      $0.store.remarks = SampleAdvice.remarks
      $0.go(to: .card).press(.enter).receive(.adviceLoaded(SampleAdvice.book))
      $0.press(.function(8))
      while case .question(let form) = $0.state.overlay, form.earlier == nil { $0.press(.tab) }
    },
    Scene(name: "advice/remembered") {
      $0.store.remarks = SampleAdvice.remarks
      $0.go(to: .card).press(.enter).receive(.adviceLoaded(SampleAdvice.book)).press(.down, .down)
    },
    Scene(name: "advice/answers", isInEnglish: true) {
      $0.store.remarks = SampleAdvice.remarks
      $0.go(to: .card).press(.enter).receive(.adviceLoaded(SampleAdvice.book))
      $0.press(.control("p")).type("ответы заявителя").press(.enter)
    },
    Scene(name: "advice/overruled") {
      $0.go(to: .situation).receive(.adviceLoaded(SampleAdvice.book)).press(.home, .control("t"))
      $0.press(.character("2")).type("свидетельство уже есть").press(.enter)
      $0.expectNotice(.feedbackDone(.given)).press(.control("l"))
    },
    Scene(name: "advice/overruling", isInEnglish: true) {
      $0.go(to: .situation).receive(.adviceLoaded(SampleAdvice.book)).press(.home, .control("t"))
    },
    Scene(name: "offers/card") {
      $0.go(to: .card).receive(.adviceLoaded(SampleAdvice.book))
      $0.receive(.offersLoaded(SampleAdvice.offers))
    },
    Scene(name: "offers/menu", isInEnglish: true) {
      $0.go(to: .card).receive(.adviceLoaded(SampleAdvice.book))
      $0.receive(.offersLoaded(SampleAdvice.offers)).press(.control("o"))
    },
    Scene(name: "offers/choice") {
      $0.go(to: .card).receive(.adviceLoaded(SampleAdvice.book))
      $0.receive(.offersLoaded(SampleAdvice.moreOffers)).press(.control("o"))
    },
    Scene(name: "offers/declined") {
      $0.go(to: .card).receive(.adviceLoaded(SampleAdvice.book))
      $0.receive(.offersLoaded(SampleAdvice.offers)).press(.control("o"))
      if case .offers = $0.state.overlay { $0.press(.enter) }
      $0.press(.character("3")).type("уже сделали")
    },
    Scene(name: "offers/list", isInEnglish: true) { $0.go(to: .offerList) },
    Scene(name: "situation/longest") { $0.press(.end, .enter, .end) },
    Scene(name: "situation/no-event") { $0.press(.down, .enter, .tab, .tab, .tab) },
    Scene(name: "citizen/finder") { $0.go(to: .finder).type("Мар") },
    Scene(name: "citizen/card", isInEnglish: true) { $0.go(to: .card) },
    Scene(name: "citizen/form") {
      $0.go(to: .finder).type("нгуен ван").press(.enter).focus(on: .snils).type("1")
      $0.press(.function(4)).expectNotice(.badField(.snils))
    },
    Scene(name: "citizen/duplicates") {
      $0.go(to: .finder).type("Кузнецов Пётр").press(.enter, .function(4))
    },
    Scene(name: "visit/form", isInEveryProfile: true, isInEnglish: true) {
      $0.go(to: .card).press(.enter, .character(" "), .end, .character(" "), .function(4))
      $0.press(.tab, .tab, .tab).type("Заметка")
      $0.press(.backTab, .backTab)
    },
    Scene(name: "pages/own-day", isInEnglish: true) {
      $0.withAccounts().signIn(as: Sample.orlov)
      $0.store.feedback = Sample.feedback
      $0.go(to: .page)
    },
    Scene(name: "pages/targets", isInEveryProfile: true, isInEnglish: true) {
      $0.press(.control("p")).type("targets").press(.enter)
    },
    Scene(name: "pages/strengths") {
      $0.press(.control("p")).type("strengths").press(.enter)
    },
    Scene(name: "pages/service", isInEnglish: true) {
      $0.holdsAnswers = true
      $0.press(.enter).receive(.serviceLoaded(SampleCatalogue.alone))
    },
    Scene(name: "feedback/form", isInEnglish: true) {
      $0.go(to: .feedbackForm).type("Пошлина теперь 500 руб.")
    },
    Scene(name: "feedback/list", isInEnglish: true) { $0.go(to: .feedback) },
    Scene(name: "callbacks/list", isInEveryProfile: true, isInEnglish: true) {
      $0.go(to: .callbacks)
    },
    Scene(name: "callbacks/outcome", isInEveryProfile: true) {
      $0.go(to: .callbacks).press(.enter, .down)
    },
    Scene(name: "feedback/answer") { $0.go(to: .feedbackAnswer).type("Спасибо") },
    Scene(name: "rating/unanswered", isInEveryProfile: true, isInEnglish: true) {
      $0.go(to: .rating)
    },
    Scene(name: "rating/criteria", isInEveryProfile: true) {
      $0.go(to: .rating).type("4").press(.down, .character(" "), .down)
    },
    Scene(name: "rating/declined") { $0.go(to: .rating).type("0") },
    Scene(name: "overlay/help", isInEnglish: true) { $0.go(to: .situation).press(.function(1)) },
    Scene(name: "overlay/palette") { $0.press(.control("p")) },
    Scene(name: "overlay/themes") { $0.press(.control("p")).type("тема").press(.enter, .down) },
    Scene(name: "overlay/question") {
      $0.go(to: .situation).press(.character(" "), .function(10))
    },
    Scene(name: "queue/called", isInEveryProfile: true, isInEnglish: true) {
      $0.meet(MemoryQueue()).press(.function(5))
    },
    Scene(name: "queue/menu", isInEveryProfile: true, isInEnglish: true) {
      $0.meet(MemoryQueue()).press(.function(5), .function(6), .down)
    },
    Scene(name: "queue/redirect") {
      $0.meet(MemoryQueue()).press(.function(5), .down, .function(6)).type("п")
    },
    Scene(name: "queue/comment") {
      $0.meet(MemoryQueue()).press(.function(5), .down, .function(6)).type("п")
      $0.press(.enter, .tab).type("паспорт проверен")
    },
    Scene(name: "queue/message") {
      var queue = MemoryQueue()
      queue.messages = [
        DeskMessage(
          id: Sample.id(950), recipient: MemoryQueue.desk, text: "Зайдите к старшему",
          sent: Sample.now, author: Author(desk: MemoryQueue.other))
      ]
      $0.meet(queue).press(.control("r"))
    },
    Scene(name: "queue/held") {
      $0.meet(MemoryQueue()).press(.function(5), .function(6)).type("о").type("ищет паспорт")
      $0.press(.enter, .function(3), .function(6))
    },
    Scene(name: "overlay/notice", isInEveryProfile: true) {
      $0.receive(.failed(.badInput(String(repeating: "очень длинная причина ", count: 6))))
      _ = $0.expectNotice(
        .failed(.badInput(String(repeating: "очень длинная причина ", count: 6))))
    },
    Scene(name: "home/first-fill", isInEveryProfile: true) {
      $0.receive(
        .syncChanged(
          SyncStatus(link: .linked, fill: SyncStatus.Fill(done: 412_345, total: 1_000_000))))
    },
    Scene(name: "home/unlinked", isInEveryProfile: true, isInEnglish: true) {
      $0.receive(.syncChanged(Sample.unlinked))
    },
    Scene(name: "home/attention", isInEveryProfile: true) {
      $0.receive(
        .syncChanged(
          SyncStatus(link: .linked, synced: Sample.linked.synced, refused: 2, conflicts: 1)))
    },
    Scene(name: "sync/list", isInEveryProfile: true, isInEnglish: true) { $0.go(to: .sync) },
    Scene(name: "sync/alone") { $0.press(.control("p")).type("связь").press(.enter) },
    Scene(name: "sync/unlinked") {
      $0.receive(.syncChanged(Sample.unlinked))
      $0.press(.control("p")).type("связь").press(.enter)
    },
    Scene(name: "sync/stopped") {
      $0.store.tasks.refused = [Sample.refusedVisit]
      $0.go(to: .sync).receive(
        .syncChanged(
          SyncStatus(
            link: .stopped(.certificate), synced: Sample.now + -90_000, pending: 240, refused: 1,
            trouble: .forked)))
    },
    Scene(name: "sync/first-fill") {
      $0.go(to: .sync).receive(
        .syncChanged(
          SyncStatus(link: .linked, fill: SyncStatus.Fill(done: 412_345, total: 1_000_000))))
    },
    Scene(name: "sync/refused", isInEveryProfile: true, isInEnglish: true) { $0.go(to: .refused) },
    Scene(name: "sync/reason") {
      $0.store.tasks.refused = [Sample.refusedVisit]
      $0.go(to: .refused).press(.end).type("записан дважды")
    },
    Scene(name: "sync/conflict", isInEveryProfile: true, isInEnglish: true) {
      $0.go(to: .conflict).press(.right, .down)
    },
    Scene(name: "sync/double", isInEveryProfile: true, isInEnglish: true) { $0.go(to: .double) },
    Scene(name: "sync/question") { $0.go(to: .double).press(.enter) },
    Scene(name: "citizen/merged") {
      $0.store.merged[Sample.maria.id] = [Sample.secondIvan]
      $0.go(to: .card).press(.end)
    },
    Scene(name: "citizen/disputed") {
      $0.store.tasks = Sample.tasks
      $0.go(to: .card).press(.end)
    },
    Scene(name: "staff/list", isInEveryProfile: true, isInEnglish: true) { $0.withAccounts() },
    Scene(name: "staff/nobody") { $0.withAccounts().type("ы") },
    Scene(name: "staff/pin", isInEveryProfile: true, isInEnglish: true) {
      $0.withAccounts().type("2").press(.enter).type("3141")
    },
    Scene(name: "staff/wait") {
      $0.withAccounts().type("орл").press(.enter)
      for _ in 1...3 { $0.type("271828").press(.enter) }
    },
    Scene(name: "staff/home", isInEveryProfile: true) {
      $0.withAccounts().signIn(as: Sample.smirnova)
    },
    Scene(name: "staff/trainer") { $0.withAccounts().signIn(as: Sample.lunina) },
    Scene(name: "staff/no-accounts") { $0.receive(.staffLoaded(StaffRoster())) },
    Scene(name: "staff/first", isInEveryProfile: true, isInEnglish: true) {
      $0.press(.control("p")).type("учетн").press(.enter).type("Смирнова А. В.")
      $0.press(.tab).type("123456").press(.tab).type("123456").press(.enter)
    },
    Scene(name: "staff/own-pin") {
      $0.withAccounts().signIn(as: Sample.orlov).press(.control("p")).type("сменить").press(.enter)
    },
    Scene(name: "keytest/keys") { $0.go(to: .keyTest).press(.function(4), .unknown("^[[99~")) },
  ]
}
