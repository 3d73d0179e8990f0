/// A PIN on its way from the keys to the store. It lies in one word of memory, so that no copy of it is left
/// behind on the heap, and shows itself to nobody.
package struct PIN: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  package static let lengths = 6...12

  /// Four bits a digit, the last one lowest; above them the count.
  private var word: UInt64 = 0

  package init() {}

  /// `nil` for anything but 6 to 12 digits of ASCII.
  package init?(_ digits: some Sequence<UInt8>) {
    for digit in digits {
      guard (48...57).contains(digit), count < Self.lengths.upperBound else { return nil }
      append(digit - 48)
    }
    guard isWhole else { return nil }
  }

  package var count: Int { Int(word >> 56) }
  package var isEmpty: Bool { count == 0 }
  package var isWhole: Bool { Self.lengths.contains(count) }

  /// The digit at a place, 0 to 9.
  package subscript(place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: word >> UInt64(4 * (count - 1 - place)) & 15)
  }

  /// Adds a digit, 0 to 9; beyond the longest PIN nothing is added.
  package mutating func append(_ digit: UInt8) {
    guard count < Self.lengths.upperBound, digit < 10 else { return }
    let digits = (word & 0xFFFF_FFFF_FFFF) << 4 | UInt64(digit)
    word = UInt64(count + 1) << 56 | digits
  }

  package mutating func removeLast() {
    guard count > 0 else { return }
    word = UInt64(count - 1) << 56 | (word & 0xFFFF_FFFF_FFFF) >> 4
  }

  package var description: String { "PIN" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a PIN is no PIN for an account.
package enum PINFault: String, Hashable, Sendable, CaseIterable {
  /// Fewer than 6 or more than 12 digits.
  case length
  /// Among the first that anybody would try.
  case weak
}

extension PIN {
  /// What is wrong with a new PIN; `nil` where nothing is. Refused are one, two or three digits over and over
  /// (000000, 121212, 123123), digits that count up or down (123456, 987654, 890123), and such digits in pairs
  /// (112233).
  package var fault: PINFault? {
    guard isWhole else { return .length }
    let digits = (0..<count).map { Int(self[$0]) }
    return digits.isRepeated || digits.isCounting || digits.isInPairs ? .weak : nil
  }
}

extension [Int] {
  /// One to three digits over and over.
  fileprivate var isRepeated: Bool {
    (1...3).contains { period in
      indices.dropFirst(period).allSatisfy { self[$0] == self[$0 - period] }
    }
  }

  /// Each is the one before it plus or minus one, 0 after 9.
  fileprivate var isCounting: Bool {
    [1, 9].contains { step in
      indices.dropFirst().allSatisfy { self[$0] == (self[$0 - 1] + step) % 10 }
    }
  }

  /// 112233: every digit twice, counting up or down.
  fileprivate var isInPairs: Bool {
    guard count.isMultiple(of: 2),
      stride(from: 0, to: count, by: 2).allSatisfy({ self[$0] == self[$0 + 1] })
    else { return false }
    return stride(from: 0, to: count, by: 2).map { self[$0] }.isCounting
  }
}
