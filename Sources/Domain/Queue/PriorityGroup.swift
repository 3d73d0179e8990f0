/// People who by law, or by the centre's rules, are served before others.
package struct PriorityGroup: Hashable, Identifiable, Sendable {
  /// Goes into the ticket: small Latin letters, digits and hyphens.
  package var id: String
  package var title: LocalizedText
  /// The act from which the right follows, as it is shown to whoever gives the ticket.
  package var basis: String
  package var priority: Int

  package init(id: String, title: LocalizedText, basis: String, priority: Int) {
    self.id = id
    self.title = title
    self.basis = basis
    self.priority = priority
  }

  /// What stands where the configuration has no table of its own.
  package static let standard: [PriorityGroup] = [
    PriorityGroup(
      id: "veteran",
      title: LocalizedText(ru: "ветеран войны, боевых действий", en: "war or combat veteran"),
      basis: "Федеральный закон от 12.01.1995 № 5-ФЗ «О ветеранах»", priority: 3),
    PriorityGroup(
      id: "hero",
      title: LocalizedText(
        ru: "Герой, полный кавалер ордена Славы", en: "Hero, full holder of the Order of Glory"),
      basis: "Закон РФ от 15.01.1993 № 4301-I", priority: 3),
    PriorityGroup(
      id: "disabled",
      title: LocalizedText(ru: "инвалид I или II группы", en: "disabled person, group I or II"),
      basis: "Указ Президента РФ от 02.10.1992 № 1157", priority: 2),
    PriorityGroup(
      id: "pregnant",
      title: LocalizedText(ru: "беременная, с малым ребёнком", en: "pregnant, with a small child"),
      basis: "правила центра", priority: 1),
  ]
}
