package import Domain

/// A time of a lesson's day, to the minute: `"09:05"`.
package struct ClockTime: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Since midnight.
  package let minutes: Int

  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    minutes = hour * 60 + minute
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = ClockTime(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a time such as 09:05: \(text)")
    }
    self = time
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package func instant(on day: CalendarDate, _ offset: TimeZoneOffset) -> Instant {
    day.start(offset: offset) + Int64(minutes) * 60
  }

  package var description: String {
    TimeOfDay(hour: minutes / 60, minute: minutes % 60, second: 0).short
  }

  package static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}
