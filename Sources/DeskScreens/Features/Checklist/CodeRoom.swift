// How large a QR code a screen can show, and how much it holds.

internal import Canvas

/// A code takes a column and half a row for each of its dots, with four white ones around it
/// (ISO/IEC 18004, 9.1), and beside it stand a few words.
struct CodeRoom {
  /// White dots on each side.
  static let quietZone = 4
  /// Columns for the words.
  static let words = 20

  private let mostDots: Int

  init(_ size: Size) {
    mostDots = min(size.rows * 2, size.columns - Self.words)
  }

  func fits(side: Int) -> Bool { side + 2 * Self.quietZone <= mostDots }

  /// Bytes of UTF-8 in the largest code that fits; `nil` where none does.
  var bytes: Int? {
    guard let version = (1...Self.codewords.count).last(where: { fits(side: 17 + 4 * $0) }) else {
      return nil
    }
    // Before the bytes stand their interpretation, for which libqrencode keeps more than it takes, the
    // mode, and their number in 8 bits or in 16.
    return Self.codewords[version - 1] - (version < 10 ? 5 : 6)
  }

  /// The data codewords of versions 1 to 20 at the least error correction (ISO/IEC 18004, table 7):
  /// larger codes than these need a better camera than every telephone has.
  private static let codewords = [
    19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861,
  ]
}
