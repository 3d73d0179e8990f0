// Once a day through the register, in small steps between a clerk's requests.

internal import Domain
internal import LocalStore

struct RetentionWalk {
  /// 0 keeps everything.
  private let days: Int
  private var place: Int64? = 0
  /// The day of the last whole walk.
  private var done: CalendarDate?

  init(days: Int) { self.days = days }

  /// Whether there is something left to be looked at today.
  func isDue(_ today: CalendarDate) -> Bool { days > 0 && (place != nil || done != today) }

  /// A failure loses nothing: tomorrow is as good.
  mutating func step(_ store: LocalStore, _ stamp: Stamp) {
    guard isDue(stamp.today) else { return }
    place = (try? store.retire(after: place ?? 0, days: days, stamp))?.next
    if place == nil { done = stamp.today }
  }
}
