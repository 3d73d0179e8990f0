// Messages from the supervisor's board: one after the other, each until it is read.

internal import Canvas
package import Domain

extension State {
  /// What waits to be read; nothing while the screen is locked.
  package var unreadMessage: DeskMessage? { lock == nil ? window?.messages.first : nil }

  mutating func openMessage() {
    if let message = unreadMessage { overlay = .message(message) }
  }

  /// Enter puts it away for good; Esc leaves it for later.
  mutating func updateMessage(_ message: DeskMessage, _ key: Key) -> [Effect] {
    switch key {
    case .enter:
      overlay = nil
      window?.messages.removeAll { $0.id == message.id }
      return [.readMessage(message.id)]
    case .escape: overlay = nil
    default: break
    }
    return []
  }
}
