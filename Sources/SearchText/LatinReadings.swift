// Which known words a Latin spelling may stand for.

extension Vocabulary {
  /// Russian words, or beginnings of words, that `typed` spells in Latin letters; the commonest first.
  ///
  /// The walk keeps, for each letter of a word, the set of places in `typed` that a spelling of the
  /// letters so far can have reached, as bits.
  package func readings(ofLatin typed: Word, extent: Extent, limit: Int = 8) -> [Word] {
    guard typed.codes.contains(where: Letter.isLatin) else { return [] }
    var found: [(word: Word, occurrences: Int)] = []
    for spelling in [typed.codes, Transliteration.spelledOutX(typed.codes)].compactMap(\.self)
    where spelling.count < 63 {
      for index in matches(of: LatinPattern(spelling), extent: extent) {
        let codes = Array(letters(at: index.word).prefix(index.length))
        guard !found.contains(where: { $0.word.codes == codes }) else { continue }
        let occurrences =
          extent == .wholeWord ? occurrences(at: index.word) : occurrences(ofPrefix: codes)
        found.append((Word(codes: codes), occurrences))
      }
    }
    found.sort { ($1.occurrences, $0.word) < ($0.occurrences, $1.word) }
    return found.prefix(limit).map(\.word)
  }

  private func matches(of pattern: LatinPattern, extent: Extent) -> [(word: Int, length: Int)] {
    var found: [(word: Int, length: Int)] = []
    var reached = [UInt64](repeating: 0, count: Words.mostLetters + 1)
    reached[0] = 1
    var depth = 0
    var index = 0
    while index < count {
      let word = letters(at: index)
      depth = min(depth, index == 0 ? 0 : Int(shared[index]))
      var keep = Int.max
      while depth < word.count {
        reached[depth + 1] = pattern.step(from: reached[depth], word[word.startIndex + depth])
        depth += 1
        if reached[depth] == 0 {
          keep = depth
          break
        }
        if extent == .beginning, reached[depth] & pattern.end != 0 {
          found.append((index, depth))
          keep = depth
          break
        }
      }
      if extent == .wholeWord, depth == word.count, reached[depth] & pattern.end != 0 {
        found.append((index, depth))
      }
      index = next(after: index, sharing: keep)
    }
    return found
  }
}

/// Where each spelling of each Russian letter occurs in a typed Latin word.
private struct LatinPattern {
  /// The bit after the last letter.
  let end: UInt64
  private let moves: [[(places: UInt64, length: UInt64)]]

  init(_ typed: [LetterCode]) {
    end = 1 << UInt64(typed.count)
    moves = Transliteration.spellings.map { spellings in
      spellings.compactMap { spelling in
        let places = Self.places(of: spelling, in: typed)
        return places == 0 ? nil : (places, UInt64(spelling.count))
      }
    }
  }

  func step(from reached: UInt64, _ letter: LetterCode) -> UInt64 {
    guard Letter.isCyrillic(letter) else { return 0 }
    var next: UInt64 = 0
    for move in moves[Int(letter - Letter.cyrillicA)] {
      next |= (reached & move.places) << move.length
    }
    return next
  }

  private static func places(of spelling: [LetterCode], in typed: [LetterCode]) -> UInt64 {
    if spelling.isEmpty { return ~0 >> 1 }
    var places: UInt64 = 0
    for start in typed.indices where typed[start...].starts(with: spelling) {
      places |= 1 << UInt64(start)
    }
    return places
  }
}
