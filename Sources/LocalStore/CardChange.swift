internal import Domain

/// What a clerk changed on a card, as differences from what had been on the screen.
struct CardChange {
  let seen: CitizenDetails
  let wanted: CitizenDetails

  init(from seen: CitizenDetails, to wanted: CitizenDetails) {
    self.seen = seen
    self.wanted = wanted
  }

  /// `current` with the change; `nil` when somebody else changed the same field to something else.
  func applied(to current: CitizenDetails) -> CitizenDetails? {
    var result = current
    let merged =
      merge(\.audience, into: &result) && merge(\.surname, into: &result)
      && merge(\.givenName, into: &result) && merge(\.patronymic, into: &result)
      && merge(\.birthDate, into: &result) && merge(\.snils, into: &result)
      && merge(\.phone, into: &result)
    return merged ? result : nil
  }

  private func merge<Field: Equatable>(
    _ field: WritableKeyPath<CitizenDetails, Field>, into result: inout CitizenDetails
  ) -> Bool {
    guard wanted[keyPath: field] != seen[keyPath: field] else { return true }
    let current = result[keyPath: field]
    guard current == seen[keyPath: field] || current == wanted[keyPath: field] else { return false }
    result[keyPath: field] = wanted[keyPath: field]
    return true
  }
}
