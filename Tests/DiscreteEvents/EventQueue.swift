/// What is going to happen, by time; of one time, in the order of its planning.
package struct EventQueue<Event> {
  private struct Entry {
    var time: Int64
    var serial: Int
    var event: Event
  }

  private var heap: [Entry] = []
  private var serial = 0

  package init() {}

  package mutating func add(_ event: Event, at time: Int64) {
    serial += 1
    heap.append(Entry(time: time, serial: serial, event: event))
    var child = heap.count - 1
    while child > 0, isEarlier(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  package mutating func next() -> (time: Int64, event: Event)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (first.time, first.event)
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if isEarlier(child, least) { least = child }
      }
      guard least != parent else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func isEarlier(_ one: Int, _ other: Int) -> Bool {
    (heap[one].time, heap[one].serial) < (heap[other].time, heap[other].serial)
  }
}
