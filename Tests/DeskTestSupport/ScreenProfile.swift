// The terminals that screens are drawn for in tests, each with the theme that suits it.

package import Canvas
internal import Themes

package enum ScreenProfile: String, CaseIterable, Sendable {
  case mono, sixteen = "16", twoHundredFiftySix = "256", truecolor

  package var depth: ColourDepth {
    switch self {
    case .mono: .mono
    case .sixteen: .sixteen
    case .twoHundredFiftySix: .twoHundredFiftySix
    case .truecolor: .truecolor
    }
  }

  package var theme: Theme {
    switch self {
    case .mono: Self.monoTheme
    case .sixteen: Self.consoleTheme
    case .twoHundredFiftySix: Self.nightTheme
    case .truecolor: Self.dayTheme
    }
  }

  private static let library = ThemeLibrary()
  private static let monoTheme = library.usableTheme(named: "mono", depth: .mono).theme
  private static let consoleTheme = library.usableTheme(named: "console-16", depth: .sixteen).theme
  private static let nightTheme =
    library.usableTheme(named: "night", depth: .twoHundredFiftySix).theme
  private static let dayTheme = library.usableTheme(named: "day", depth: .truecolor).theme
}
