// The situation: its services in order, what is marked, the papers, the deadlines as dates.

package import Domain

package struct SituationScreen: Hashable, Sendable {
  package enum Pane: Int, CaseIterable, Hashable, Sendable {
    case services, detail, documents, deadlines
  }

  package var sheet: SituationSheet
  /// The service on which the cursor stands.
  package var selection: Int
  package var pane: Pane = .services
  /// The first line shown of the pane beside the services.
  package var scroll = 0
  /// The event date as it is being typed.
  package var dateField = dateField(nil)
  package var dateProblem: Problem?
  /// What the field says; the visit's event date while the visit is about this situation.
  package var eventDate: CalendarDate?

  package init(sheet: SituationSheet, selection: Int = 0) {
    self.sheet = sheet
    self.selection = selection
  }

  /// Puts a date that was not typed into the field.
  mutating func show(_ date: CalendarDate?) {
    guard eventDate != date else { return }
    eventDate = date
    dateField = Self.dateField(date)
    dateProblem = nil
  }

  /// As many signs as a date has.
  static func dateField(_ date: CalendarDate?) -> TextField {
    TextField(date.map(typed) ?? "", room: 10)
  }

  /// A text that is no date.
  var hasUnreadDate: Bool { eventDate == nil && !dateField.isEmpty }

  package var selected: Service? {
    sheet.services.indices.contains(selection) ? sheet.services[selection] : nil
  }
}

extension SituationSheet {
  /// The place of the first service that does not depend on a condition: what is marked without
  /// looking should be what most people come for.
  var firstForEverybody: Int {
    let conditional = Set(situation.services.filter { $0.when != nil }.map(\.id))
    return services.firstIndex { !conditional.contains($0.id) } ?? 0
  }
}
