// How far apart two words are: inserted, dropped, changed and swapped neighbouring letters.

package enum EditDistance {
  /// Typing errors forgiven in a word of this length: none in very short words, one in a short word,
  /// two in a long one.
  package static func allowed(inWordOf letters: Int) -> Int {
    switch letters {
    case ..<3: 0
    case 3...5: 1
    default: 2
    }
  }

  /// The optimal string alignment distance (Damerau–Levenshtein without editing a swapped pair again),
  /// or `nil` when it is over `limit`.
  package static func between(_ left: [LetterCode], _ right: [LetterCode], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var twoBack: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, twoBack[column - 1] + 1)
        }
        current.append(best)
      }
      twoBack = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
