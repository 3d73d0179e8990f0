// The table of those who are served before others, in the configuration file.

internal import Domain
internal import JSON5

extension PriorityGroup {
  /// `nil` where something in the list is not as it has to be: ids are short words of their own, each group
  /// has a name, a basis and a priority above the ordinary one.
  static func read(_ content: JSON5Node.Content) -> [PriorityGroup]? {
    guard case .list(let nodes) = content, nodes.count <= 8 else { return nil }
    let groups = nodes.compactMap(PriorityGroup.init)
    guard groups.count == nodes.count, Set(groups.map(\.id)).count == groups.count else {
      return nil
    }
    return groups
  }

  private init?(_ node: JSON5Node) {
    func text(_ key: String, atMost room: Int = 120) -> String? {
      guard case .text(let text)? = node.child(.key(key))?.content, !text.isEmpty,
        text.count <= room
      else { return nil }
      return text
    }
    guard case .object(let members) = node.content,
      members.allSatisfy({ ["id", "ru", "en", "basis", "priority"].contains($0.key) }),
      let id = text("id", atMost: 32), id.utf8.allSatisfy(Self.isOfID), let ru = text("ru"),
      let basis = text("basis"),
      case .number(let number)? = node.child(.key("priority"))?.content,
      let priority = Int(number), (1...TicketRequest.priorities.upperBound).contains(priority)
    else { return nil }
    self.init(
      id: id, title: LocalizedText(ru: ru, en: text("en")), basis: basis, priority: priority)
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// The standard table as the file would say it.
  static var standardText: String {
    let rows = standard.map { group in
      "{id: \"\(group.id)\", ru: \"\(group.title.ru)\", en: \"\(group.title(.en))\", "
        + "basis: \"\(group.basis)\", priority: \(group.priority)}"
    }
    return "[\(rows.joined(separator: ", "))]"
  }
}
