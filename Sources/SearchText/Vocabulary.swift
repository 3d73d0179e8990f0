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
  package mutating func append(_ word: [LetterCode], count: Int) -> Bool {
    guard !word.isEmpty, word.count <= Words.mostLetters else { return false }
    let start = self.count == 0 ? 0 : Int(ends[self.count - 1])
    let common = sharedLength(word, start..<letters.count)
    if self.count > 0 {
      let isAfter =
        start + common == letters.count
        ? common < word.count : common < word.count && letters[start + common] < word[common]
      guard isAfter else { return false }
    }
    shared.append(UInt8(common))
    letters += word
    ends.append(UInt32(letters.count))
    before.append(before[before.count - 1] &+ UInt32(clamping: max(count, 0)))
    return true
  }

  /// How many letters `word` and the stored letters begin with in common.
  private func sharedLength(_ word: [LetterCode], _ stored: Range<Int>) -> Int {
    var length = 0
    let most = min(word.count, stored.count)
    while length < most, word[length] == letters[stored.lowerBound + length] { length += 1 }
    return length
  }

  package func word(at index: Int) -> Word { Word(codes: Array(letters(at: index))) }

  func letters(at index: Int) -> ArraySlice<LetterCode> {
    letters[Int(ends[index])..<Int(ends[index + 1])]
  }

  package func occurrences(at index: Int) -> Int { Int(before[index + 1] &- before[index]) }

  /// The words that begin with `prefix`.
  package func range(ofPrefix prefix: [LetterCode]) -> Range<Int> {
    let first = partition { order($0, prefix) != .before }
    let end = partition { order($0, prefix) == .after }
    return first..<max(first, end)
  }

  private enum Order { case before, begins, after }

  /// Where the word at `index` stands to those that begin with `prefix`.
  private func order(_ index: Int, _ prefix: [LetterCode]) -> Order {
    let stored = Int(ends[index])..<Int(ends[index + 1])
    let common = sharedLength(prefix, stored)
    if common == prefix.count { return .begins }
    if common == stored.count { return .before }
    return letters[stored.lowerBound + common] < prefix[common] ? .before : .after
  }

  /// How often words that begin with `prefix` occur.
  package func occurrences(ofPrefix prefix: [LetterCode]) -> Int { places(ofPrefix: prefix).count }

  /// Which occurrences are theirs, where all are numbered in the order of the words.
  package func places(ofPrefix prefix: [LetterCode]) -> Range<Int> {
    let range = range(ofPrefix: prefix)
    return Int(before[range.lowerBound])..<Int(before[range.upperBound])
  }

  package func contains(_ word: Word) -> Bool { index(of: word) != nil }

  package func index(of word: Word) -> Int? {
    let index = partition { order($0, word.codes) != .before }
    return index < count && letters(at: index).elementsEqual(word.codes) ? index : nil
  }

  /// The first index whose word fulfils `isPast`, which holds from some word on.
  private func partition(_ isPast: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isPast(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
