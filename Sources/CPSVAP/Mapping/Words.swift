internal import Domain
internal import Glibc

/// Texts from outside, made fit for a line of the screen.
enum Words {
  /// The longest text that is kept, in characters.
  static let longest = 2000

  /// One line without controls and directions, with single blanks.
  static func line(_ text: String) -> String {
    if isLine(text) { return text }
    var line = ""
    var isBlank = false
    for scalar in text.unicodeScalars {
      if scalar == " " || isControl(scalar) {
        isBlank = true
        continue
      }
      if isBlank, !line.isEmpty { line += " " }
      isBlank = false
      line.unicodeScalars.append(scalar)
    }
    return line.count > longest ? String(line.prefix(longest - 1)) + "…" : line
  }

  /// Whether the text surely is a line already: most are, and are looked at byte by byte.
  private static func isLine(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isLine($0) } ?? false
  }

  private static func isLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    for byte in text {
      switch byte {
      case 0..<0x20, 0x7F: return false
      // The first bytes of the controls beyond ASCII.
      case 0xC2, 0xE2, 0xEF: return false
      case 0x20: if last == 0x20 { return false }
      default: break
      }
      last = byte
    }
    return last != 0x20 && text.count <= longest
  }

  /// Whether `part` stands in the text, before a zero byte in it.
  static func holds(_ text: String, _ part: String) -> Bool { strstr(text, part) != nil }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Russian, else without a language, else English, else the first: what a Russian desk shows when the
  /// source is in another language is that language.
  static func localized(_ literals: [Literal]) -> LocalizedText? {
    var russian: String?
    var plain: String?
    var english: String?
    var first: String?
    for literal in literals {
      let text = line(literal.text)
      guard !text.isEmpty else { continue }
      first = first ?? text
      switch primary(literal.language) {
      case "ru": russian = russian ?? text
      case "": plain = plain ?? text
      case "en": english = english ?? text
      default: break
      }
    }
    if let chosen = russian ?? plain { return LocalizedText(ru: chosen, en: english) }
    return (english ?? first).map { LocalizedText(ru: $0) }
  }

  /// The texts in all their languages, each once, without those of `shown`.
  static func others(_ literals: [Literal], than shown: LocalizedText?) -> [String] {
    var seen: Set<String> = Set([shown?.ru, shown?.en].compactMap(\.self))
    return literals.map { line($0.text) }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Languages in which there is more than one text, with those texts.
  static func rivals(_ literals: [Literal]) -> [(language: String, texts: [String])] {
    guard Set(literals.map { primary($0.language) }).count < literals.count else { return [] }
    let byLanguage = Dictionary(grouping: literals) { primary($0.language) }
    return byLanguage.compactMap { language, literals in
      let texts = Set(literals.map { line($0.text) }.filter { !$0.isEmpty })
      return texts.count > 1 ? (language, texts.sorted()) : nil
    }.sorted { $0.language < $1.language }
  }

  private static func primary(_ language: String?) -> String {
    guard let language else { return "" }
    // As most are written.
    let bytes = language.utf8
    if bytes.count == 2, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) { return language }
    let word = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return word == "und" ? "" : String(word)
  }
}
