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

  /// Letters and signs of one column that never join a neighbour: nearly all of a Russian screen.
  /// A text of them alone has a cluster a scalar, and needs neither the table nor the rules of
  /// clusters.
  static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0x410...0x44F, 0x401, 0x451: true
    // Latin letters and « » · ×, the rest of Cyrillic, dashes and quotation marks, currencies, №,
    // arrows, lines and blocks, the marks of lists, ✓.
    case 0xA1...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027,
      0x2030...0x205E, 0x20A0...0x20BF, 0x2116, 0x2190...0x21FF, 0x2500...0x25FC, 0x2713:
      true
    default: false
    }
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

  /// The number of scalars, and so of columns, where all of them are plain.
  static func plainCount(_ text: String) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      guard WidthClass.isPlain(scalar.value) else { return nil }
      count += 1
    }
    return count
  }
}
