// What a telephone's camera would make of a screen: a picture of its cells, read by zbarimg.

package import Canvas
internal import Glibc

/// Why a telephone shows nothing.
package struct NoCodeSeen: Error, CustomStringConvertible {
  package let description: String
}

package enum Telephone {
  /// One cell of a screen, as the terminal shows it.
  package struct Cell {
    let text: String
    let style: Style

    package init(text: String, style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// The text of the code in the frame.
  package static func text(of frame: Frame) throws(NoCodeSeen) -> String {
    try text(
      of: (0..<frame.size.rows).map { row in
        frame.grid.row(row).map { Cell(text: String($0.character), style: $0.style) }
      })
  }

  /// The text of the code on a screen, given row by row.
  package static func text(of rows: [[Cell]]) throws(NoCodeSeen) -> String {
    var name = Array("/tmp/okno-code-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw NoCodeSeen(description: "no room for a picture") }
    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    let bytes = Picture(rows).graymap
    let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    guard written == bytes.count else { throw NoCodeSeen(description: "a torn picture") }
    return try output(of: "exec timeout 20 zbarimg --quiet --raw '\(path)' 2>/dev/null </dev/null")
  }

  /// What the shell's command prints, without the line's end that zbarimg adds.
  private static func output(of command: String) throws(NoCodeSeen) -> String {
    guard let pipe = popen(command, "re") else {
      throw NoCodeSeen(description: "zbarimg does not start")
    }
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&chunk, 1, chunk.count, pipe)
      guard count > 0 else { break }
      text += chunk[..<count]
    }
    let code = pclose(pipe)
    guard code == 0 else { throw NoCodeSeen(description: "zbarimg ended with \(code)") }
    return String(decoding: text.last == 10 ? text.dropLast() : text[...], as: UTF8.self)
  }
}

/// The cells in dots, eight by sixteen each, as a terminal with such letters shows them.
private struct Picture {
  private let width: Int
  private let height: Int
  private var dots: [UInt8]

  private static let cell = (width: 8, height: 16)

  init(_ rows: [[Telephone.Cell]]) {
    width = (rows.map(\.count).max() ?? 0) * Self.cell.width
    height = rows.count * Self.cell.height
    dots = [UInt8](repeating: 0, count: width * height)
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() { paint(cell, column: column, row: row) }
    }
  }

  private mutating func paint(_ cell: Telephone.Cell, column: Int, row: Int) {
    let ink = Self.light(cell.style.foreground, ofTerminal: 255)
    let paper = Self.light(cell.style.background, ofTerminal: 0)
    for y in 0..<Self.cell.height {
      let isUpper = y < Self.cell.height / 2
      let isInk =
        switch cell.text {
        case "█": true
        case "▀": isUpper
        case "▄": !isUpper
        default: false
        }
      let start = (row * Self.cell.height + y) * width + column * Self.cell.width
      for x in 0..<Self.cell.width { dots[start + x] = isInk ? ink : paper }
    }
  }

  /// How light a colour is; the terminal's own are light letters on a dark ground.
  private static func light(_ colour: Colour, ofTerminal own: UInt8) -> UInt8 {
    switch colour {
    case .terminal: own
    case .indexed(15), .indexed(231): 255
    case .indexed(7): 170
    case .indexed: 0
    case .rgb(let red, let green, let blue):
      UInt8((Int(red) * 3 + Int(green) * 6 + Int(blue)) / 10)
    }
  }

  /// A portable graymap (PGM).
  var graymap: [UInt8] { Array("P5 \(width) \(height) 255\n".utf8) + dots }
}
