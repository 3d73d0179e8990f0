/// FNV-1a, 64 bits: what two runs of one seed must agree on to the byte.
struct TraceHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0x0A) &* 0x100_0000_01b3
  }

  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What happened, line by line. It holds no salts and no hashes of the desk's log, which come from the
/// system's random bytes, and no ids of ratings for the same reason.
final class Trace {
  private(set) var hash = TraceHash()
  private(set) var lines: [String] = []
  private let keepsLines: Bool

  init(keepsLines: Bool) { self.keepsLines = keepsLines }

  func note(_ time: Int64, _ text: @autoclosure () -> String) {
    let line = "\(time) \(text())"
    hash.add(line)
    if keepsLines { lines.append(line) }
  }
}
