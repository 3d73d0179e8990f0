/// How a desk stands with the central store, as that one knows it.
package struct HeardDesk: Hashable, Sendable {
  package var desk: Identifier<Desk>
  /// How long ago it was heard of, in milliseconds; absent where it never was.
  package var age: Int64?
  /// Transactions of the centre that it has not taken yet.
  package var behind: Int64

  package init(desk: Identifier<Desk>, age: Int64?, behind: Int64) {
    self.desk = desk
    self.age = age
    self.behind = behind
  }
}
