// What a theme's file says, before it is resolved.

internal import Canvas
internal import Domain
internal import JSON5

/// `{ name: {ru, en}, inherits: "day", lines: "unicode", monochrome: false, palette: {…},
/// roles: {…} }`, everything optional but the name.
struct ThemeFile {
  var name: LocalizedText
  var inherits: String?
  var lines: String?
  /// No colours at any depth: attributes alone.
  var monochrome: Bool?
  var palette: [String: ColourFile]
  var roles: [String: RoleFile]

  init(_ document: JSON5Document) throws(JSON5Error) {
    let members = try ThemeMembers(document, document.root, at: [])
    let name = try members.needed("name").members()
    self.name = LocalizedText(ru: try name.needed("ru").text(), en: try name.text("en"))
    inherits = try members.text("inherits")
    lines = try members.text("lines")
    monochrome = try members["monochrome"]?.truth()
    palette = [:]
    for (name, value) in try members["palette"]?.members().all ?? [] where palette[name] == nil {
      palette[name] = try ColourFile(value)
    }
    roles = [:]
    for (name, value) in try members["roles"]?.members().all ?? [] where roles[name] == nil {
      roles[name] = try RoleFile(value.members())
    }
  }
}

/// A role's style; what is left out comes from the inherited theme, then from the parent role.
struct RoleFile {
  var fg: String?
  var bg: String?
  var attributes: [String]?
  /// The attributes where there are no colours; `attributes` where this is left out.
  var mono: [String]?

  fileprivate init(_ members: ThemeMembers) throws(JSON5Error) {
    fg = try members.text("fg")
    bg = try members.text("bg")
    attributes = try members["attributes"]?.texts()
    mono = try members["mono"]?.texts()
  }
}

/// `"#ffb000"`, `"terminal"`, a number of the terminal's palette for every depth, or
/// `{ truecolor: "#ffb000", "256": 214, "16": 3 }`, of which the last two may be left out.
enum ColourFile {
  case everywhere(String)
  case index(Int)
  case byDepth(truecolor: String, cube: Int?, basic: Int?)

  fileprivate init(_ value: ThemeValue) throws(JSON5Error) {
    switch value.node.content {
    case .object:
      let members = try value.members()
      self = .byDepth(
        truecolor: try members.needed("truecolor").text(), cube: try members["256"]?.whole(),
        basic: try members["16"]?.whole())
    case .number(let number) where Int(number) != nil:
      self = .index(try value.whole())
    default:
      self = .everywhere(try value.text())
    }
  }
}

/// A value of a theme's file, with its place.
///
/// Read by hand and not through `Decodable`: the desk reads a theme at each start, and most of the time
/// that takes would be the making of the decoder's generic types.
private struct ThemeValue {
  let document: JSON5Document
  let node: JSON5Node
  let path: [JSON5Key]

  func text() throws(JSON5Error) -> String {
    guard case .text(let text) = node.content else { throw unwanted("a text in quotes") }
    return text
  }

  func truth() throws(JSON5Error) -> Bool {
    guard case .truth(let isTrue) = node.content else { throw unwanted("true or false") }
    return isTrue
  }

  func whole() throws(JSON5Error) -> Int {
    guard case .number(let number) = node.content else { throw unwanted("a whole number") }
    guard let value = Int(number) ?? Double(number).flatMap(Int.init(exactly:)) else {
      throw document.error(at: path, "\(number) does not fit here")
    }
    return value
  }

  func texts() throws(JSON5Error) -> [String] {
    guard case .list(let nodes) = node.content else { throw unwanted("a list [ ]") }
    var texts: [String] = []
    for (index, node) in nodes.enumerated() {
      texts.append(
        try ThemeValue(document: document, node: node, path: path + [.index(index)]).text())
    }
    return texts
  }

  func members() throws(JSON5Error) -> ThemeMembers {
    try ThemeMembers(document, node, at: path)
  }

  func unwanted(_ wanted: String) -> JSON5Error {
    document.error(at: path, "\(wanted) is wanted here, not \(node.kind)")
  }
}

/// The members of an object. Of a key that is there twice, the first counts.
private struct ThemeMembers {
  let document: JSON5Document
  let path: [JSON5Key]
  private let members: [JSON5Member]

  init(_ document: JSON5Document, _ node: JSON5Node, at path: [JSON5Key]) throws(JSON5Error) {
    self.document = document
    self.path = path
    guard case .object(let members) = node.content else {
      throw ThemeValue(document: document, node: node, path: path).unwanted("an object { }")
    }
    self.members = members
  }

  /// The value of a key; a `null` counts as none.
  subscript(key: String) -> ThemeValue? {
    guard let member = members.first(where: { $0.key == key }) else { return nil }
    if case .null = member.value.content { return nil }
    return value(member)
  }

  var all: [(key: String, value: ThemeValue)] { members.map { ($0.key, value($0)) } }

  func needed(_ key: String) throws(JSON5Error) -> ThemeValue {
    guard let member = members.first(where: { $0.key == key }) else {
      throw document.error(at: path, "`\(key)` is missing")
    }
    return value(member)
  }

  func text(_ key: String) throws(JSON5Error) -> String? { try self[key]?.text() }

  private func value(_ member: JSON5Member) -> ThemeValue {
    ThemeValue(document: document, node: member.value, path: path + [.key(member.key)])
  }
}

/// A file of a theme that was read, with its lines at hand for what is found later.
struct ThemeSource {
  let document: JSON5Document
  let file: ThemeFile

  init(name: String, bytes: [UInt8]) throws(JSON5Error) {
    try self.init(JSON5Document(name: name, bytes: bytes))
  }

  init(path: String) throws(JSON5Error) { try self.init(JSON5Document(file: path)) }

  private init(_ document: JSON5Document) throws(JSON5Error) {
    self.document = document
    file = try ThemeFile(document)
  }

  /// Keys that mean nothing or stand twice. They do not stop the theme, since a file may be newer
  /// or older than the program.
  var oddKeys: [JSON5Error] { document.unknownKeys(in: Self.shape) + document.duplicateKeys() }

  private static let shape: JSON5Shape = {
    let role = JSON5Shape.object(["fg": .any, "bg": .any, "attributes": .any, "mono": .any])
    let colour = JSON5Shape.object(["truecolor": .any, "256": .any, "16": .any])
    let roles = Dictionary(uniqueKeysWithValues: roleNames.map { ($0, role) })
    return .object([
      "name": .object(["ru": .any, "en": .any]), "inherits": .any, "lines": .any,
      "monochrome": .any, "palette": .map(colour), "roles": .object(roles),
    ])
  }()

  /// The roles, and the first words of their names, which stand for a whole group.
  private static let roleNames: Set<String> = Set(
    Role.allCases.flatMap { role in
      [role.name, String(role.name.prefix { $0 != "." })]
    })
}
