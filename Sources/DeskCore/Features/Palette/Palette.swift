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
  case training(TrainingCommand)
  case theme(String)
  case language(Language)
}

extension State {
  /// The rows that the palette offers for its query: first what can be done now. Names are matched by the
  /// beginnings of their words, in both languages and through the other keyboard layout.
  package func rows(of palette: Palette) -> [PaletteRow] {
    switch palette.level {
    case .commands:
      let query = PaletteQuery(palette.query.text)
      let training: [PaletteRow] =
        self.training == nil
        ? []
        : PaletteQuery.training.filter { query.matches($0.words) }.map { .training($0.command) }
      let found =
        training
        + PaletteQuery.offered.filter { query.matches($0.words) }.map { .command($0.command) }
      let obstructed = found.map { obstacle(to: $0) != nil }
      let order = found.indices.filter { !obstructed[$0] } + found.indices.filter { obstructed[$0] }
      return order.map { found[$0] }
    case .themes: return settings.themes.map(PaletteRow.theme)
    case .languages: return Language.allCases.map(PaletteRow.language)
    }
  }
}

extension State {
  /// What stands in the way of the row's choice.
  package func obstacle(to row: PaletteRow) -> Obstacle? {
    switch row {
    case .command(let command): command.obstacle(in: self)
    case .training(let command): command.obstacle(in: self)
    case .theme, .language: nil
    }
  }
}

/// What was typed in the palette, in each way it can be read.
private struct PaletteQuery {
  private let readings: [[String]]

  /// Every frame asks, so that the words of the names are made once.
  static let offered: [(command: Command, words: [String])] = Command.allCases
    .filter { $0 != .palette && $0 != .mark }
    .map { command in (command, command.names.flatMap(Self.words)) }

  static let training: [(command: TrainingCommand, words: [String])] = TrainingCommand.allCases
    .map { command in (command, command.names.flatMap(Self.words)) }

  init(_ text: String) {
    let layouts = [text, KeyboardLayout.russian(text), KeyboardLayout.latin(text)]
    readings = layouts.map(Self.words)
  }

  /// Whether all words of one reading begin one of the `words`.
  func matches(_ words: [String]) -> Bool {
    readings.contains { reading in
      reading.allSatisfy { typed in words.contains { $0.hasPrefix(typed) } }
    }
  }

  private static func words(_ text: String) -> [String] {
    String(text.lowercased().map { $0 == "ё" ? "е" : $0 }).split(separator: " ").map(String.init)
  }
}
