// The card that is open, as others change it.

internal import Domain
internal import LocalStore

/// Tells when the card that was shown last is another one by now: another desk or another process has changed it.
/// It is read when the store was written, and never otherwise.
struct CardWatch {
  private var told: CitizenCard?

  /// The card is on the screen.
  mutating func note(_ card: CitizenCard) { told = card }

  /// The card as it is by now; `nil` where it is what was told, or is gone: what is shown stays until the clerk leaves
  /// it.
  mutating func look(_ store: LocalStore) -> CitizenCard? {
    guard let before = told, let now = try? store.cardAgain(of: before.citizen.id), now != before
    else { return nil }
    told = now
    return now
  }
}
