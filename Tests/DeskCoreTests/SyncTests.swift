// The link on the desk: its state as it comes in, and the list of what waits for a person.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct SyncTests {
  @Test func theStateIsThatOfTheLink() {
    let desk = TestDesk()
    #expect(desk.state.sync.link == .alone)
    desk.receive(.syncChanged(Sample.unlinked))
    #expect(desk.state.sync.link == Sample.unlinked.link)
    #expect(desk.state.sync.pending == 12)
  }

  /// A poll each few seconds changes nothing on the screen, so that nothing is drawn.
  @Test func withinAMinuteAPollChangesNothing() {
    let desk = TestDesk()
    var status = SyncStatus(link: .linked, synced: Instant(milliseconds: 1_795_511_100_000))
    desk.receive(.syncChanged(status))
    let before = desk.state
    status.synced = Instant(milliseconds: 1_795_511_159_999)
    desk.receive(.syncChanged(status))
    #expect(desk.state == before)
    status.synced = Instant(milliseconds: 1_795_511_160_000)
    desk.receive(.syncChanged(status))
    #expect(desk.state != before)
  }

  /// What other desks did, and whom they erased, shows in the list of the day.
  @Test func theDayIsReadAgainWhenSomethingMayHaveCome() {
    let desk = TestDesk()
    _ = desk.takeEffects()
    desk.receive(.syncChanged(SyncStatus(link: .linked)))
    #expect(!desk.takeEffects().contains(.loadDay(desk.state.clock.date)))
    desk.receive(.syncChanged(SyncStatus(link: .linked, synced: Sample.now)))
    #expect(desk.takeEffects().contains(.loadDay(desk.state.clock.date)))
  }

  /// Another desk may have changed the card that the clerk reads.
  @Test func theOpenCardIsReadAgainWhenSomethingMayHaveCome() throws {
    let desk = TestDesk().go(to: .card)
    guard case .card(let shown) = desk.state.screen else {
      Issue.record("no card is open")
      return
    }
    let id = shown.card.citizen.id
    _ = desk.takeEffects()
    desk.receive(.syncChanged(SyncStatus(link: .linked, synced: Sample.now)))
    #expect(desk.takeEffects().contains(.loadCard(id, for: .refresh)))
    var changed = shown.card
    changed.citizen.details.phone = nil
    changed.citizen.details.surname = "Другая"
    desk.receive(.cardLoaded(changed, for: .refresh))
    guard case .card(let now) = desk.state.screen else {
      Issue.record("the card is closed")
      return
    }
    #expect(now.card == changed)
  }

  /// Trying again is no news until it has worked.
  @Test(arguments: [
    SyncStatus.Link.waiting(until: Sample.now), .stopped(.revoked), .stopped(.certificate),
  ])
  func anAttemptThatIsUnderWayDoesNotFlicker(link: SyncStatus.Link) {
    let desk = TestDesk().receive(.syncChanged(SyncStatus(link: link)))
    desk.receive(.syncChanged(SyncStatus(link: .connecting)))
    #expect(desk.state.sync.link == link)
    desk.receive(.syncChanged(SyncStatus(link: .linked)))
    #expect(desk.state.sync.link == .linked)
    desk.receive(.syncChanged(SyncStatus(link: .connecting)))
    #expect(desk.state.sync.link == .connecting)
  }

  /// News of the link leaves everything else as it is: what is typed, marked, asked, open.
  @Test(arguments: ScreenKind.allCases)
  func newsOfTheLinkDisturbNothing(screen: ScreenKind) {
    let desk = TestDesk().go(to: screen)
    var before = desk.state
    desk.receive(.syncChanged(SyncStatus(link: .linked, synced: Sample.now)))
    before.sync = desk.state.sync
    #expect(desk.state == before)
  }

  @Test(arguments: ["связь", "центр", "link", "cdzpm", "двойники"])
  func thePaletteOpensTheScreen(query: String) {
    let desk = TestDesk().press(.control("p")).type(query).press(.enter)
      .expectScreens(.home, .sync)
    #expect(desk.takeEffects().contains(.loadSyncTasks))
    desk.press(.escape).expectScreens(.home)
  }

  @Test func theScreenIsThereOnce() {
    let desk = TestDesk().go(to: .conflict)
    desk.press(.control("p")).type("связь").press(.enter).expectScreens(.home, .sync)
    desk.go(to: .double).press(.function(3)).expectScreens(.home)
  }

  @Test func aChangedFormIsNotLeftWithoutAsking() {
    let desk = TestDesk().go(to: .citizenForm).type("ъ")
    desk.press(.control("p")).type("связь").press(.enter)
      .expectQuestion(.dropCitizenForm(then: .sync)).press(.escape)
      .expectScreens(.home, .card, .citizenForm)
    desk.press(.control("p")).type("связь").press(.enter, .character("д"))
      .expectScreens(.home, .card, .sync)
  }

  /// The visit's form stays behind, with all that is in it.
  @Test func theVisitGoesOnBehind() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(4), .tab, .tab)
      .type("Заметка")
    desk.go(to: .sync).expectScreens(.home, .situation, .visitForm, .sync)
    desk.press(.function(4)).expectScreens(.home, .situation, .visitForm)
    #expect(try desk.state.requireVisitForm().note.text == "Заметка")
    desk.press(.function(4)).expectScreens(.home, .rating)
  }

  @Test func theListBeginsOnWhatWaits() {
    let desk = TestDesk().go(to: .sync)
    #expect(desk.state.sync == Sample.linked.toTheMinute)
    #expect(desk.syncSelection == 1)
    desk.press(.up).press(.enter).expectNotice(.syncAsked)
    #expect(desk.takeEffects().last == .syncNow)
  }

  @Test func whereAnotherProgramSyncsThereIsNothingToAsk() {
    let desk = TestDesk().go(to: .sync)
    desk.receive(.syncChanged(SyncStatus(link: .elsewhere)))
    _ = desk.takeEffects()
    desk.press(.home, .enter).expectNotice(.syncedElsewhere)
    #expect(!desk.takeEffects().contains(.syncNow))
  }

  @Test func aloneThereIsNoCentreToAsk() {
    let desk = TestDesk()
    desk.press(.control("p")).type("связь").press(.enter)
    #expect(desk.state.rows(of: SyncScreen()) == [])
    desk.press(.enter, .down, .up, .end).expectScreens(.home, .sync)
  }

  /// The cursor stays on its row while others come and go.
  @Test func theCursorStaysOnItsRow() {
    let desk = TestDesk().go(to: .sync).press(.down)
    desk.store.tasks.refused.insert(Sample.refusedVisit, at: 0)
    desk.receive(.syncChanged(SyncStatus(link: .linked, refused: 2, conflicts: 1)))
    #expect(desk.syncSelection == 3)
    desk.store.tasks = .none
    desk.receive(.syncChanged(SyncStatus(link: .linked)))
    #expect(desk.syncSelection == 0)
  }

  @Test func newsAreAskedForOnlyWhereTheyAreShown() {
    let desk = TestDesk()
    _ = desk.takeEffects()
    desk.receive(.syncChanged(Sample.linked))
    // Today's visits are on every desk's first screen.
    #expect(desk.takeEffects() == [.loadDay(desk.state.clock.date)])
    desk.go(to: .sync)
    _ = desk.takeEffects()
    desk.receive(.syncChanged(Sample.linked))
    #expect(desk.takeEffects() == [.loadSyncTasks])
  }

  @Test func lettersGoToTheSearch() {
    for screen in [ScreenKind.sync, .conflict, .double, .refused] {
      let desk = TestDesk().go(to: screen).type("р").expectScreens(.home)
      #expect(desk.state.search.text == "р")
    }
  }
}

extension TestDesk {
  fileprivate var syncSelection: Int? {
    if case .sync(let screen) = state.screen { screen.selection } else { nil }
  }
}

extension SyncStatus {
  fileprivate var toTheMinute: SyncStatus {
    var status = self
    status.synced = synced.map { Instant(milliseconds: $0.milliseconds / 60_000 * 60_000) }
    return status
  }
}
