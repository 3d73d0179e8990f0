internal import DeskCore
internal import DeskScreens
internal import Domain
internal import LocalStore

private let outcome = OptionSpec(
  "outcome", .choice(Callback.Outcome.allCases.map(\.rawValue)), isRequired: true,
  ru: "чем кончился звонок: человек доволен, недоволен или не ответил",
  en: "what came of the call: the citizen is content, is not, or did not answer")

extension CommandSpec {
  static let ratingCallbacks = CommandSpec(
    path: ["rating", "callbacks"],
    access: .needs(.runQueue),
    summary: LocalizedText(
      ru: "кому перезвонить после низкой оценки", en: "whom to call after a low rating"),
    details: [
      LocalizedText(
        ru:
          "Номер оставил сам заявитель, на экране okno rate (настройка callback_days). Он хранится "
          + "отдельно от оценки и стирается на всех окнах центра, как только записан итог звонка. Другие "
          + "окна узнают о просьбе после пяти оценок или на следующий день. Просмотр номеров — в "
          + "журнале.",
        en:
          "The citizen has left the number on the screen of okno rate (the setting callback_days). It is "
          + "kept apart from the rating, and is gone from all desks of the centre as soon as the outcome "
          + "is noted. Other desks hear of the wish after five ratings, or the next day. Who looks at "
          + "numbers is in the audit.")
    ],
    shape: #"[{"id","phone","asked","due","overdue","outcome","settled"}]"#,
    examples: ["okno rating callbacks"],
    run: { session in
      let store = try session.openForWriting()
      defer { store.close() }
      let stamp = session.stamp(store)
      let calls = try store.callbacks(stamp)
      return Reply(
        json: .array(calls) { RatingJSON.callback($0, today: stamp.today) },
        text: callbackTable(calls, stamp.today, session))
    })

  static let ratingSettle = CommandSpec(
    path: ["rating", "settle"],
    access: .needs(.runQueue),
    summary: LocalizedText(
      ru: "записать итог звонка; номер стирается", en: "note what came of a call; the number goes"),
    operands: [OperandSpec(.identifier, ru: "номер записи", en: "the entry's id")],
    options: [outcome],
    shape: #"{"id","outcome"}"#,
    examples: [
      "okno rating settle 0193632c-1400-7000-8000-000000000001 --outcome won_back"
    ],
    run: { session in
      let text = session.invocation.operands.first ?? ""
      guard let id = Callback.ID(text),
        let came = session.invocation.value(outcome).flatMap(Callback.Outcome.init(rawValue:))
      else { throw StoreError.notFound(kind: "callback", id: text) }
      let store = try session.openForWriting()
      defer { store.close() }
      try store.settle(id, came, session.stamp(store))
      return Reply(
        json: ["id": .string(text), "outcome": .string(came.rawValue)],
        text: CallbackPhrases.of(session.language).settled)
    })
}

private func callbackTable(
  _ calls: [Callback], _ today: CalendarDate, _ session: Session
) -> String {
  let words = CallbackPhrases.of(session.language)
  guard !calls.isEmpty else { return words.nobody }
  return TextTable.text(
    calls.map { call in
      [
        call.id.description, call.phone.map(\.description) ?? "—", words.until(typed(call.due)),
        call.outcome.map(words.outcome)
          ?? (call.isOverdue(on: today) ? words.overdue : words.waits),
      ]
    })
}
