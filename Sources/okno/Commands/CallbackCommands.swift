internal import DeskCore
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
          "Номер оставил сам заявитель, на экране okno rate (настройка callback_days). Он хранится у "
          + "этого окна, отдельно от оценки, и стирается, как только записан итог звонка. Просмотр "
          + "номеров — в журнале.",
        en:
          "The citizen has left the number on the screen of okno rate (the setting callback_days). It is "
          + "kept at this desk, apart from the rating, and is gone as soon as the outcome is noted. "
          + "Who looks at numbers is in the audit.")
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
        text: session.words("итог записан, номер стёрт", "noted, and the number is gone"))
    })
}

private func callbackTable(
  _ calls: [Callback], _ today: CalendarDate, _ session: Session
) -> String {
  guard !calls.isEmpty else { return session.words("никому", "nobody") }
  return TextTable.text(
    calls.map { call in
      let state: String
      switch call.outcome {
      case nil where call.isOverdue(on: today): state = session.words("! просрочено", "! overdue")
      case nil: state = session.words("ждёт", "waits")
      case .wonBack: state = session.words("теперь доволен", "won back")
      case .notWon: state = session.words("недоволен", "not won back")
      case .unreached: state = session.words("не ответил", "not reached")
      }
      return [
        call.id.description, call.phone.map(\.description) ?? "—",
        session.words("до ", "until ") + typed(call.due), state,
      ]
    })
}
