/// Keys of a visit on the desk.
package enum KeyCount {
  /// The shortest way: F5 calls, four letters and Enter find the situation, an arrow and Space mark each
  /// service, F2, five letters and Enter find the card, a note is typed, F4 opens the form and saves it.
  package static func shortest(services: Int, card: Bool, note: Int) -> Int {
    1 + 5 + 2 * services + (card ? 7 : 0) + (note > 0 ? note + 1 : 0) + 2
  }
}
