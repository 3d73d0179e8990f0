// Spelling corrections: the words, or beginnings of words, near what was typed.

/// A word, or the beginning of words, that is near what was typed.
package struct Correction: Hashable, Sendable {
  package let word: Word
  /// Typing errors between it and what was typed.
  package let errors: Int
  /// How often the word, or words with this beginning, occur.
  package let occurrences: Int
}

extension Vocabulary {
  /// What is compared with the typed letters.
  package enum Extent: Sendable {
    case wholeWord
    /// The beginning of a word: the person is still typing.
    case beginning
  }

  /// Words or beginnings within `errors` of `typed`, nearest first, then the commonest.
  ///
  /// A walk along the sorted list keeps one row of the edit-distance table for each letter of the
  /// current word, reuses those of the shared beginning and skips what cannot come near any more.
  package func corrections(
    of typed: Word, errors: Int, extent: Extent, limit: Int = 8
  ) -> [Correction] {
    guard errors > 0, !typed.codes.isEmpty, typed.count <= Words.mostLetters else { return [] }
    var table = DistanceTable(typed: typed.codes, limit: errors)
    var found: [Correction] = []
    var index = 0
    while index < count {
      let keep = table.walk(
        letters(at: index), keeping: index == 0 ? 0 : Int(shared[index]), extent: extent)
      if let match = table.match(extent) {
        collect(match, at: index, extent: extent, into: &found)
      }
      index = next(after: index, sharing: keep)
    }
    found.sort(by: Self.isBetter(for: typed))
    return Array(found.prefix(limit))
  }

  /// The next word that does not share the first `depth` letters with the one at `index`.
  func next(after index: Int, sharing depth: Int) -> Int {
    var next = index + 1
    shared.withUnsafeBufferPointer { shared in
      while next < shared.count, Int(shared[next]) >= depth { next += 1 }
    }
    return next
  }

  private func collect(
    _ match: DistanceTable.Match, at index: Int, extent: Extent, into found: inout [Correction]
  ) {
    let codes = Array(letters(at: index).prefix(match.length))
    if found.last?.word.codes == codes { return }
    let occurrences =
      extent == .wholeWord
      ? occurrences(at: index) : occurrences(ofPrefix: codes)
    found.append(
      Correction(word: Word(codes: codes), errors: match.errors, occurrences: occurrences))
  }

  /// People seldom err in the first letter.
  private static func isBetter(for typed: Word) -> (Correction, Correction) -> Bool {
    let first = typed.codes.first
    func rank(_ correction: Correction) -> (Int, Int, Int) {
      let isFirstWrong = correction.word.codes.first != first
      return (correction.errors, isFirstWrong ? 1 : 0, -correction.occurrences)
    }
    return { left, right in
      let (one, other) = (rank(left), rank(right))
      return one == other ? left.word < right.word : one < other
    }
  }
}

/// Rows of the edit-distance table along one word, the typed one across.
private struct DistanceTable {
  struct Match {
    var errors: Int
    /// Letters of the word that were compared.
    var length: Int
  }

  private let typed: [LetterCode]
  private let limit: Int
  private let width: Int
  /// Row after row; row *n* belongs to the first *n* letters of the word.
  private var cells: [UInt8]
  /// The least of each row.
  private var least: [UInt8]
  private var word: [LetterCode]
  /// Rows that are computed for the current word.
  private var depth = 0
  private var length = 0

  init(typed: [LetterCode], limit: Int) {
    self.typed = typed
    self.limit = limit
    width = typed.count + 1
    let rows = Words.mostLetters + 1
    cells = [UInt8](repeating: 0, count: rows * width)
    least = [UInt8](repeating: 0, count: rows)
    word = [LetterCode](repeating: 0, count: rows)
    for column in 0..<width { cells[column] = UInt8(column) }
  }

  /// Computes the rows of `letters`, of which the first `keeping` are those of the word before.
  /// Returns how many letters decide: words that share as many have the same answer.
  mutating func walk(
    _ letters: ArraySlice<LetterCode>, keeping: Int, extent: Vocabulary.Extent
  ) -> Int {
    depth = min(depth, keeping)
    length = letters.count
    while depth < length {
      // Past this length only more letters can be wrong.
      if depth >= typed.count + limit { return depth }
      depth += 1
      word[depth] = letters[letters.startIndex + depth - 1]
      fillRow()
      if isHopeless { return depth }
    }
    return Int.max
  }

  private mutating func fillRow() {
    let row = depth * width
    let above = row - width
    let letter = word[depth]
    var lowest = UInt8(clamping: depth)
    cells[row] = lowest
    cells.withUnsafeMutableBufferPointer { cells in
      for column in 1..<width {
        let same = typed[column - 1] == letter
        var best = min(
          cells[above + column - 1] &+ (same ? 0 : 1), cells[above + column] &+ 1,
          cells[row + column - 1] &+ 1)
        if depth > 1, column > 1, typed[column - 2] == letter, word[depth - 1] == typed[column - 1]
        {
          best = min(best, cells[above - width + column - 2] &+ 1)
        }
        cells[row + column] = best
        lowest = min(lowest, best)
      }
    }
    least[depth] = lowest
  }

  /// A swapped pair reaches over a row, so that one row over the limit does not end it.
  private var isHopeless: Bool {
    Int(least[depth]) > limit && Int(least[depth - 1]) >= limit
  }

  func match(_ extent: Vocabulary.Extent) -> Match? {
    switch extent {
    case .wholeWord:
      guard depth == length else { return nil }
      let errors = Int(cells[depth * width + width - 1])
      return errors <= limit ? Match(errors: errors, length: depth) : nil
    case .beginning: return bestBeginning
    }
  }

  /// The nearest beginning, the longest of equals: «рожк» is «рожд» rather than «рож».
  private var bestBeginning: Match? {
    var best: Match?
    for rows in stride(from: 1, through: depth, by: 1) {
      let errors = Int(cells[rows * width + width - 1])
      guard errors <= limit, errors <= best?.errors ?? limit else { continue }
      if rows > typed.count, errors == best?.errors { continue }
      best = Match(errors: errors, length: rows)
    }
    return best
  }
}
