// The themes that the program brings, and those that a person or a centre put on top of them.

internal import CResources
package import Canvas
package import Domain
internal import FoundationEssentials
internal import Glibc
package import JSON5

/// Finds themes by name. Files are read when they are asked for, so that a start reads one theme.
package struct ThemeLibrary: Sendable {
  /// The theme that stands in for one that cannot be read.
  package static let standard = "day"
  /// The theme of a training; no desk that works is offered it.
  package static let training = "training"

  /// Built-in themes in the order in which they are offered, then the others by name.
  package let names: [String]

  private enum Place: Sendable {
    case builtIn(resource: Int)
    case file(path: String)
  }
  /// Of each name, the place that counts first.
  private let places: [String: [Place]]

  /// `directories` hold `NAME.json5`; the first of them counts most, all of them before what is
  /// built in. One that does not exist is no mistake.
  package init(directories: [String] = []) {
    var places: [String: [Place]] = [:]
    for directory in directories {
      for (name, path) in Self.files(in: directory) {
        places[name, default: []].append(.file(path: path))
      }
    }
    var builtIn: [String] = []
    for (name, index) in Self.resources("themes") {
      places[name, default: []].append(.builtIn(resource: index))
      builtIn.append(name)
    }
    names = builtIn + places.keys.filter { !builtIn.contains($0) }.sorted()
    for (name, index) in Self.resources("themes/training") {
      places[name, default: []].append(.builtIn(resource: index))
    }
    self.places = places
  }

  /// The theme's name for people; the file's where it cannot be read.
  package func title(of name: String, _ language: Language) -> String {
    (try? source(name, from: 0))?.file.name(language) ?? name
  }

  /// The theme, resolved for a depth. Throws the mistake, with file and line, that makes its file
  /// or one that it inherits from unusable.
  package func theme(named name: String, depth: ColourDepth) throws(JSON5Error) -> Theme {
    try theme(named: name, from: 0, depth: depth)
  }

  /// The theme, or where it cannot be read the built-in one of that name, or `standard`: a broken
  /// file never stops the program. The mistake is for the person who wrote the file.
  package func usableTheme(
    named name: String, depth: ColourDepth
  ) -> (theme: Theme, mistake: JSON5Error?) {
    do {
      return (try theme(named: name, depth: depth), nil)
    } catch {
      let levels = places[name]?.count ?? 0
      for level in 0..<max(1, levels) where level > 0 {
        if let hidden = try? theme(named: name, from: level, depth: depth) {
          return (hidden, error)
        }
      }
      let library = ThemeLibrary()
      let standard = try? library.theme(named: Self.standard, depth: depth)
      return (standard ?? Theme(name: Self.standard, depth: depth) { _ in .plain }, error)
    }
  }

  /// Everything that is wrong with a theme's file: what makes it unusable, unknown and double keys,
  /// and text that is hard to read.
  package func mistakes(in name: String) -> [JSON5Error] {
    do {
      let own = try source(name, from: 0)
      let theme = try theme(named: name, depth: .truecolor)
      return own.oddKeys + own.poorContrast(in: theme)
    } catch {
      return [error]
    }
  }

  // MARK: Inheritance

  private func theme(
    named name: String, from level: Int, depth: ColourDepth
  ) throws(JSON5Error) -> Theme {
    try ThemeResolver(name: name, chain: chain(of: name, from: level), depth: depth).theme()
  }

  /// The theme's file and what it inherits from. A theme that inherits its own name means the one
  /// that it hides.
  private func chain(of name: String, from level: Int) throws(JSON5Error) -> [ThemeSource] {
    var chain: [ThemeSource] = []
    var met: [(name: String, level: Int)] = []
    var (name, level) = (name, level)
    while true {
      met.append((name, level))
      let source = try source(name, from: level, askedBy: chain.last)
      chain.append(source)
      guard let parent = source.file.inherits else { return chain }
      level = parent == name ? level + 1 : 0
      name = parent
      if met.contains(where: { $0 == (name, level) }) {
        throw source.document.error(
          at: [.key("inherits")], "`\(parent)` inherits from this theme: a circle")
      }
    }
  }

  private func source(
    _ name: String, from level: Int, askedBy child: ThemeSource? = nil
  ) throws(JSON5Error) -> ThemeSource {
    guard let places = places[name], places.indices.contains(level) else {
      let problem =
        level > 0
        ? "there is no other theme `\(name)` that this one hides"
        : "there is no theme `\(name)`" + Spelling.hint(for: name, among: names)
      throw child?.document.error(at: [.key("inherits")], problem)
        ?? JSON5Error(file: "themes", problem: problem)
    }
    switch places[level] {
    case .file(let path): return try ThemeSource(path: path)
    case .builtIn(let index):
      let resource = okno_resource_at(index)
      let bytes = Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
      return try ThemeSource(name: "Themes/\(name).json5", bytes: bytes)
    }
  }

  // MARK: Where themes lie

  private static let suffix = ".json5"

  private static func resources(_ group: String) -> [(name: String, index: Int)] {
    (0..<okno_resource_count()).compactMap { index in
      let resource = okno_resource_at(index)
      guard String(cString: resource.group) == group else { return nil }
      return (String(String(cString: resource.name).dropLast(suffix.count)), index)
    }
  }

  private static func files(in directory: String) -> [(name: String, path: String)] {
    // Most people have no themes of their own; the file manager's first use takes a while.
    guard access(directory, R_OK) == 0 else { return [] }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return entries.filter { $0.hasSuffix(suffix) && $0.count > suffix.count }.sorted().map {
      (String($0.dropLast(suffix.count)), directory + "/" + $0)
    }
  }
}

extension ThemeSource {
  /// The roles whose letters WCAG 2.1 (1.4.3) finds too faint.
  fileprivate func poorContrast(in theme: Theme) -> [JSON5Error] {
    Role.allCases.filter(\.isText).compactMap { role in
      let path: [JSON5Key] = [.key("roles"), .key(role.name)]
      guard let contrast = theme[role].contrast, contrast < 4.5 else { return nil }
      let tenths = Int(contrast * 10)
      return document.error(
        at: path, "the contrast of the letters is \(tenths / 10).\(tenths % 10):1, less than 4.5:1")
    }
  }
}

extension Role {
  /// Whether letters are drawn in it; the others draw lines.
  package var isText: Bool {
    switch self {
    case .border, .borderFocus, .dialogBorder: false
    default: true
    }
  }
}
