// Keys in the palette. A theme is shown while it is being chosen.

internal import Canvas
internal import Domain

extension State {
  mutating func updatePalette(_ current: Palette, _ key: Key) -> [Effect] {
    var palette = current
    let rows = rows(of: palette)
    if move(&palette.selection, by: key, count: rows.count, page: page) {
      preview(rows, palette)
      overlay = .palette(palette)
      return []
    }
    switch key {
    case .escape:
      settings.theme = palette.themeBefore
      overlay = nil
      return []
    case .enter:
      guard rows.indices.contains(palette.selection) else { return [] }
      return choose(rows[palette.selection], palette)
    default:
      if palette.level == .commands, palette.query.take(key) { palette.selection = 0 }
      overlay = .palette(palette)
      return []
    }
  }

  private mutating func preview(_ rows: [PaletteRow], _ palette: Palette) {
    if case .theme(let name)? = rows.indices.contains(palette.selection)
      ? rows[palette.selection] : nil
    {
      settings.theme = name
    }
  }

  private mutating func choose(_ row: PaletteRow, _ palette: Palette) -> [Effect] {
    overlay = nil
    switch row {
    case .command(let command): return perform(command)
    case .training(let command): return perform(command)
    case .theme(let name):
      settings.theme = name
      return [.remember(.theme(name))]
    case .language(let language):
      settings.language = language
      list(situations)
      // What was found is shown with its titles in the new language.
      return [.remember(.language(language))] + searchHome(for: search.field)
    }
  }

  mutating func openPalette(_ level: Palette.Level) {
    var palette = Palette(themeBefore: settings.theme)
    palette.level = level
    switch level {
    case .commands: rememberKeys()
    case .themes: palette.selection = settings.themes.firstIndex(of: settings.theme) ?? 0
    case .languages: palette.selection = Language.allCases.firstIndex(of: settings.language) ?? 0
    }
    overlay = .palette(palette)
  }
}
