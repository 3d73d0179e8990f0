internal import Domain

/// A sum of money as a catalogue writes it.
struct Amount {
  var digits: String
  var currency: String?

  init?(_ said: Statements, _ cost: Graph.Node) {
    guard let value = said.literals(cost, .value).first else { return nil }
    digits = Words.line(value.text)
    let currency = said.objects(cost, .currency).first.map { said.graph.term($0) }
    self.currency = currency.flatMap { term in
      switch term {
      case .iri(let iri):
        iri.utf8.split(separator: UInt8(ascii: "/")).last.map { Words.line(String(Substring($0))) }
      case .literal(let literal): Words.line(literal.text)
      case .blank: nil
      }
    }
  }

  var isInRoubles: Bool { ["RUB", "RUR"].contains(currency?.uppercased()) }

  /// Exact; `nil` for what is no such number, or not of whole kopecks.
  var kopecks: Int? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].count <= 12,
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let roubles = Int(parts[0])
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.dropFirst(2).allSatisfy({ $0 == "0" }) else { return nil }
    let padded = (fraction.prefix(2) + "00").prefix(2)
    return Int(padded).map { roubles * 100 + $0 }
  }
}

/// What is to be paid for something, in the source's words.
struct Cost {
  var amount: Amount?
  var note: LocalizedText?

  init(_ said: Statements, _ cost: Graph.Node) {
    amount = Amount(said, cost)
    note = Words.localized(said.literals(cost, .description))
  }

  var words: LocalizedText? {
    guard let amount else { return note }
    let sum = [amount.digits, amount.currency ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return LocalizedText(
      ru: [sum, note?.ru].compactMap(\.self).joined(separator: ", "),
      en: note?.en.map { "\(sum), \($0)" })
  }
}

/// An `xsd:duration` (XML Schema, part 2, 3.2.6) as a term of the catalogue.
enum WrittenDuration: Hashable {
  case term(Term)
  /// Longer or finer than a term says it.
  case words(String)
  case empty
  case malformed

  init(_ text: String) {
    guard !text.isEmpty, text != "P", text != "PT" else {
      self = .empty
      return
    }
    guard text.first == "P", let parts = Self.parts(text.dropFirst()) else {
      self = .malformed
      return
    }
    let filled = parts.filter { $0.count > 0 }
    switch (filled.count, filled.first) {
    case (0, _): self = .empty
    case (1, let part?) where part.unit == "D": self = .term(Term(part.count, .calendarDays))
    case (1, let part?) where part.unit == "W": self = .term(Term(part.count * 7, .calendarDays))
    case (1, let part?) where part.unit == "M": self = .term(Term(part.count, .months))
    case (1, let part?) where part.unit == "Y": self = .term(Term(part.count, .years))
    default: self = .words(text)
    }
  }

  private static func parts(_ text: Substring) -> [(count: Int, unit: String)]? {
    var parts: [(count: Int, unit: String)] = []
    var digits = ""
    var isTime = false
    for character in text {
      switch character {
      case "0"..."9" where character.isASCII && digits.count < 6: digits.append(character)
      case "T" where !isTime && digits.isEmpty: isTime = true
      case "Y", "M", "W", "D", "H", "S":
        guard let count = Int(digits) else { return nil }
        parts.append((count, isTime ? "T\(character)" : String(character)))
        digits = ""
      default: return nil
      }
    }
    return digits.isEmpty && !parts.isEmpty ? parts : nil
  }
}
