// How much a word says. Filler is not dropped: «по» and «без» count a little, so that of two entries
// with the same words that carry meaning the one that is closer to what was said comes first.

package enum WordWeight {
  /// 1 for a word that carries meaning, down to 0.03 for one that people say in any sentence.
  package static func weight(of word: Word) -> Double { table[word] ?? 1 }

  /// Words that never decide what a person came for.
  package static func isFiller(_ word: Word) -> Bool { weight(of: word) < 0.1 }

  private static let table: [Word: Double] = {
    var weights: [Word: Double] = [:]
    for (weight, words) in groups {
      for word in Words.folded(words, limit: 400) { weights[word] = weight }
    }
    return weights
  }()

  private static let groups: [(Double, String)] = [
    (
      0.03,
      """
      а бы в во вот все всё да для до его ее её если есть еще ещё же за и из или их к как ко когда кто ли
      между мне мной мы на над нам нас не него нее неё ней них но ну о об обо он она они оно от по под
      при про с сам свой свое своё со так там то того тоже только том тут ты у уже хочу что чтоб чтобы
      это этот эту я меня мой моя мое моё мою моего моей моему моих мои наш наша нашего нашей тебя вам вас
      ваш себе себя хотел хотела хотим хотелось надо нужно нужен нужна нужны требуется можно могу можете
      пожалуйста здравствуйте добрый день подскажите скажите помогите очень какой какая какие каком где
      куда сколько почему зачем будет быть был была было были собираюсь собираемся решил решила решили
      """
    ),
    (
      0.2,
      """
      без после через новый новая новое новые старый старая лет год года человек люди теперь сейчас
      недавно вчера сегодня завтра скоро делать сделать
      """
    ),
    (
      0.35,
      """
      получить получение получаю получу оформить оформление оформляю подать подача сдать вернуть
      взять узнать документ документы документов заявление услуга услуги
      государственная государственной государственный российской федерации гражданина рф
      """
    ),
  ]
}
