/// Citizens who go first, and why.
package struct PriorityGroup: Hashable, Identifiable, Sendable {
  /// Lower-case Latin words with hyphens.
  package var id: String
  package var title: LocalizedText
  /// What a ticket of the group gets; more goes first.
  package var priority: Int
  /// The act or the rule on which that rests.
  package var basis: String

  package init(id: String, title: LocalizedText, priority: Int, basis: String) {
    self.id = id
    self.title = title
    self.priority = priority
    self.basis = basis
  }

  /// What a centre starts from. The acts give these people precedence or protection in general; how a
  /// centre queues is its own regulation, which the administrator compares this list with.
  package static let usual = [
    PriorityGroup(
      id: "veterans",
      title: LocalizedText(ru: "Ветераны и инвалиды войны", en: "Veterans and war invalids"),
      priority: 2, basis: "Федеральный закон от 12.01.1995 № 5-ФЗ «О ветеранах»"),
    PriorityGroup(
      id: "disabled", title: LocalizedText(ru: "Инвалиды", en: "People with disabilities"),
      priority: 2,
      basis:
        "Федеральный закон от 24.11.1995 № 181-ФЗ «О социальной защите инвалидов в Российской Федерации»"
    ),
    PriorityGroup(
      id: "pregnant", title: LocalizedText(ru: "Беременные женщины", en: "Pregnant women"),
      priority: 1, basis: "регламент центра"),
  ]
}
