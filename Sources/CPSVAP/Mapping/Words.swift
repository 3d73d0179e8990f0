internal import Domain

/// Texts from outside, made fit for a line of the screen.
enum Words {
  /// The longest text that is kept, in characters.
  static let longest = 2000

  /// One line without controls and directions, with single blanks.
  static func line(_ text: String) -> String {
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

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Russian, else without a language, else English, else the first: what a Russian desk shows when the
  /// source is in another language is that language.
  static func localized(_ literals: [Literal]) -> LocalizedText? {
    let texts = literals.map { (language: primary($0.language), text: line($0.text)) }
      .filter { !$0.text.isEmpty }
    let english = texts.first { $0.language == "en" }
    let chosen =
      texts.first { $0.language == "ru" } ?? texts.first { $0.language.isEmpty }
      ?? texts.first { $0.language == "en" } ?? texts.first
    guard let chosen else { return nil }
    return LocalizedText(ru: chosen.text, en: chosen.language == "en" ? nil : english?.text)
  }

  /// The texts in all their languages, each once, without those of `shown`.
  static func others(_ literals: [Literal], than shown: LocalizedText?) -> [String] {
    var seen: Set<String> = Set([shown?.ru, shown?.en].compactMap(\.self))
    return literals.map { line($0.text) }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func primary(_ language: String?) -> String {
    let word = (language ?? "").lowercased().prefix { $0 != "-" && $0 != "_" }
    return word == "und" ? "" : String(word)
  }
}
