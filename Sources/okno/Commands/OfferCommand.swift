internal import Canvas
internal import Configuration
internal import DeskScreens
internal import Domain
internal import LocalStore

private let region = OptionSpec(
  "region", .text, ru: "код региона, например 78; без него — region из настроек",
  en: "the region's code, such as 78; without it `region` of the configuration")
private let expected = OptionSpec(
  "expected", .file,
  ru: "только тем, кого ждут сегодня: файл с номерами карточек, по одному в строке",
  en: "only to those who are expected today: a file with the ids of their cards, one a line")

extension CommandSpec {
  static let offers = CommandSpec(
    path: ["offers"],
    access: .needs(.serve),
    summary: LocalizedText(
      ru: "кому из заявителей что предложить: по открытым делам, дням рождения, ответам и срокам",
      en: "to which citizens to offer what: by open cases, birthdays, answers and terms"),
    details: [
      LocalizedText(
        ru:
          "Ближайшие сроки — первыми, не больше \(OfferLine.most) заявителей. Просмотр их карточек записывается в журнал. "
          + "Ответ заявителя записывают за окном: карточка, Ctrl-O.",
        en:
          "The nearest terms first, \(OfferLine.most) citizens at most. The audit notes the look at their cards. The "
          + "citizen's answer is written at the window: the card, Ctrl-O.")
    ],
    options: [region, expected],
    shape: #"""
      [{"citizen","name",
        "offers":[{"offer","service","title","situation","reason","until","put_off"}]}]
      """#,
    examples: ["okno offers", "okno offers --json", "okno offers --expected today.txt"],
    run: { session in
      let store = try session.openForWriting()
      defer { store.close() }
      let book = try store.offerBook()
      let lines = try store.offerList(
        try store.adviceBook(), book, in: try session.calendar(store),
        region: session.invocation.value(region) ?? session.configuration.region,
        of: try session.invocation.value(expected).map(expectedCitizens), session.stamp(store))
      return Reply(
        json: .array(lines) { .line($0, book, session.phrases) },
        text: OfferText(lines: lines, book: book, phrases: session.phrases).text)
    })
}

/// A centre's own appointments name the cards; the file has nothing else of the people.
private func expectedCitizens(_ path: String) throws(Failure) -> [Citizen.ID] {
  let text: String
  do {
    text = String(decoding: try SmallFile.bytes(of: path), as: UTF8.self)
  } catch {
    throw Failure(
      .inputOutput, code: "unreadable", ru: "не удалось прочитать \(path)",
      en: "\(path) cannot be read")
  }
  var citizens: [Citizen.ID] = []
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
    guard let id = Citizen.ID(String(line.filter { !$0.isWhitespace })) else {
      throw .badData(
        "expected",
        ru: "\(path):\(index + 1): нужен номер карточки, как его печатает okno citizen add",
        en: "\(path):\(index + 1): the id of a card is wanted, as okno citizen add prints it")
    }
    citizens.append(id)
  }
  return citizens
}

extension JSONValue {
  fileprivate static func line(
    _ line: OfferLine, _ book: OfferBook, _ phrases: Phrases
  ) -> JSONValue {
    [
      "citizen": .string("\(line.citizen)"), "name": .string(line.name),
      "offers": .array(line.offers) { offer in
        [
          "offer": .string(offer.id.rawValue), "service": .string(offer.service.rawValue),
          "title": .string(offer.title(book, phrases)),
          "situation": .string(offer.situation.rawValue),
          "reason": .string(offer.because(phrases)),
          "until": .text(offer.until?.description), "put_off": .bool(offer.wasPutOff),
        ]
      },
    ]
  }
}

private struct OfferText {
  let lines: [OfferLine]
  let book: OfferBook
  let phrases: Phrases

  var text: String {
    guard !lines.isEmpty else { return phrases.offers.empty }
    return lines.flatMap { line in
      ["\(line.name)  (\(line.citizen))"]
        + line.offers.map { "  — \($0.title(book, phrases)): \($0.because(phrases))" }
    }.map(VisibleText.sanitised).joined(separator: "\n")
  }
}
