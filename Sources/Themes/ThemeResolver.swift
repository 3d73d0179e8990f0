// From a chain of files to the style of each role.

internal import Canvas
internal import JSON5

/// A theme's file and those that it inherits from, the theme's own first.
struct ThemeResolver {
  let name: String
  let depth: ColourDepth
  private let chain: [ThemeSource]
  private let palette: [String: ThemeColour]
  private let isMonochrome: Bool

  init(name: String, chain: [ThemeSource], depth: ColourDepth) throws(JSON5Error) {
    self.name = name
    self.chain = chain
    self.depth = depth
    isMonochrome = chain.lazy.compactMap(\.file.monochrome).first ?? false
    palette = try Self.palette(of: chain)
  }

  func theme() throws(JSON5Error) -> Theme {
    try Theme(name: name, lines: lines(), depth: depth) { role throws(JSON5Error) in
      try style(of: role)
    }
  }

  private func lines() throws(JSON5Error) -> LineSet {
    for source in chain {
      guard let word = source.file.lines else { continue }
      guard let lines = LineSet(rawValue: word) else {
        throw source.document.error(at: [.key("lines")], "\"unicode\" or \"ascii\" is wanted here")
      }
      return lines
    }
    return .unicode
  }

  // MARK: Styles

  private func style(of role: Role) throws(JSON5Error) -> Style {
    let names = Self.names(of: role)
    let attributes = try attributes(names)
    guard depth != .mono, !isMonochrome else { return Style(attributes: attributes) }
    return Style(
      foreground: try colour(names, "fg") { $0.fg },
      background: try colour(names, "bg") { $0.bg }, attributes: attributes)
  }

  /// `status.ok`, `status`, `text`: where a role's style is looked for.
  private static func names(of role: Role) -> [String] {
    var names: [String] = []
    var name = role.name[...]
    while true {
      names.append(String(name))
      guard let dot = name.lastIndex(of: ".") else { break }
      name = name[..<dot]
    }
    return names.last == Role.text.name ? names : names + [Role.text.name]
  }

  /// A value of a role's file, and where it stands.
  private struct Found<Value> {
    let value: Value
    let path: [JSON5Key]
    let source: ThemeSource
  }

  /// The first value that the files of the chain have under a name.
  private func first<Value>(
    _ name: String, _ key: String, _ field: (RoleFile) -> Value?
  ) -> Found<Value>? {
    for source in chain {
      guard let value = source.file.roles[name].flatMap(field) else { continue }
      return Found(value: value, path: [.key("roles"), .key(name), .key(key)], source: source)
    }
    return nil
  }

  private func colour(
    _ names: [String], _ key: String, _ field: (RoleFile) -> String?
  ) throws(JSON5Error) -> Colour {
    for name in names {
      guard let found = first(name, key, field) else { continue }
      if let colour = palette[found.value] { return colour.at(depth) }
      return try literal(found.value, found.path, found.source).at(depth)
    }
    let problem = "roles.text has no `\(key)`, nor has what it inherits"
    throw JSON5Error(file: chain[0].document.name, problem: problem)
  }

  private func literal(
    _ word: String, _ path: [JSON5Key], _ source: ThemeSource
  ) throws(JSON5Error) -> ThemeColour {
    if let colour = ThemeColour(word: word) { return colour }
    let hint = Spelling.hint(for: word, among: palette.keys.sorted())
    let problem =
      word.hasPrefix("#") ? "a colour is #rgb or #rrggbb" : "`\(word)` is not in the palette"
    throw source.document.error(at: path, problem + hint)
  }

  private func attributes(_ names: [String]) throws(JSON5Error) -> Attributes {
    var attributes: Attributes = []
    for name in names {
      guard let found = words(name) else { continue }
      for (index, word) in found.value.enumerated() {
        switch word {
        case "bold": attributes.insert(.bold)
        case "dim": attributes.insert(.dim)
        case "underline": attributes.insert(.underline)
        case "reverse": attributes.insert(.reverse)
        default:
          throw found.source.document.error(
            at: found.path + [.index(index)], "bold, dim, underline or reverse is wanted here")
        }
      }
      break
    }
    return attributes
  }

  /// Without colours `mono` of any file of the chain counts before `attributes`.
  private func words(_ name: String) -> Found<[String]>? {
    let isPlain = depth == .mono || isMonochrome
    let mono = isPlain ? first(name, "mono") { $0.mono } : nil
    return mono ?? first(name, "attributes") { $0.attributes }
  }

  // MARK: Palette

  private static func palette(
    of chain: [ThemeSource]
  ) throws(JSON5Error) -> [String: ThemeColour] {
    var palette: [String: ThemeColour] = [:]
    for source in chain.reversed() {
      for (name, file) in source.file.palette {
        guard let colour = ThemeColour(file) else {
          throw source.document.error(
            at: [.key("palette"), .key(name)],
            "a colour is \"#rrggbb\", a number from 0 to 255, or { truecolor: \"#rrggbb\", "
              + "\"256\": a number from 16 to 255, \"16\": a number from 0 to 15 }")
        }
        palette[name] = colour
      }
    }
    return palette
  }
}
