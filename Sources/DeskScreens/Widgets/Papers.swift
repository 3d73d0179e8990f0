// Papers as lists show them.

internal import Canvas
internal import DeskCore
internal import Domain

extension Phrases {
  /// A document with what it is needed for; one pair of brackets for what the title says in its own and for
  /// the notes. Where too many services say it each in their way, a list names its steps.
  func named(_ merged: MergedDocument, in list: Checklist? = nil) -> String {
    let title = merged.document.title(language)
    guard let first = merged.notes.first else { return title }
    let said =
      switch merged.notes.count {
      case 1: first(language)
      case 2: joined(merged.notes)
      default: list.map { joined(merged, in: $0) } ?? seeServices
      }
    return title.hasSuffix(")") ? "\(title.dropLast()); \(said))" : "\(title) (\(said))"
  }

  /// The notes, as long as they are short; else the steps that have them.
  private func joined(_ merged: MergedDocument, in list: Checklist) -> String {
    let notes = joined(merged.notes)
    return notes.count <= 60 ? notes : checklist.forSteps(numbers(list.places(of: merged)))
  }

  /// The notes in one line, what several of them say once.
  private func joined(_ notes: [LocalizedText]) -> String {
    var parts: [Substring] = []
    for note in notes {
      parts += note(language).split(separator: "; ").filter { !parts.contains($0) }
    }
    return parts.joined(separator: "; ")
  }
}

extension Passage {
  /// A paper; of a choice what it is, and each of its options.
  mutating func add(_ paper: Paper, _ words: Phrases, in list: Checklist? = nil) {
    let origin = paper.origin
    guard paper.isChoice else {
      for document in paper.options {
        add(item: words.named(document, in: list), mark: origin.mark, origin.role)
      }
      return
    }
    add(item: words.checklist.oneOf, mark: origin.mark, origin.role)
    for option in paper.options {
      add(item: words.named(option, in: list), mark: "-", origin.role, indent: 2)
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
