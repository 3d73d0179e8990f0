// A terminal's description with more colours than it admits to.
//
// ncurses sends colours by the description's `setaf` and `setab` and has no other way. Those of
// `xterm-256color` know 256; the entries with 24 bits (`xterm-direct`) are not installed by default and
// would hide what the real entry says. So the real entry is copied with these capabilities replaced, and
// given to ncurses through the environment as `TERMINFO=hex:…` (ncurses(3), "TERMINFO").
// Redefining the palette (`initc`) was the other way: it changes the colours of what else is on the
// terminal, stays behind after a kill, and tmux and GNU screen do not pass it on.

internal import CNcurses

struct TerminfoEntry: Equatable {
  enum Colours {
    /// `38;5;n`, 256 of them.
    case indexed
    /// 24 bits, and the palette's 256 after them: `ColourNumbers.palette`.
    case direct
  }

  var name: String
  var flags: [Bool]
  /// `nil` where the terminal has none.
  var numbers: [Int32?]
  var strings: [String?]
  /// What ncurses knows beyond the predefined names (user_caps(5)).
  var extendedFlags: [String] = []
  var extendedNumbers: [(name: String, value: Int32)] = []

  static func == (one: TerminfoEntry, other: TerminfoEntry) -> Bool {
    one.compiled() == other.compiled()
  }

  /// The description that `okno_terminfo_load` loaded.
  static func loaded(name: String) -> TerminfoEntry {
    TerminfoEntry(
      name: name,
      flags: names(okno_terminfo_flag_name).map { okno_terminfo_flag($0) },
      numbers: names(okno_terminfo_number_name).map { name in
        let value = okno_terminfo_number(name)
        return value < 0 ? nil : value
      },
      strings: names(okno_terminfo_string_name).map { Terminfo.string($0) },
      extendedFlags: ["AX", "XT"].filter { okno_terminfo_flag($0) },
      extendedNumbers: ["U8"].compactMap { name in
        let value = okno_terminfo_number(name)
        return value < 0 ? nil : (name, value)
      })
  }

  private static func names(_ name: (Int32) -> UnsafePointer<CChar>?) -> [String] {
    var result: [String] = []
    while let next = name(Int32(result.count)) { result.append(String(cString: next)) }
    return result
  }

  /// The same terminal with those colours.
  func with(_ colours: Colours) -> TerminfoEntry {
    var entry = self
    let flags = Self.names(okno_terminfo_flag_name)
    let numbers = Self.names(okno_terminfo_number_name)
    let strings = Self.names(okno_terminfo_string_name)
    func set(_ name: String, to value: String?) {
      if let index = strings.firstIndex(of: name) { entry.strings[index] = value }
    }
    func set(_ name: String, to value: Int32?) {
      if let index = numbers.firstIndex(of: name) { entry.numbers[index] = value }
    }
    if let index = flags.firstIndex(of: "ccc") { entry.flags[index] = false }
    set("colors", to: colours == .direct ? ColourNumbers.palette + 256 : 256)
    set("pairs", to: 0x1_0000)
    set("setaf", to: Self.colourSequence(colours, plane: 3))
    set("setab", to: Self.colourSequence(colours, plane: 4))
    set("op", to: "\u{1B}[39;49m")
    for name in ["initc", "initp", "scp", "oc", "setf", "setb"] { set(name, to: String?.none) }
    if !entry.extendedFlags.contains("AX") { entry.extendedFlags.append("AX") }
    if colours == .direct { entry.extendedNumbers.append(("RGB", 8)) }
    return entry
  }

  private static func colourSequence(_ colours: Colours, plane: Int) -> String {
    let palette = "\(plane)8;5;%p1%{255}%&%d"
    let bright = plane == 3 ? 9 : 10
    let short = "%p1%{8}%<%t\(plane)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e"
    switch colours {
    case .indexed: return "\u{1B}[%?\(short)\(palette)%;m"
    case .direct:
      let bits = "%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
      return "\u{1B}[%?%p1%{16777216}%<%t\(plane)8;2;\(bits)%e\(palette)%;m"
    }
  }

  /// The compiled form with 32-bit numbers, term(5).
  func compiled() -> [UInt8] {
    var bytes = CompiledEntry()
    let table = StringTable(strings)
    let names = Array("\(name)|okno".utf8) + [0]
    let header = [
      0o1036, names.count, flags.count, numbers.count, strings.count, table.bytes.count,
    ]
    header.forEach { bytes.append(short: $0) }
    bytes.all += names
    bytes.append(flags: flags, numbers: numbers, offsets: table.offsets)
    bytes.all += table.bytes

    let extended = StringTable(extendedFlags + extendedNumbers.map(\.name))
    bytes.padToEven()
    let counts = [
      extendedFlags.count, extendedNumbers.count, 0, extended.offsets.count, extended.bytes.count,
    ]
    counts.forEach { bytes.append(short: $0) }
    bytes.append(
      flags: extendedFlags.map { _ in true }, numbers: extendedNumbers.map(\.value),
      offsets: extended.offsets)
    bytes.all += extended.bytes
    return bytes.all
  }

  /// As a value of the environment's `TERMINFO`.
  func environmentValue() -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text = Array("hex:".utf8)
    for byte in compiled() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Strings ending in zero, one after another, and where each begins.
private struct StringTable {
  var bytes: [UInt8] = []
  /// -1 for a string that is not there.
  var offsets: [Int] = []

  init(_ strings: [String?]) {
    for string in strings {
      guard let string else {
        offsets.append(-1)
        continue
      }
      offsets.append(bytes.count)
      bytes += Array(string.utf8) + [0]
    }
  }
}

private struct CompiledEntry {
  var all: [UInt8] = []

  mutating func append(short value: Int) {
    let bits = UInt16(truncatingIfNeeded: value)
    all += [UInt8(bits & 0xFF), UInt8(bits >> 8)]
  }

  mutating func append(long value: Int32) {
    let bits = UInt32(bitPattern: value)
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      all.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  mutating func padToEven() {
    if !all.count.isMultiple(of: 2) { all.append(0) }
  }

  mutating func append(flags: [Bool], numbers: [Int32?], offsets: [Int]) {
    all += flags.map { $0 ? 1 : 0 }
    padToEven()
    numbers.forEach { append(long: $0 ?? -1) }
    offsets.forEach { append(short: $0) }
  }
}
