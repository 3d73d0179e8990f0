package import Domain

extension LocalStore {
  /// The queue as the window of `stamp` sees it.
  package func windowQueue(_ stamp: Stamp) throws(StoreError) -> WindowQueue {
    WindowQueue(
      try queue(stamp), windows: try desks(stamp), messages: try unreadMessages(stamp),
      desk: stamp.author.desk)
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
