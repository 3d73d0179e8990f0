// The terminals that screens are drawn for in tests.

package import Canvas

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
    case .sixteen: Self.sixteenTheme
    case .twoHundredFiftySix: Self.twoHundredFiftySixTheme
    case .truecolor: Self.truecolorTheme
    }
  }

  private static let monoTheme = testTheme(.mono)
  private static let sixteenTheme = testTheme(.sixteen)
  private static let twoHundredFiftySixTheme = testTheme(.twoHundredFiftySix)
  private static let truecolorTheme = testTheme(.truecolor)
}

/// A theme that gives each role a style of its own, so that a fixture shows which role was used.
/// The themes that ship have tests of their own and may change without touching these screens.
private func testTheme(_ depth: ColourDepth) -> Theme {
  Theme(name: "test", lines: depth == .mono ? .ascii : .unicode, depth: depth) { role in
    let index = UInt8(clamping: Role.allCases.firstIndex(of: role) ?? 0)
    var attributes: Attributes = []
    if role.rawValue.hasSuffix("strong") || role == .heading { attributes.insert(.bold) }
    switch depth {
    case .mono:
      if role.rawValue.hasSuffix("focus") || role == .selection { attributes.insert(.reverse) }
      return Style(attributes: attributes)
    case .sixteen:
      return Style(
        foreground: .indexed(index % 8 + 8), background: .indexed(index / 8 % 8),
        attributes: attributes)
    case .twoHundredFiftySix:
      return Style(
        foreground: .indexed(16 + index), background: .indexed(232 + index % 24),
        attributes: attributes)
    case .truecolor:
      return Style(
        foreground: .rgb(red: index, green: 255, blue: 0),
        background: .rgb(red: 0, green: 0, blue: index), attributes: attributes)
    }
  }
}
