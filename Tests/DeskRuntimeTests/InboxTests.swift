import Testing

@testable import DeskRuntime

@Suite struct InboxTests {
  @Test func lettersComeOutInTheOrderInWhichTheyWerePutIn() {
    let inbox = Inbox<Int>()
    for letter in 1...3 { inbox.put(letter) }
    #expect([inbox.take(), inbox.take(), inbox.take()] == [1, 2, 3])
    #expect(inbox.isEmpty)
  }

  @Test func aNewerLetterStandsForThoseItReplaces() {
    let inbox = Inbox<Int>()
    inbox.put(1)
    inbox.put(20)
    inbox.put(21) { $0 >= 20 }
    inbox.put(2)
    #expect([inbox.take(), inbox.take(), inbox.take()] == [1, 21, 2])
    #expect(inbox.isEmpty)
  }

  @Test func takingWaitsForALetterAfterOneWasReplaced() {
    let inbox = Inbox<Int>()
    inbox.put(1)
    inbox.put(2) { _ in true }
    #expect(inbox.take() == 2)
    let worker = Worker { inbox.put(3) }
    #expect(inbox.take() == 3)
    worker.join()
  }

  @Test func nothingIsLostBetweenManyWritersAndOneReader() {
    let inbox = Inbox<Int>()
    let writers = (0..<4).map { writer in
      Worker { for letter in 0..<1000 { inbox.put(writer * 1000 + letter) } }
    }
    var taken: [Int] = []
    for _ in 0..<4000 { taken.append(inbox.take()) }
    writers.forEach { $0.join() }
    #expect(Set(taken) == Set(0..<4000))
    for writer in 0..<4 {
      let own = taken.filter { $0 / 1000 == writer }
      #expect(own == own.sorted())
    }
  }
}
