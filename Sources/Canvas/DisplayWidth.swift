// How many columns of the screen a text takes.

/// What one Unicode scalar does to the columns of a line.
enum WidthClass: UInt8 {
  case narrow, zero, wide
  /// Controls, format characters, private use and everything that Unicode 14 does not know.
  case hidden
  /// A space of any breadth, the no-break ones too.
  case space
  /// A spacing combining mark: a column of its own by the C library, none by most terminals.
  case spacing

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if Self.isPlain(value) {
      self = .narrow
      return
    }
    self = Self.found(value)
  }

  /// ASCII and Cyrillic letters, and the lines that boxes are drawn with: nearly all of a screen.
  static func isPlain(_ value: UInt32) -> Bool {
    (0x20...0x7E).contains(value) || (0x400...0x482).contains(value)
      || (0x2500...0x257F).contains(value)
  }

  private static func found(_ value: UInt32) -> WidthClass {
    let key = value << 3 | 7
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle] <= key { low = middle + 1 } else { high = middle }
    }
    return WidthClass(rawValue: UInt8(runs[low - 1] & 7)) ?? .hidden
  }
}

/// Columns of text, measured as it is drawn: of its visible form (see `VisibleCluster`).
///
/// East Asian letters of ambiguous width count as one column, as terminals outside East Asia do.
package enum DisplayWidth {
  /// The columns of one cluster, 1 or 2: never 0, since a mark without a letter is drawn as a
  /// replacement.
  package static func columns(of character: Character) -> Int {
    VisibleCluster(character).columns
  }

  /// The columns of a text on one line.
  package static func columns(of text: String) -> Int {
    if let plain = plainCount(text) { return plain }
    return text.reduce(into: 0) { $0 += columns(of: $1) }
  }

  /// The columns of one scalar by itself: 0 for what combines or is hidden, 1 or 2.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    switch WidthClass(scalar) {
    case .narrow, .space, .spacing: 1
    case .wide: 2
    case .zero, .hidden: 0
    }
  }

  /// The number of letters where the text is ASCII and basic Cyrillic only, without a control.
  static func plainCount(_ text: String) -> Int? {
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20...0x7E, 0xD0, 0xD1: count += 1
      case 0x80...0xBF: continue
      default: return nil
      }
    }
    return count
  }
}
