/// A square of black and white dots.
package struct DotMatrix: Hashable, Sendable {
  package let side: Int
  /// Row by row; true is black.
  private let dots: [Bool]

  /// `nil` unless the dots make a square of that side.
  package init?(side: Int, dots: [Bool]) {
    guard side > 0, dots.count == side * side else { return nil }
    self.side = side
    self.dots = dots
  }

  /// White outside the square.
  package func isBlack(column: Int, row: Int) -> Bool {
    guard (0..<side).contains(column), (0..<side).contains(row) else { return false }
    return dots[row * side + column]
  }
}
