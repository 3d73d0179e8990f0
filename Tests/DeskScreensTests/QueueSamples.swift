// Every phrase about the queue, with an argument where it takes one.

import DeskCore
import DeskTestSupport
import Domain

@testable import DeskScreens

enum QueueSamples {
  static let actions: [TicketAction] =
    [.start, .hold, .putBack, .noShow, .redirect, .leave, .finish]
    + MemoryQueue().tickets.prefix(1).map { ticket in
      .callHeld(TicketAtWindow(ticket: ticket, state: .held, since: Sample.now))
    }

  static func texts(_ words: QueuePhrases) -> [(name: String, value: String)] {
    var texts: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String) { texts.append(("queue.\(name)", value)) }
    for child in Mirror(reflecting: words).children {
      if let text = child.value as? String { add(child.label ?? "", text) }
    }
    for action in actions { add("action.\(action)", words.action(action)) }
    add("ticket", words.ticket("А012"))
    for times in 1...2 { add("called.\(times)", words.called("12:05", times)) }
    add("serving", words.serving("12:05"))
    add("held", words.held("А012"))
    add("waited", words.waited(7))
    for count in [0, 3] { add("waiting.\(count)", words.waiting(count)) }
    add("message", words.message("12:05", "текст"))
    for count in 1...2 { add("messageKey.\(count)", words.messageKey(count)) }
    add("messageTitle", words.messageTitle("12:05"))
    add("menuTitle", words.menuTitle("А012"))
    add("redirectTitle", words.redirectTitle("5"))
    for answer in [true, false] { add("comesBack.\(answer)", words.comesBack(answer)) }
    return texts
  }
}
