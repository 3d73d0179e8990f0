// The words that exist, packed: what a misspelt or transliterated word is compared with.

/// A sorted list of words with how often each occurs.
///
/// Letters, ends and counts lie in four flat arrays: about 17 bytes and the letters a word (300,000
/// surnames are 8 MB). For each word it knows how many letters it shares with the one before, so that
/// a walk computes shared beginnings once and leaves a hopeless beginning in one sweep.
package struct Vocabulary: Sendable {
  private(set) var letters: [LetterCode] = []
  private(set) var ends: [UInt32] = [0]
  private(set) var shared: [UInt8] = []
  /// Occurrences of all words before each: a range's count is one subtraction.
  private(set) var before: [UInt32] = [0]

  package init() {}

  /// From words in any order; equal words are added up.
  package init(_ words: some Sequence<(Word, Int)>) {
    var counts: [Word: Int] = [:]
    for (word, count) in words { counts[word, default: 0] += count }
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) {
      append(word.codes, count: count)
    }
  }

  package var count: Int { shared.count }

  package mutating func reserve(words: Int, letters: Int) {
    self.letters.reserveCapacity(letters)
    ends.reserveCapacity(words + 1)
    before.reserveCapacity(words + 1)
    shared.reserveCapacity(words)
  }

  /// Adds a word that sorts after all earlier ones; any other is left out and `false` returned.
  @discardableResult
  package mutating func append(_ word: some Collection<LetterCode>, count: Int) -> Bool {
    guard let common = sharedLetters(withNext: word) else { return false }
    shared.append(common)
    letters += word
    ends.append(UInt32(letters.count))
    before.append(before[before.count - 1] &+ UInt32(clamping: max(count, 0)))
    return true
  }

  /// How many letters `word` shares with the last one; `nil` when it has no place behind it.
  ///
  /// A function of its own, so that no slice of `letters` is alive while it grows: that would copy all
  /// letters for every word.
  @inline(never)
  private func sharedLetters(withNext word: some Collection<LetterCode>) -> UInt8? {
    guard !word.isEmpty, word.count <= Words.mostLetters else { return nil }
    guard count > 0 else { return 0 }
    let last = letters(at: count - 1)
    guard last.lexicographicallyPrecedes(word) else { return nil }
    return UInt8(zip(last, word).prefix { $0 == $1 }.count)
  }

  package func word(at index: Int) -> Word { Word(codes: Array(letters(at: index))) }

  func letters(at index: Int) -> ArraySlice<LetterCode> {
    letters[Int(ends[index])..<Int(ends[index + 1])]
  }

  package func occurrences(at index: Int) -> Int { Int(before[index + 1] &- before[index]) }

  /// The words that begin with `prefix`.
  package func range(ofPrefix prefix: some Collection<LetterCode>) -> Range<Int> {
    let first = partition { !$0.lexicographicallyPrecedes(prefix) }
    let end = partition { !$0.lexicographicallyPrecedes(prefix) && !$0.starts(with: prefix) }
    return first..<max(first, end)
  }

  /// How often words that begin with `prefix` occur.
  package func occurrences(ofPrefix prefix: some Collection<LetterCode>) -> Int {
    let range = range(ofPrefix: prefix)
    return Int(before[range.upperBound] &- before[range.lowerBound])
  }

  package func contains(_ word: Word) -> Bool { index(of: word) != nil }

  package func index(of word: Word) -> Int? {
    let index = partition { !$0.lexicographicallyPrecedes(word.codes) }
    return index < count && letters(at: index).elementsEqual(word.codes) ? index : nil
  }

  /// The first index whose word fulfils `isPast`, which holds from some word on.
  private func partition(_ isPast: (ArraySlice<LetterCode>) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isPast(letters(at: middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
