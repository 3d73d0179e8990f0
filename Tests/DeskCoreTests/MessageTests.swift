// The supervisor's messages at the window.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct MessageTests {
  private func queue(_ texts: String...) -> MemoryQueue {
    var queue = MemoryQueue()
    queue.messages = texts.enumerated().map { place, text in
      DeskMessage(
        id: Sample.id(UInt64(950 + place)), recipient: MemoryQueue.desk, text: text,
        sent: Sample.now + Int64(place), author: Author(desk: MemoryQueue.other))
    }
    return queue
  }

  @Test func aMessageStandsInPlaceOfTheAdviceUntilItIsRead() {
    let desk = TestDesk().meet(queue("Зайдите к старшему", "Перерыв в 13"))
      .expectScreen(contains: "Старший, 12:05: Зайдите к старшему", "Ctrl-R — прочитать, всего 2")
    desk.press(.control("r")).expectScreen(contains: "Сообщение старшего, 12:05")
    desk.press(.enter).expectNoOverlay()
    #expect(desk.store.queue?.messages.map(\.text) == ["Перерыв в 13"])
    desk.expectScreen(contains: "Старший, 12:05: Перерыв в 13")
  }

  /// A clerk who waits for somebody to come presses no key.
  @Test func aNewMessageTakesThePlaceOfANotice() {
    let desk = TestDesk().press(.function(5)).expectNotice(.nobodyWaits)
    let messages = queue("Зайдите").messages
    desk.receive(.queueLoaded(WindowQueue(desk: MemoryQueue.desk, messages: messages)))
    #expect(desk.state.notice == nil)
    desk.expectScreen(contains: "Старший, 12:05: Зайдите")
  }

  @Test func escLeavesItForLater() {
    let desk = TestDesk().meet(queue("Зайдите")).press(.control("r"), .escape).expectNoOverlay()
    #expect(desk.store.queue?.messages.count == 1)
    desk.expectScreen(contains: "Старший, 12:05: Зайдите")
  }

  @Test func whatIsTypedGoesOnWhileAMessageWaits() {
    let desk = TestDesk().meet(queue("Зайдите")).type("загран")
    #expect(desk.state.search.field.text == "загран")
  }
}
