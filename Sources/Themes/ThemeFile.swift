// What a theme's file says, before it is resolved.

internal import Canvas
internal import Domain
internal import JSON5

/// `{ name: {ru, en}, inherits: "day", lines: "unicode", monochrome: false, palette: {…},
/// roles: {…} }`, everything optional but the name.
struct ThemeFile: Decodable {
  var name: LocalizedText
  var inherits: String?
  var lines: String?
  /// No colours at any depth: attributes alone.
  var monochrome: Bool?
  var palette: [String: ColourFile]?
  var roles: [String: RoleFile]?
}

/// A role's style; what is left out comes from the inherited theme, then from the parent role.
struct RoleFile: Decodable {
  var fg: String?
  var bg: String?
  var attributes: [String]?
  /// The attributes where there are no colours; `attributes` where this is left out.
  var mono: [String]?
}

/// `"#ffb000"`, `"terminal"`, a number of the terminal's palette for every depth, or
/// `{ truecolor: "#ffb000", "256": 214, "16": 3 }`, of which the last two may be left out.
enum ColourFile: Decodable {
  case everywhere(String)
  case index(Int)
  case byDepth(truecolor: String, cube: Int?, basic: Int?)

  private enum Depth: String, CodingKey {
    case truecolor
    case cube = "256"
    case basic = "16"
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Depth.self) {
      self = .byDepth(
        truecolor: try object.decode(String.self, forKey: .truecolor),
        cube: try object.decodeIfPresent(Int.self, forKey: .cube),
        basic: try object.decodeIfPresent(Int.self, forKey: .basic))
      return
    }
    let single = try decoder.singleValueContainer()
    if let index = try? single.decode(Int.self) {
      self = .index(index)
    } else {
      self = .everywhere(try single.decode(String.self))
    }
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
    file = try document.decode(ThemeFile.self)
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
      [role.rawValue, String(role.rawValue.prefix { $0 != "." })]
    })
}
