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

/// A deadline with its day, once the event date is known.
package struct DatedDeadline: Hashable, Sendable {
  package enum Urgency: Hashable, Sendable { case unknown, ahead, soon, passed }

  package var deadline: LifeSituation.Deadline
  package var lastDay: CalendarDate?
  package var urgency: Urgency
}

/// A document of the marked services, asked for once.
package struct MergedDocument: Hashable, Sendable {
  package var document: Document
  package var origin: Document.Origin
  package var notes: [LocalizedText]
  /// The services that need it.
  package var services: [Service.ID]
}

extension SituationSheet {
  /// The place of the first service that does not depend on a condition: what is marked without
  /// looking should be what most people come for.
  var firstForEverybody: Int {
    let conditional = Set(situation.services.filter { $0.when != nil }.map(\.id))
    return services.firstIndex { !conditional.contains($0.id) } ?? 0
  }

  /// The deadlines, as dates and the nearest first once the event's day is known; soon is within a
  /// week.
  package func deadlines(from event: CalendarDate?, today: CalendarDate) -> [DatedDeadline] {
    guard let event else {
      return situation.deadlines.map {
        DatedDeadline(deadline: $0, lastDay: nil, urgency: .unknown)
      }
    }
    return situation.deadlines.map { deadline -> DatedDeadline in
      let lastDay = deadline.within.lastDay(from: event)
      let left = lastDay.dayNumber - today.dayNumber
      let urgency: DatedDeadline.Urgency = left < 0 ? .passed : left <= 7 ? .soon : .ahead
      return DatedDeadline(deadline: deadline, lastDay: lastDay, urgency: urgency)
    }
    .sorted { ($0.lastDay?.dayNumber ?? .max) < ($1.lastDay?.dayNumber ?? .max) }
  }

  /// The documents of the `marked` services, or of all when none is marked: each once, what the
  /// citizen brings first. A paper that one service must see in the original is brought.
  package func mergedDocuments(of marked: [Service.ID]) -> [MergedDocument] {
    let wanted = marked.isEmpty ? services : services.filter { marked.contains($0.id) }
    var merged: [MergedDocument] = []
    var places: [Document.ID: Int] = [:]
    for service in wanted {
      for requirement in service.documents {
        guard let document = documents[requirement.id] else { continue }
        let origin = requirement.origin ?? document.origin
        if let place = places[requirement.id] {
          merged[place].merge(origin, requirement.note, service.id)
          continue
        }
        places[requirement.id] = merged.count
        merged.append(
          MergedDocument(
            document: document, origin: origin, notes: requirement.note.map { [$0] } ?? [],
            services: [service.id]))
      }
    }
    let order: [Document.Origin] = [.bring, .copy, .interagency]
    return order.flatMap { origin in merged.filter { $0.origin == origin } }
  }
}

extension MergedDocument {
  fileprivate mutating func merge(
    _ other: Document.Origin, _ note: LocalizedText?, _ service: Service.ID
  ) {
    let order: [Document.Origin] = [.bring, .copy, .interagency]
    if let mine = order.firstIndex(of: origin), let theirs = order.firstIndex(of: other) {
      origin = order[min(mine, theirs)]
    }
    if let note, !notes.contains(note) { notes.append(note) }
    services.append(service)
  }
}
