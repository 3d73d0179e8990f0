// Russian typed in Latin letters: `propiska`, `rozhdenie`, `rojdenie`.
//
// From Russian to Latin each letter has a handful of spellings; the way back is ambiguous (`shch`).
// So the way back is only ever walked along words that exist (`Vocabulary.readings(ofLatin:)`), and
// one plain guess is made for a word that the vocabulary does not have.

package enum Transliteration {
  /// How people spell a Russian letter: the passport's rules, GOST 7.79, BGN, the habits of chats.
  private static let spellingsByLetter: [Unicode.Scalar: [String]] = [
    "а": ["a"], "б": ["b"], "в": ["v", "w"], "г": ["g"], "д": ["d"],
    "е": ["e", "ye", "je", "ie", "yo", "jo", "io", "o"], "ж": ["zh", "j", "z"], "з": ["z"],
    "и": ["i", "y", "ee"], "й": ["y", "j", "i", ""], "к": ["k", "c", "q"], "л": ["l"], "м": ["m"],
    "н": ["n"], "о": ["o"], "п": ["p"], "р": ["r"], "с": ["s", "c"], "т": ["t"],
    "у": ["u", "ou", "oo"], "ф": ["f", "ph"], "х": ["kh", "h", "x"], "ц": ["ts", "c", "tz"],
    "ч": ["ch"], "ш": ["sh"], "щ": ["shch", "sch", "shh", "sh"], "ъ": ["", "ie"], "ы": ["y", "i"],
    "ь": ["", "i", "y"], "э": ["e"], "ю": ["yu", "ju", "iu", "u"], "я": ["ya", "ja", "ia", "a"],
  ]

  /// The spellings of each Russian letter, а to я.
  static let spellings: [[[LetterCode]]] = (Letter.cyrillicA...Letter.cyrillicYa).map { code in
    let letter = Unicode.Scalar(0x0430 + UInt32(code - Letter.cyrillicA)) ?? "а"
    return (spellingsByLetter[letter] ?? []).map { $0.unicodeScalars.map(Letter.latin) }
  }

  /// Latin letter groups and the Russian they most likely stand for, longest first.
  private static let guesses: [(latin: [LetterCode], russian: [LetterCode])] = [
    ("shch", "щ"), ("sch", "щ"), ("shh", "щ"), ("iya", "ия"), ("iia", "ия"), ("iy", "ий"),
    ("yy", "ый"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "ия"), ("yo", "е"),
    ("jo", "е"), ("ye", "е"), ("je", "е"), ("ee", "и"), ("oo", "у"), ("ph", "ф"), ("a", "а"),
    ("b", "б"), ("c", "ц"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"),
    ("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"),
    ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "х"), ("y", "ы"),
    ("z", "з"),
  ].map { pair in
    (pair.0.unicodeScalars.map(Letter.latin), pair.1.unicodeScalars.map(Letter.cyrillic))
  }

  /// The plainest Russian reading of a Latin word; `nil` for a word with other letters in it.
  package static func guess(_ word: Word) -> Word? {
    guard !word.codes.isEmpty, word.codes.allSatisfy(Letter.isLatin) else { return nil }
    var russian: [LetterCode] = []
    var rest = word.codes[...]
    while !rest.isEmpty {
      guard let guess = guesses.first(where: { rest.starts(with: $0.latin) }) else { return nil }
      russian += guess.russian
      rest = rest.dropFirst(guess.latin.count)
    }
    // In the end «y» is й after a vowel and ий after a consonant; ы begins no Russian word.
    if russian.last == Letter.cyrillic("ы"), russian.count > 1 {
      russian.removeLast()
      let isAfterVowel = russian.last.map { vowels.contains($0) } ?? false
      russian += isAfterVowel ? [Letter.cyrillic("й")] : [Letter.cyrillic("ы")]
    }
    return Word(codes: russian)
  }

  private static let vowels = Set("аеиоуыэюя".unicodeScalars.map(Letter.cyrillic))

  /// The word with `x` written `ks`, where the Russian has two letters («Александр»).
  static func spelledOutX(_ codes: [LetterCode]) -> [LetterCode]? {
    let cross = Letter.latin("x")
    guard codes.contains(cross) else { return nil }
    return codes.flatMap { $0 == cross ? [Letter.latin("k"), Letter.latin("s")] : [$0] }
  }
}
