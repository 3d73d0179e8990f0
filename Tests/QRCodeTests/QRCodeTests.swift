// The codes on the screen, read back.

import Canvas
import DeskCore
import DeskScreens
import DeskTestSupport
import Domain
import QRCode
import Telephone
import Testing

@Suite struct QRCodeTests {
  static let sizes = [
    Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43),
    Size(columns: 200, rows: 60),
  ]

  /// Every code of the list, in every size and both languages, says its part, and the parts say all.
  @Test(arguments: sizes, Language.allCases)
  func aTelephoneReadsTheWholeList(size: Size, language: Language) throws {
    let desk = TestDesk(size: size, language: language)
    desk.go(to: .situation).press(.character(" "), .function(7))
    let texts = try #require(checklistCodes(list(desk), size: size, language: language))
    desk.press(.function(7))
    var read: [String] = []
    for index in texts.indices {
      if index > 0 { desk.press(.right) }
      read.append(try Telephone.text(of: desk.frame()))
    }
    #expect(read == texts)
    #expect(read.joined().contains(language == .ru ? "Паспорт" : "Passport"))
  }

  @Test(arguments: ScreenProfile.allCases)
  func aTelephoneReadsItInEveryDepthOfColour(profile: ScreenProfile) throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(7))
    let texts = try #require(checklistCodes(list(desk), size: Sample.size, language: .ru))
    desk.press(.function(7))
    #expect(try Telephone.text(of: desk.frame(profile)) == texts[0])
  }

  /// Letters of two, three and four bytes, and what a shell or a reader could take for something else.
  @Test(arguments: [
    "Ёжик съел щи", "№ 210-ФЗ «О…» — 350 руб.", "漢字 👨‍👩‍👧‍👦", "a", "123", "ABC 123",
    "http://x'\"$(true)\\", String(repeating: "я", count: 259),
  ])
  func anyTextComesBack(text: String) throws {
    let symbol = try #require(QRCode.symbols(of: [text])?.first)
    var frame = Frame(size: Size(columns: 132, rows: 60), style: .plain)
    frame.drawForTest(symbol)
    #expect(try Telephone.text(of: frame) == text)
  }

  @Test func aTextThatNoCodeHoldsGivesNone() {
    #expect(QRCode.symbols(of: ["a", String(repeating: "я", count: 2000)]) == [])
    #expect(QRCode.symbols(of: []) == [])
  }

  /// What the screen is said to have room for is what the library makes of it.
  @Test(arguments: 20...80)
  func aFullCodeFitsTheScreenItIsMadeFor(rows: Int) throws {
    let size = Size(columns: 200, rows: rows)
    let desk = TestDesk(size: size).press(.end, .enter, .function(7))
    guard let texts = checklistCodes(list(desk), size: size, language: .ru) else { return }
    for symbol in try #require(QRCode.symbols(of: texts)) {
      #expect(symbol.side + 8 <= rows * 2)
    }
  }

  private func list(_ desk: TestDesk) -> Checklist {
    guard case .checklist(let screen) = desk.state.screen else {
      preconditionFailure("the list is not in front")
    }
    return desk.state.checklist(screen)
  }
}

extension Frame {
  /// The code alone, black on white in the upper left corner.
  fileprivate mutating func drawForTest(_ symbol: DotMatrix) {
    let style = Style(foreground: .indexed(0), background: .indexed(15))
    let side = symbol.side + 8
    for row in 0..<(side + 1) / 2 {
      for column in 0..<side {
        let upper = symbol.isBlack(column: column - 4, row: 2 * row - 4)
        let lower = symbol.isBlack(column: column - 4, row: 2 * row - 3)
        let glyph: Character = upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ")
        fill(Rect(column: column, row: row, columns: 1, rows: 1), style: style, with: glyph)
      }
    }
  }
}
