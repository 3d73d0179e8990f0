// The command palette: everything the desk can do, found by its name; and the lists behind it.

internal import Canvas
package import Domain
internal import SearchText

package struct Palette: Hashable, Sendable {
  package enum Level: Hashable, Sendable { case commands, themes, languages }

  package var level = Level.commands
  package var query = TextField()
  package var selection = 0
  /// The theme to go back to when the choice is given up.
  package var themeBefore: String

  package init(themeBefore: String) { self.themeBefore = themeBefore }
}

/// A row of the palette.
package enum PaletteRow: Hashable, Sendable {
  case command(Command)
  case theme(String)
  case language(Language)
}

extension State {
  /// The rows that the palette offers for its query. Names are matched by the beginnings of their
  /// words, in both languages and through the other keyboard layout.
  package func rows(of palette: Palette) -> [PaletteRow] {
    switch palette.level {
    case .commands:
      let offered = Command.allCases.filter { $0 != .palette && $0 != .mark }
      return offered.filter { matches(palette.query.text, $0) }.map(PaletteRow.command)
    case .themes: return settings.themes.map(PaletteRow.theme)
    case .languages: return Language.allCases.map(PaletteRow.language)
    }
  }

  private func matches(_ query: String, _ command: Command) -> Bool {
    let names = command.names.map(searchable)
    return [query, KeyboardLayout.russian(query), KeyboardLayout.latin(query)].contains { text in
      searchable(text).split(separator: " ").allSatisfy { word in
        names.contains { $0.hasPrefix(word) || $0.contains(" \(word)") }
      }
    }
  }
}

private func searchable(_ text: String) -> String {
  String(text.lowercased().map { $0 == "ё" ? "е" : $0 })
}
