// A search line with its answer.

internal import Canvas
package import Domain

package struct SearchState: Hashable, Sendable {
  /// Each key is a question with the whole text: a book typed in by a terminal without bracketed
  /// paste must not keep the desk busy.
  package static let emptyField = TextField(room: 1000)

  package var field = emptyField
  /// The number of the request whose answer is awaited or shown; 0 before the first.
  package var generation = 0
  /// The number of the request that `hits` answer.
  package var answered = 0
  package var hits: [SearchHit] = []
  package var selection = 0

  package init() {}

  package var isPending: Bool { answered != generation }
  package var selected: SearchHit? {
    hits.indices.contains(selection) ? hits[selection] : nil
  }

  /// Whether there is nothing to ask for.
  package var isBlank: Bool { field.characters.allSatisfy { $0 == " " } }

  /// The text with outer spaces cut: what is asked of the search.
  package var text: String {
    var characters = field.characters[...]
    while characters.first == " " { characters = characters.dropFirst() }
    while characters.last == " " { characters = characters.dropLast() }
    return String(characters)
  }
}

extension State {
  /// Asks for `search` again after its text changed; an empty text has an empty answer at once.
  mutating func ask(_ search: inout SearchState, kinds: Set<SearchHit.Kind>) -> [Effect] {
    searches += 1
    search.generation = searches
    search.selection = 0
    guard !search.isBlank else {
      search.hits = []
      search.answered = search.generation
      return []
    }
    return [
      .search(
        SearchRequest(
          generation: search.generation, text: search.text, kinds: kinds,
          language: settings.language))
    ]
  }
}

/// Moves `selection` within a list of `count` rows; `false` when the key does not move.
func move(_ selection: inout Int, by key: Key, count: Int, page: Int) -> Bool {
  switch key {
  case .up, .wheel(..<0): selection -= 1
  case .down, .wheel(1...): selection += 1
  case .pageUp: selection -= page
  case .pageDown: selection += page
  case .home: selection = 0
  case .end: selection = count - 1
  default: return false
  }
  selection = max(0, min(selection, count - 1))
  return true
}

extension State {
  /// How far PgUp and PgDn go: what a list shows at once, about.
  var page: Int { max(1, size.rows - 8) }
}
