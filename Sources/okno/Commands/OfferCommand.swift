internal import Canvas
internal import Configuration
internal import DeskScreens
internal import Domain
internal import LocalStore

private let region = OptionSpec(
  "region", .text, ru: "код региона, например 78; без него — region из настроек",
  en: "the region's code, such as 78; without it `region` of the configuration")

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
    options: [region],
    shape: #"""
      [{"citizen","name",
        "offers":[{"offer","service","title","situation","reason","until","put_off"}]}]
      """#,
    examples: ["okno offers", "okno offers --json"],
    run: { session in
      let store = try session.openForWriting()
      defer { store.close() }
      let book = try store.offerBook()
      let lines = try store.offerList(
        try store.adviceBook(), book, in: try session.calendar(store),
        region: session.invocation.value(region) ?? session.configuration.region,
        session.stamp(store))
      return Reply(
        json: .array(lines) { .line($0, book, session.phrases) },
        text: OfferText(lines: lines, book: book, phrases: session.phrases).text)
    })
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
