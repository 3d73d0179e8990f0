package import Domain

extension JSON5Error {
  /// What is wrong, in the person's language and without the place.
  package func problem(_ language: Language) -> String {
    switch language {
    case .ru: Self.russian(problem)
    case .en: problem
    }
  }

  /// With the place, as `description` in English.
  package func text(_ language: Language) -> String {
    var translated = self
    translated.problem = problem(language)
    return translated.description
  }

  /// The system's own words for why a file cannot be read are among them.
  private static let russian = Rewording([
    "the file is empty": "файл пуст",
    "% after the end of the value: is a bracket closed too early?":
      "после конца значения стоит %: не рано ли закрыта скобка?",
    "more than % brackets inside one another": "больше % скобок одна в другой",
    "a colon is missing before %": "не хватает двоеточия перед %",
    "a comma is missing before %": "не хватает запятой перед %",
    "a value is missing at the end of the file": "в конце файла не хватает значения",
    "a value is missing before %": "не хватает значения перед %",
    "a value is missing": "не хватает значения",
    "`%` is missing": "не хватает «%»",
    "% is not a number that a file may hold": "% в файле числом быть не может",
    "`%` needs quotes": "«%» нужно взять в кавычки",
    "an escape in a key without quotes: put the key in quotes":
      "обратная черта в ключе без кавычек: возьмите ключ в кавычки",
    "a key that starts with % needs quotes": "ключ, который начинается с %, нужно взять в кавычки",
    "a key is missing before %": "не хватает ключа перед %",
    "a lone /: a comment starts with // or /*":
      "одиночная черта /: примечание начинается с // или /*",
    "this comment is not closed by */": "примечание не закрыто знаком */",
    "a text is missing": "не хватает текста",
    "this text is not closed at the end of its line": "текст не закрыт до конца строки",
    "this text is not closed": "текст не закрыт",
    "this % is not closed": "не закрыта скобка %",
    "\\% means nothing: write \\\\ for a backslash":
      "\\% ничего не значит: обратная черта пишется \\\\",
    "half of a surrogate pair": "половина суррогатной пары",
    "this escape needs % hexadecimal digits": "здесь нужно шестнадцатеричных цифр: %",
    "not a number: a text needs quotes": "не число: текст нужно взять в кавычки",
    "a number too large": "слишком большое число",
    "0x without digits": "0x без цифр",
    "a number without digits": "число без цифр",
    "a number with a zero in front": "число с нулём впереди",
    "an exponent without digits": "степень без цифр",
    "not UTF-8: save the file as UTF-8": "не UTF-8: сохраните файл в UTF-8",
    "a control character": "управляющий знак",
    "the end of the file": "концом файла",
    "larger than %": "больше %",
    "% MiB": "% МиБ",
    "this key stands in line % already": "этот ключ уже есть в строке %",
    "unknown key: did you mean `%`?": "неизвестный ключ; может быть, «%»?",
    "unknown key": "неизвестный ключ",
    "% is wanted here, not %": "здесь нужно: %, а стоит: %",
    "\"unicode\" or \"ascii\" is wanted here": "здесь нужно \"unicode\" или \"ascii\"",
    "a text in quotes": "текст в кавычках",
    "a text": "текст",
    "true or false": "true или false",
    "a whole number": "целое число",
    "a number": "число",
    "a list [ ]": "список [ ]",
    "an object { }": "объект { }",
    "another kind of value": "значение другого вида",
    "nothing": "ничего",
    "\"%\" is not one of the values that may stand here": "«%» здесь стоять не может",
    "% does not fit here": "% сюда не подходит",
    "the list ends": "список кончился",
    "roles.text has no `%`, nor has what it inherits":
      "в roles.text нет «%», нет и в том, что наследуется",
    "a colour is #rgb or #rrggbb": "цвет пишут #rgb или #rrggbb",
    "`%` is not in the palette: did you mean `%`?": "«%» нет в палитре; может быть, «%»?",
    "`%` is not in the palette": "«%» нет в палитре",
    "`%` inherits from this theme: a circle": "«%» наследует от этой темы: круг",
    "there is no other theme `%` that this one hides": "нет другой темы «%», которую заслоняет эта",
    "there is no theme `%`: did you mean `%`?": "нет темы «%»; может быть, «%»?",
    "there is no theme `%`": "нет темы «%»",
    "the contrast of the letters is %, less than %": "контраст букв %, меньше %",
    "not a regular file": "не обычный файл",
    "No such file or directory": "нет такого файла",
    "Permission denied": "нет прав",
    "Is a directory": "это папка",
    "Not a directory": "это не папка",
    "Input/output error": "ошибка чтения",
  ])
}
