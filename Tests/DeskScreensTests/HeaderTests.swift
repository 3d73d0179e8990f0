// The link in the header: true at every width, steady while numbers change, never by colour alone.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct HeaderTests {
  private static let today = Sample.now + -8_640
  private static let yesterday = Sample.now + -100_000
  private static let longAgo = Sample.now + -400 * 86_400

  @Test(arguments: [
    (SyncStatus(), "работает без центра"),
    (SyncStatus(link: .linked, synced: today), "связь есть · данные 09:41"),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: today, pending: 12),
      "нет связи · данные 09:41 · ждут 12"
    ),
    (SyncStatus(link: .waiting(until: Sample.now)), "нет связи"),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: yesterday),
      "нет связи · данные 23.11 08:18"
    ),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: longAgo),
      "нет связи · данные 20.10.2025"
    ),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: today, trouble: .busy),
      "центр занят · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, pending: 3, trouble: .busy),
      "центр занят · данные 09:41 · ждут 3"
    ),
    (SyncStatus(link: .linked, synced: today, pending: 3), "отправляется 3 · данные 09:41"),
    (
      SyncStatus(link: .linked, synced: today, refused: 2),
      "! не принято 2 · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, conflicts: 1),
      "! спорных 1 · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, refused: 2, conflicts: 1),
      "! не принято 2, спорных 1 · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, duplicates: 2),
      "! двойников 2 · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, refused: 2, conflicts: 1, duplicates: 1),
      "! решить 4 · связь есть · данные 09:41"
    ),
    (SyncStatus(link: .elsewhere, synced: today), "обмен отдельно · данные 09:41"),
    (SyncStatus(link: .connecting), "соединяется"),
    (SyncStatus(link: .connecting, trouble: .unreachable), "нет связи"),
    (
      SyncStatus(link: .linked, fill: SyncStatus.Fill(done: 410_000, total: 1_000_000)),
      "загрузка 41 %"
    ),
    (
      SyncStatus(link: .stopped(.revoked), synced: today, pending: 2),
      "! окно отключено · данные 09:41 · ждут 2"
    ),
    (SyncStatus(link: .stopped(.credentials)), "! вход не принят"),
    (SyncStatus(link: .stopped(.certificate)), "! чужой сертификат"),
    (SyncStatus(link: .stopped(.version)), "! разные версии"),
    (SyncStatus(link: .stopped(.protocolFault)), "! сбой обмена"),
    (
      SyncStatus(link: .linked, synced: today, refused: 1, trouble: .localStore),
      "! база не пишется, не принято 1 · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, refused: 2, trouble: .clock),
      "! не принято 2, проверьте часы · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: today, pending: 12, refused: 2),
      "! не принято 2 · нет связи · данные 09:41 · ждут 12"
    ),
    (
      SyncStatus(link: .linked, synced: today, trouble: .forked),
      "! копия окна · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, trouble: .clock),
      "! проверьте часы · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, trouble: .release),
      "! чужой справочник · связь есть · данные 09:41"
    ),
    (
      SyncStatus(link: .linked, synced: today, trouble: .rows),
      "! прочитано не всё · связь есть · данные 09:41"
    ),
  ])
  func saysHowTheDeskStands(status: SyncStatus, text: String) {
    let header = header(status, columns: 132)
    #expect(header.hasSuffix("Вт 24.11.2026 12:05 · \(text)"), "\(header)")
  }

  @Test(arguments: [
    (SyncStatus(), "24.11.2026 12:05 · работает без центра"),
    (SyncStatus(link: .linked, synced: today), "24.11 12:05 · связь есть · данные 09:41"),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: today, pending: 12),
      "24.11 12:05 · нет связи · 09:41 · ждут 12"
    ),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: yesterday, pending: 12),
      "24.11 12:05 · нет связи · 23.11 · ждут 12"
    ),
    (
      SyncStatus(link: .linked, synced: today, refused: 2),
      "24.11 12:05 · ! не принято 2 · связь есть"
    ),
    (
      SyncStatus(link: .waiting(until: Sample.now), synced: today, refused: 2, conflicts: 1),
      "24.11 12:05 · ! решить 3 · нет связи"
    ),
    (
      SyncStatus(link: .stopped(.certificate), synced: today, pending: 1_234),
      "24.11 12:05 · ! чужой сертификат · 09:41"
    ),
  ])
  func isShortAndTrueOnTheSmallestScreen(status: SyncStatus, text: String) {
    let header = header(status, columns: 60)
    #expect(header.hasSuffix(text), "\(header)")
  }

  /// A clerk without a link, with work that waits and work that was refused, sees all of it.
  @Test(arguments: [
    (80, false, "24.11 12:05 · ! решить 2 · нет связи · 09:41 · ждут 12"),
    (80, true, "24.11 12:05 · ! решить 2 · ! чужой сертификат · ждут 12"),
    (100, false, "Вт 24.11.2026 12:05 · ! не принято 2 · нет связи · 09:41 · ждут 12"),
    (100, true, "Вт 24.11.2026 12:05 · ! решить 2 · ! чужой сертификат · 09:41 · ждут 12"),
    (132, true, "2026 12:05 · ! не принято 2 · ! чужой сертификат · данные 09:41 · ждут 12"),
  ])
  func threeTroublesAtOnceAreAllSaid(columns: Int, isStopped: Bool, text: String) {
    let link: SyncStatus.Link = isStopped ? .stopped(.certificate) : .waiting(until: Sample.now)
    let status = SyncStatus(link: link, synced: Self.today, pending: 12, refused: 2)
    let header = header(status, columns: columns)
    #expect(header.hasSuffix(text), "\(header)")
  }

  /// No state of the link is cut, at any width, in both languages.
  @Test(arguments: Language.allCases, [60, 70, 77, 78, 80, 90, 100, 132, 200])
  func nothingIsCut(language: Language, columns: Int) {
    for status in Self.states {
      var state = Sample.state(size: Size(columns: columns, rows: 20), language: language)
      state.settings.centreName = ""
      state.settings.deskName = "4"
      state.sync = status
      let line = ScreenText.plain(view(state, theme: ScreenProfile.mono.theme))[0]
      #expect(!line.contains("…"), "\(line)")
      #expect(line.contains("24.11"), "\(line)")
    }
  }

  /// A preview is never taken for the desk.
  @Test(arguments: Language.allCases, [60, 70, 80, 132, 200])
  func aPreviewIsMarkedAtEveryWidth(language: Language, columns: Int) {
    var state = Sample.state(size: Size(columns: columns, rows: 20), language: language)
    state.settings.preview = "./catalogue"
    let line = ScreenText.plain(view(state, theme: ScreenProfile.mono.theme))[0]
    let words = Phrases.of(language)
    #expect(line.contains(columns < 70 ? words.shortPreview : words.preview), "\(line)")
    if columns >= 132 { #expect(line.contains("./catalogue"), "\(line)") }
    #expect(!line.contains("…"), "\(line)")
  }

  /// While a number grows, everything before it stands where it stood.
  @Test(arguments: [60, 80, 132])
  func nothingMovesWhileNumbersChange(columns: Int) {
    var status = SyncStatus(link: .waiting(until: Sample.now), synced: Self.today, pending: 8)
    let first = header(status, columns: columns)
    let place = first.firstRange(of: "ждут 8")?.lowerBound
    for count in [9, 10, 11, 99] {
      status.pending = count
      let line = header(status, columns: columns)
      #expect(place.map { line[..<$0] == first[..<$0] } == true, "\(line)")
      #expect(line.hasSuffix("ждут \(count)"), "\(line)")
    }
  }

  /// The day and the window's name stand still whatever the link does.
  @Test(arguments: [60, 80, 132])
  func theDayStandsStill(columns: Int) {
    let places = Set(
      Self.states.filter { $0.link != .alone }.map { status in
        let line = header(status, columns: columns)
        return line.firstRange(of: "24.11").map {
          line.distance(from: line.startIndex, to: $0.lowerBound)
        }
      })
    #expect(places.count == 1)
    #expect(!places.contains(nil))
  }

  private static let states: [SyncStatus] = {
    let links: [SyncStatus.Link] =
      [.alone, .elsewhere, .waiting(until: Sample.now), .connecting, .linked]
      + SyncStatus.Stop.allCases.map(SyncStatus.Link.stopped)
    let troubles: [SyncStatus.Trouble?] = [nil] + SyncStatus.Trouble.allCases
    return links.flatMap { link in
      troubles.flatMap { trouble in
        [0, 1, 12, 345].flatMap { count in
          [nil, today, yesterday, longAgo].map { synced in
            SyncStatus(
              link: link, synced: synced, pending: count, refused: count / 10,
              conflicts: count / 100,
              fill: count == 1 ? SyncStatus.Fill(done: 7, total: 90) : nil, trouble: trouble)
          }
        }
      }
    }
  }()

  private func header(_ status: SyncStatus, columns: Int) -> String {
    var state = Sample.state(size: Size(columns: columns, rows: 20))
    state.sync = status
    return ScreenText.plain(view(state, theme: ScreenProfile.mono.theme))[0]
  }
}

@Suite struct FillTests {
  @Test(arguments: [
    (0, 1_000, 0), (9, 1_000, 0), (10, 1_000, 1), (999_999, 1_000_000, 99), (7, 7, 100),
    (9, 7, 100), (0, 0, 0), (-1, 7, 0),
  ])
  func percentIsWholeAndNeverTooMuch(done: Int, total: Int, percent: Int) {
    #expect(SyncStatus.Fill(done: done, total: total).percent == percent)
  }

  /// On the smallest screen too, with the counts of a large centre.
  @Test(arguments: Language.allCases)
  func theBarFits(language: Language) {
    var state = Sample.state(size: Size(columns: 60, rows: 20), language: language)
    state.sync = SyncStatus(
      link: .linked, fill: SyncStatus.Fill(done: 999_999, total: 1_000_000))
    let line = ScreenText.plain(view(state, theme: ScreenProfile.mono.theme))[2]
    #expect(line.contains("99 %"))
    #expect(line.contains("█") && line.contains("999 999"), "\(line)")
    #expect(!line.contains("…"), "\(line)")
  }
}
