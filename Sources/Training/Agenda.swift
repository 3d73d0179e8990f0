package import Domain

/// What is to happen, by time; of one moment, in the order in which it was entered.
package struct Agenda<Item: Sendable>: Sendable {
  private struct Entry: Sendable {
    var time: Instant
    var number: Int
    var item: Item

    func isBefore(_ other: Entry) -> Bool { (time, number) < (other.time, other.number) }
  }

  private var heap: [Entry] = []
  private var count = 0

  package init() {}

  package var next: Instant? { heap.first?.time }

  package mutating func add(_ item: Item, at time: Instant) {
    heap.append(Entry(time: time, number: count, item: item))
    count += 1
    var place = heap.count - 1
    while place > 0, heap[place].isBefore(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  package mutating func take() -> (time: Instant, item: Item)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (first.time, first.item)
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && heap[child].isBefore(heap[least]) {
        least = child
      }
      guard least != place else { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
