// The visit's form: who, which services with which outcome, by which way, a note.

internal import Domain

package struct VisitForm: Hashable, Sendable {
  package enum Field: Hashable, Sendable {
    case citizen
    case service(Int)
    case channel
    case note

    /// The field itself, or the one that took its place when a service was taken away.
    func held(in fields: [Field]) -> Field {
      guard case .service(let index) = self, !fields.contains(self) else { return self }
      return index > 0 ? Field.service(index - 1).held(in: fields) : .channel
    }
  }

  package var field: Field
  package var note: TextField

  package init(field: Field, note: String) {
    self.field = field
    self.note = TextField(note)
  }
}

extension State {
  /// Whether the form is on the screen or behind the one in front.
  var hasVisitForm: Bool { screens.contains { if case .visitForm = $0 { true } else { false } } }

  /// The fields of the visit's form, from the top.
  package var visitFields: [VisitForm.Field] {
    [.citizen] + visit.services.indices.map { .service($0) } + [.channel, .note]
  }

  /// The visit as it would be logged.
  func visitToLog(_ id: Visit.ID, _ situation: LifeSituation.ID) -> Visit {
    let order = sheet?.services.map(\.id) ?? []
    let services = visit.services.sorted { left, right in
      (order.firstIndex(of: left.id) ?? order.count)
        < (order.firstIndex(of: right.id) ?? order.count)
    }
    let served = ticketAtHand.flatMap { $0.state == .serving ? $0 : nil }
    let started = served?.since ?? visit.started ?? clock.now
    return Visit(
      id: id, situation: situation,
      services: services.map { Visit.Line(id: $0.id, outcome: visit.outcome(of: $0.id)) },
      citizen: visit.citizen, ticket: served?.id, channel: visit.channel, started: started,
      ended: max(clock.now, started), note: visit.note)
  }
}
