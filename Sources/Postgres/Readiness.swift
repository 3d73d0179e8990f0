/// What of a descriptor is waited for.
package struct Readiness: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let readable = Readiness(rawValue: 1)
  package static let writable = Readiness(rawValue: 2)
}

/// What poll(2) is to watch.
package struct Watch: Hashable, Sendable {
  package var descriptor: Int32
  package var events: Readiness

  package init(descriptor: Int32, events: Readiness) {
    self.descriptor = descriptor
    self.events = events
  }
}
