// getopt_long(3) as a function from words to options.

internal import CGetopt
internal import Glibc
internal import Synchronization

/// What an option looks like to the scanner.
struct ScannedOption: Hashable, Sendable {
  var name: String
  var short: Character?
  var takesValue: Bool
}

/// Words taken apart.
struct ScannedWords: Hashable, Sendable {
  struct Option: Hashable, Sendable {
    var name: String
    /// Present just where the option takes one.
    var value: String?
  }

  var options: [Option] = []
  /// What is no option: operands, and the words after `--`.
  var rest: [String] = []
}

/// The first mistake among the words.
enum ScanError: Error, Hashable {
  /// No option has this name, or several begin with it.
  case unknown(String)
  case valueMissing(String)
  case valueUnwanted(String)
}

/// Takes words apart the way GNU programs do: `--name value`, `--name=value`, an abbreviation that fits
/// one option only, operands between options, and `--` before words that are no options.
enum OptionScanner {
  /// getopt keeps its place in variables of the process.
  private static let turn = Mutex(())

  /// With `stopsAtOperand` everything from the first operand on is left in `rest`.
  static func scan(
    _ words: [String], options: [ScannedOption], stopsAtOperand: Bool
  ) throws(ScanError) -> ScannedWords {
    let result: Result<ScannedWords, ScanError> = turn.withLock { _ in
      do throws(ScanError) {
        return .success(try scanAlone(words, options, stopsAtOperand))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func scanAlone(
    _ words: [String], _ options: [ScannedOption], _ stopsAtOperand: Bool
  ) throws(ScanError) -> ScannedWords {
    let vector = CStrings(["okno"] + words)
    let names = CStrings(options.map(\.name))
    defer {
      vector.free()
      names.free()
    }
    let table = table(options, names)
    let letters = letters(options, stopsAtOperand)

    okno_getopt_begin()
    var found = ScannedWords()
    while true {
      let code = getopt_long(Int32(vector.count), vector.pointer, letters, table, nil)
      let next = Int(okno_getopt_next())
      switch code {
      case -1:
        found.rest = (next..<vector.count).map { vector[$0] }
        return found
      case Int32(UInt8(ascii: "?")):
        throw fault(in: vector[max(1, next - 1)], options)
      case Int32(UInt8(ascii: ":")):
        throw .valueMissing(option(okno_getopt_faulty(), options)?.name ?? "")
      default:
        guard let option = option(code, options) else { continue }
        let value = okno_getopt_value().map { String(cString: $0) }
        found.options.append(.init(name: option.name, value: option.takesValue ? value : nil))
      }
    }
  }

  private static func fault(in word: String, _ options: [ScannedOption]) -> ScanError {
    let faulty = okno_getopt_faulty()
    if let option = option(faulty, options) { return .valueUnwanted(option.name) }
    if faulty > 0, faulty < firstCode, let letter = Unicode.Scalar(UInt32(faulty)) {
      return .unknown("-\(Character(letter))")
    }
    return .unknown(String(word.prefix { $0 != "=" }))
  }

  /// Codes of long options start above all letters.
  private static let firstCode: Int32 = 256

  private static func table(_ options: [ScannedOption], _ names: CStrings) -> [CGetopt.option] {
    options.enumerated().map { index, each in
      CGetopt.option(
        name: names.pointer[index], has_arg: each.takesValue ? 1 : 0, flag: nil,
        val: firstCode + Int32(index))
    } + [CGetopt.option()]
  }

  /// `+` stops at the first operand, `:` tells a missing value from an unknown option.
  private static func letters(_ options: [ScannedOption], _ stopsAtOperand: Bool) -> String {
    var letters = stopsAtOperand ? "+:" : ":"
    for option in options {
      guard let letter = option.short else { continue }
      letters.append(letter)
      if option.takesValue { letters.append(":") }
    }
    return letters
  }

  private static func option(_ code: Int32, _ options: [ScannedOption]) -> ScannedOption? {
    guard code > 0 else { return nil }
    let index = Int(code - firstCode)
    if options.indices.contains(index) { return options[index] }
    return options.first { $0.short?.asciiValue.map(Int32.init) == code }
  }
}

/// Strings as C's `argv` has them, with a null pointer at the end. getopt reorders them.
private struct CStrings {
  let pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointer = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() {
      (pointer + index).initialize(to: strdup(string))
    }
    (pointer + count).initialize(to: nil)
  }

  subscript(_ index: Int) -> String { pointer[index].map { String(cString: $0) } ?? "" }

  func free() {
    for index in 0..<count { Glibc.free(pointer[index]) }
    pointer.deallocate()
  }
}
