/// Who is at a window and since when, as the window last told.
package struct DeskPresence: Hashable, Identifiable, Sendable {
  package enum State: String, Codable, CaseIterable, Hashable, Sendable {
    /// Nobody is there.
    case closed
    case free
    /// A citizen is there. Follows from the tickets; no window tells it.
    case serving
    /// The clerk is away for a while.
    case away
  }

  package typealias ID = Identifier<Desk>

  package var id: ID
  /// «Окно 3»: as the window is called on the wall; empty where nobody has said.
  package var name: String
  package var state: State
  package var since: Instant
  package var employee: Identifier<Employee>?
  /// What it serves; empty: everything.
  package var situations: [LifeSituation.ID]

  package init(
    id: ID, name: String = "", state: State, since: Instant,
    employee: Identifier<Employee>? = nil, situations: [LifeSituation.ID] = []
  ) {
    self.id = id
    self.name = name
    self.state = state
    self.since = since
    self.employee = employee
    self.situations = situations
  }

  /// Whether somebody is there, with or without a citizen.
  package var isOpen: Bool { state == .free || state == .serving }

  package func serves(_ situation: LifeSituation.ID?) -> Bool {
    guard let situation else { return true }
    return situations.isEmpty || situations.contains(situation)
  }
}
