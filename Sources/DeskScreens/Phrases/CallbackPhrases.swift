// The words of the list of calls, at the desk, on the board and on the command line.

package import Domain

package struct CallbackPhrases: Sendable {
  package var title: String
  package var loading: String
  package var nobody: String
  package var figures: @Sendable (CallbackFigures) -> String
  package var waits: String
  package var overdue: String
  package var until: @Sendable (_ day: String) -> String
  package var asked: @Sendable (_ day: String) -> String
  /// What came of it, in a list.
  package var outcome: @Sendable (Callback.Outcome) -> String
  /// What can be said to have come of it.
  package var choice: @Sendable (Callback.Outcome) -> String
  package var choiceTitle: @Sendable (_ phone: String) -> String
  package var choiceAdvice: String
  package var settled: String
  package var gone: String
  /// Below the list, where nothing else says it.
  package var keys: String

  package static func of(_ language: Language) -> CallbackPhrases { language == .ru ? .ru : .en }

  static let ru = CallbackPhrases(
    title: "Кому перезвонить", loading: "Ищем…", nobody: "Никто не просил перезвонить",
    figures: { calls in
      let open =
        calls.open == 0
        ? "Никто не ждёт"
        : "Ждут \(calls.open)" + (calls.overdue > 0 ? ", просрочено \(calls.overdue)" : "")
      guard calls.settled > 0 else { return open }
      return "\(open) · позвонили \(calls.settled), теперь довольны \(calls.wonBack)"
    },
    waits: "ждёт", overdue: "! просрочено", until: { "до \($0)" }, asked: { "просил \($0)" },
    outcome: { outcome in
      switch outcome {
      case .wonBack: "теперь доволен"
      case .notWon: "недоволен"
      case .unreached: "не ответил"
      }
    },
    choice: { outcome in
      switch outcome {
      case .wonBack: "Поговорили, теперь доволен"
      case .notWon: "Поговорили, остался недоволен"
      case .unreached: "Не ответил, больше не звоним"
      }
    },
    choiceTitle: { "Чем кончился звонок \($0)" },
    choiceAdvice: "Номер сотрётся · Enter записать · Esc ещё не звонили",
    settled: "Итог записан, номер стёрт",
    gone: "Итог уже записан на другом окне",
    keys: "↑↓ выбрать · Enter записать итог звонка · Esc закрыть")

  static let en = CallbackPhrases(
    title: "Whom to call", loading: "Looking…", nobody: "Nobody has asked to be called",
    figures: { calls in
      let open =
        calls.open == 0
        ? "Nobody waits"
        : "\(calls.open) to call" + (calls.overdue > 0 ? ", \(calls.overdue) overdue" : "")
      guard calls.settled > 0 else { return open }
      return "\(open) · called \(calls.settled), won back \(calls.wonBack)"
    },
    waits: "waits", overdue: "! overdue", until: { "until \($0)" }, asked: { "asked \($0)" },
    outcome: { outcome in
      switch outcome {
      case .wonBack: "won back"
      case .notWon: "not won back"
      case .unreached: "not reached"
      }
    },
    choice: { outcome in
      switch outcome {
      case .wonBack: "We have talked, content now"
      case .notWon: "We have talked, not content"
      case .unreached: "No answer, we try no more"
      }
    },
    choiceTitle: { "What came of the call to \($0)" },
    choiceAdvice: "The number goes · Enter notes it · Esc not called yet",
    settled: "Noted, and the number is gone",
    gone: "Another window has noted an outcome already",
    keys: "↑↓ choose · Enter notes what came of the call · Esc closes")
}
