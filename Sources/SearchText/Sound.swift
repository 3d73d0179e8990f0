// How a Russian word sounds, roughly: people who write by ear err in unstressed vowels, voiced and
// voiceless pairs, doubled letters and the soft sign.

package enum Sound {
  /// Words with the same key sound alike: «переест», «переезд».
  package static func key(_ word: Word) -> Word {
    var key: [LetterCode] = []
    for code in word.codes {
      for sound in sounds[code] ?? [code] where key.last != sound { key.append(sound) }
    }
    return Word(codes: withoutMuteT(key))
  }

  private static let sounds: [LetterCode: [LetterCode]] = {
    let pairs = [
      ("о", "а"), ("е", "и"), ("э", "и"), ("ы", "и"), ("я", "и"), ("ю", "у"), ("й", "и"),
      ("б", "п"), ("в", "ф"), ("г", "к"), ("д", "т"), ("ж", "ш"), ("з", "с"), ("щ", "ш"),
      ("ц", "тс"), ("ь", ""), ("ъ", ""),
    ]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { letter, sound in
        (
          letter.unicodeScalars.map(Letter.cyrillic)[0],
          sound.unicodeScalars.map(Letter.cyrillic)
        )
      })
  }()

  /// The т of «лестница» and «агентство» is not heard.
  private static func withoutMuteT(_ key: [LetterCode]) -> [LetterCode] {
    let (s, t, n) = (Letter.cyrillic("с"), Letter.cyrillic("т"), Letter.cyrillic("н"))
    return key.enumerated().filter { place, sound in
      guard sound == t else { return true }
      let before = place > 0 ? key[place - 1] : nil
      let after = Array(key[(place + 1)...].prefix(2))
      return !(before == s && after.first == n) && after != [s, t]
    }.map(\.element)
  }
}
