// The list as text for QR codes: short, and cut so that each part fits a code that the screen has room for.

package import Canvas
internal import DeskCore
package import Domain

/// More codes than these nobody holds a telephone to.
private let mostCodes = 16

/// Of more than these the list is made shorter first.
private let comfortableCodes = 10

/// The parts of the list, each with its place before it, and last the address of the rating where there is
/// one; `nil` where the screen is too small for them.
package func checklistCodes(_ list: Checklist, size: Size, language: Language) -> [String]? {
  guard let bytes = CodeRoom(size).bytes else { return nil }
  let address = list.rateAt.flatMap { $0.utf8.count <= bytes ? $0 : nil }
  return listCodes(list, bytes: bytes, language: language).map {
    $0 + [address].compactMap(\.self)
  }
}

private func listCodes(_ list: Checklist, bytes: Int, language: Language) -> [String]? {
  let words = Phrases.of(language)
  let whole = parts(of: CodeText(list, words, isBrief: false).text, bytes: bytes)
  if whole.count <= comfortableCodes { return whole }
  let brief = parts(of: CodeText(list, words, isBrief: true).text, bytes: bytes)
  return brief.count <= mostCodes ? brief : nil
}

/// The text itself where one code holds it, else its pieces with their places.
private func parts(of text: String, bytes: Int) -> [String] {
  guard text.utf8.count > bytes else { return [text] }
  let place = "\(mostCodes)/\(mostCodes)\n".utf8.count
  let pieces = pieces(of: text, bytes: bytes - place)
  return pieces.enumerated().map { "\($0 + 1)/\(pieces.count)\n\($1)" }
}

/// A text in pieces of at most so many bytes of UTF-8, cut at a line's end or a blank where there is one.
func pieces(of text: String, bytes: Int) -> [String] {
  guard bytes >= 4 else { return [] }
  var pieces: [String] = []
  var rest = text[...]
  while rest.utf8.count > bytes {
    var end = rest.startIndex
    var blank: String.Index?
    var room = bytes
    for index in rest.unicodeScalars.indices {
      let scalar = rest.unicodeScalars[index]
      room -= UTF8.width(scalar)
      if scalar == " " || scalar == "\n" { blank = index }
      guard room >= 0 else { break }
      end = rest.unicodeScalars.index(after: index)
    }
    let cut = blank.flatMap { $0 > rest.startIndex ? $0 : nil } ?? end
    pieces.append(String(rest[..<cut]))
    rest = rest[cut...].drop { $0 == " " || $0 == "\n" }
  }
  return rest.isEmpty ? pieces : pieces + [String(rest)]
}

/// What a telephone keeps: the papers, the steps, the days.
private struct CodeText {
  private let list: Checklist
  private let words: Phrases
  /// For whom a paper is, is left to the clerk.
  private let isBrief: Bool

  init(_ list: Checklist, _ words: Phrases, isBrief: Bool) {
    self.list = list
    self.words = words
    self.isBrief = isBrief
  }

  private var language: Language { words.language }

  var text: String {
    let head = words.checklist.title(list.situation.title(language)) + ", " + typed(list.today)
    let lines = [head] + papers + steps + fees + deadlines + [words.checklist.shortReference]
    return lines.map { VisibleText.sanitised($0).replacing("\u{A0}", with: " ") }
      .joined(separator: "\n")
  }

  private var papers: [String] {
    var lines: [String] = []
    for origin in [Document.Origin.bring, .copy] {
      let group = list.papers.filter { $0.origin == origin }
      guard !group.isEmpty else { continue }
      lines.append("\(words.checklist.title(of: origin)):")
      lines += group.map { "- " + $0.options.map(named).joined(separator: " / ") }
    }
    if isBrief, lines.contains(where: { $0.contains("*") }) {
      lines.append(words.checklist.notForAll)
    }
    if list.papers.contains(where: { $0.origin == .interagency }) {
      lines.append(words.checklist.restByState)
    }
    return lines
  }

  private func named(_ document: MergedDocument) -> String {
    guard isBrief else { return words.named(document, in: list) }
    return document.document.title(language) + (document.notes.isEmpty ? "" : "*")
  }

  private var steps: [String] {
    list.steps.enumerated().map { index, step in
      let service = step.service
      let name = (service.short ?? service.title)(language)
      let day = step.ready.map { ", " + words.until(typed($0.day)) } ?? ""
      return "\(index + 1). \(name)\(day)"
    }
  }

  private var fees: [String] {
    [words.checklist.total(of: list.fees, language)].compactMap(\.self)
  }

  private var deadlines: [String] {
    guard list.eventDate != nil, !list.deadlines.isEmpty else { return [] }
    return ["\(words.checklist.deadlines):"]
      + list.deadlines.compactMap { dated in
        dated.lastDay.map {
          "- \(words.until(typed($0))) \(lowered(dated.deadline.title(language)))"
        }
      }
  }
}
