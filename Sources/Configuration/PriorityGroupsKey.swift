internal import Domain
internal import JSON5

extension ConfigurationKey {
  static let priorityGroups = ConfigurationKey(
    name: "priority_groups",
    meaning: LocalizedText(
      ru: "кого обслуживают раньше и почему; сверьте с регламентом центра",
      en: "who goes first and why; compare it with the centre's regulation"),
    allowed: LocalizedText(
      ru: "список, до 20: { id: \"veterans\", title: \"Ветераны\", title_en: \"Veterans\", "
        + "priority: 1…9, basis: \"закон\" }; title_en и basis можно опустить",
      en: "a list of at most 20: { id: \"veterans\", title: \"Ветераны\", title_en: \"Veterans\", "
        + "priority: 1…9, basis: \"act\" }; title_en and basis may be left out"),
    standard: written(PriorityGroup.usual),
    read: { value, configuration in
      guard case .list(let nodes) = value, nodes.count <= 20 else { return false }
      let groups = nodes.compactMap { group($0.content) }
      guard groups.count == nodes.count, Set(groups.map(\.id)).count == groups.count else {
        return false
      }
      configuration.priorityGroups = groups
      return true
    })

  private static func group(_ content: JSON5Node.Content) -> PriorityGroup? {
    guard case .object(let members) = content else { return nil }
    var texts: [String: String] = [:]
    var priority: Int?
    for member in members {
      switch (member.key, member.value.content) {
      case ("id", .text(let text)), ("title", .text(let text)), ("title_en", .text(let text)),
        ("basis", .text(let text)):
        guard !text.isEmpty, text.count <= 200 else { return nil }
        texts[member.key] = text
      case ("priority", .number(let text)): priority = Int(text)
      default: return nil
      }
    }
    guard let id = texts["id"], LifeSituation.ID(rawValue: id).isWellFormed,
      let title = texts["title"], let priority, (1...9).contains(priority)
    else { return nil }
    return PriorityGroup(
      id: id, title: LocalizedText(ru: title, en: texts["title_en"]), priority: priority,
      basis: texts["basis"] ?? "")
  }

  private static func written(_ groups: [PriorityGroup]) -> String {
    let lines = groups.map { group in
      let english = group.title.en.map { ", title_en: \"\($0)\"" } ?? ""
      return "{ id: \"\(group.id)\", title: \"\(group.title.ru)\"\(english), "
        + "priority: \(group.priority), basis: \"\(group.basis)\" }"
    }
    return "[" + lines.joined(separator: ", ") + "]"
  }
}
