// Papers as lists show them.

internal import Canvas
internal import DeskCore
internal import Domain

extension Phrases {
  /// A document with what it is needed for, unless too many services say it each in their way; one
  /// pair of brackets for what the title says in its own and for the notes.
  func named(_ merged: MergedDocument) -> String {
    let title = merged.document.title(language)
    guard !merged.notes.isEmpty else { return title }
    var notes: [Substring] = []
    for note in merged.notes.count > 2 ? [seeServices] : merged.notes.map({ $0(language) }) {
      notes += note.split(separator: "; ").filter { !notes.contains($0) }
    }
    let said = notes.joined(separator: "; ")
    return title.hasSuffix(")") ? "\(title.dropLast()); \(said))" : "\(title) (\(said))"
  }
}

extension Passage {
  /// A paper; of a choice what it is, and each of its options.
  mutating func add(_ paper: Paper, _ words: Phrases) {
    let origin = paper.origin
    guard paper.isChoice else {
      for document in paper.options {
        add(item: words.named(document), mark: origin.mark, origin.role)
      }
      return
    }
    add(item: words.checklist.oneOf, mark: origin.mark, origin.role)
    for option in paper.options {
      add(item: words.named(option), mark: "-", origin.role, indent: 2)
    }
  }
}

extension Document.Origin {
  /// The sign before a document, so that the colour is not the only word.
  var mark: String {
    switch self {
    case .bring: "•"
    case .copy: "="
    case .interagency: "×"
    }
  }

  var role: Role {
    switch self {
    case .bring: .documentBring
    case .copy: .documentCopy
    case .interagency: .documentInteragency
    }
  }
}
