// One line of text being typed.

package import Canvas

/// A line of text with a cursor. It takes text, pastes and the editing keys, and nothing else.
package struct TextField: Hashable, Sendable {
  /// More than anyone types by hand; a longer paste is cut.
  package static let longest = 10_000

  package private(set) var characters: [Character]
  /// The place before which the next character goes, 0 to the count.
  package private(set) var cursor: Int
  private let room: Int

  /// - Parameter room: how many characters there may be; what is beyond is cut.
  package init(_ text: String = "", room: Int = TextField.longest) {
    self.room = room
    characters = Array(text.prefix(room))
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// Takes a key; `false` when the key is not one of a text field.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert([character])
    case .paste(let text): insert(Array(text))
    case .backspace: deleteBackwards()
    case .delete: if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .control("a"), .home: cursor = 0
    case .control("e"), .end: cursor = characters.count
    case .control("u"): self = TextField(room: room)
    case .control("w"): deleteWordBackwards()
    default: return false
    }
    return true
  }

  private mutating func insert(_ added: [Character]) {
    let taken = added.prefix(max(0, room - characters.count))
    guard !taken.isEmpty else { return }
    characters.insert(contentsOf: taken, at: cursor)
    cursor += taken.count
  }

  private mutating func deleteBackwards() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  private mutating func deleteWordBackwards() {
    while cursor > 0, characters[cursor - 1] == " " { deleteBackwards() }
    while cursor > 0, characters[cursor - 1] != " " { deleteBackwards() }
  }
}

extension TextField {
  /// The text as one line: control characters part words, single blanks, none around it.
  package var line: String {
    text.split { character in
      character.isWhitespace
        || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }.joined(separator: " ")
  }
}
