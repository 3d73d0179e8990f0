internal import Configuration
internal import Domain
internal import LocalStore

/// What the centre's windows are called.
struct WindowNames {
  private var names: [Identifier<Desk>: String] = [:]
  private let session: Session

  init(_ store: LocalStore, _ session: Session) throws {
    self.session = session
    for desk in try store.desks(session.stamp(store)) where !desk.name.isEmpty {
      names[desk.id] = desk.name
    }
    if names[store.desk] == nil, !session.configuration.desk.isEmpty {
      names[store.desk] = session.configuration.desk
    }
  }

  /// A window that never told its name is called by the end of its id: the rest is the time at which
  /// the id was made.
  func name(of id: Identifier<Desk>) -> String {
    names[id] ?? session.words("окно …", "window …") + id.description.suffix(4)
  }
}
