// A frame for another process of the same machine and the same program.

extension Frame {
  /// Changes with the meaning of the words behind it: a frame of another program is none.
  private static let mark: UInt64 = 0x4f4b_4e4f_4652_0001
  private static let headWords = 5
  private static let cellWords = 3
  /// More columns or rows no terminal has.
  private static let most = 2000

  package var bytes: [UInt8] {
    var words: [UInt64] = [
      Self.mark, UInt64(size.columns), UInt64(size.rows),
      UInt64(bitPattern: Int64(cursor?.column ?? -1)), UInt64(bitPattern: Int64(cursor?.row ?? -1)),
    ]
    words.reserveCapacity(Self.headWords + Self.cellWords * grid.cells.count)
    for cell in grid.cells {
      words += [cell.glyph.words.first, cell.glyph.words.rest, cell.lookBits]
    }
    return words.withUnsafeBytes { Array($0) }
  }

  /// `nil` where the bytes are not a whole frame of this program.
  package init?(bytes: [UInt8]) {
    guard bytes.count % 8 == 0 else { return nil }
    let words = bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    }
    guard words.count >= Self.headWords, words[0] == Self.mark,
      words[1] <= UInt64(Self.most), words[2] <= UInt64(Self.most)
    else { return nil }
    let size = Size(columns: Int(words[1]), rows: Int(words[2]))
    let count = size.columns * size.rows
    guard words.count == Self.headWords + Self.cellWords * count else { return nil }
    self.init(size: size, style: .plain)
    for place in 0..<count {
      let start = Self.headWords + Self.cellWords * place
      guard let glyph = Glyph(first: words[start], rest: words[start + 1]),
        let cell = Cell(glyph, lookBits: words[start + 2])
      else { return nil }
      grid.cells[place] = cell
    }
    let at = Point(
      column: Int(truncatingIfNeeded: words[3]), row: Int(truncatingIfNeeded: words[4]))
    cursor = grid.bounds.contains(at) ? at : nil
  }
}

extension Grid {
  /// Lays another grid over this one from the corner on; what is beyond the edges is cut, a wide glyph whole.
  package mutating func lay(_ other: Grid, below rows: Int = 0) {
    let columns = min(size.columns, other.size.columns)
    for row in max(0, rows)..<max(rows, min(size.rows, other.size.rows)) {
      for column in 0..<columns { self[row, column] = other[row, column] }
      if columns > 0, self[row, columns - 1].width == 2 {
        self[row, columns - 1] = Cell(" ", style: self[row, columns - 1].style)
      }
    }
  }
}
