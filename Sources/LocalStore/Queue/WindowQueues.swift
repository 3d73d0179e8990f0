package import Domain

extension LocalStore {
  /// The queue as the window of `stamp` sees it.
  package func windowQueue(_ stamp: Stamp) throws(StoreError) -> WindowQueue {
    let day = try queue(stamp)
    var window = WindowQueue(
      day, windows: try desks(stamp), messages: try unreadMessages(stamp),
      desk: stamp.author.desk)
    window.tickets += day.servedOverTheDaysEnd(at: stamp.author.desk)
    return window
  }

  /// Tells what this window is at; its name and what it serves stay as they were told, or are the ones
  /// given where none were.
  package func tellPresence(
    _ state: DeskPresence.State, name: String, _ stamp: Stamp
  ) throws(StoreError) {
    let known = try desks(stamp).first { $0.id == stamp.author.desk }
    try tellPresence(
      DeskPresence(
        id: stamp.author.desk, name: name.isEmpty ? known?.name ?? "" : name, state: state,
        since: stamp.now, employee: stamp.author.employee, situations: known?.situations ?? []),
      stamp)
  }
}

extension QueueDay {
  /// A visit that lasts over the day's end keeps its ticket: the draft goes on with it, and a forgotten one is seen by
  /// its clerk too. What was called or held belongs to people who have gone home: the board has it.
  fileprivate func servedOverTheDaysEnd(at desk: Identifier<Desk>) -> [TicketAtWindow] {
    leftOver.compactMap { ticket in
      guard let standing = ticket.standing(at: desk), standing.state == .serving else { return nil }
      return TicketAtWindow(ticket: ticket, state: .serving, since: standing.since)
    }
  }
}
