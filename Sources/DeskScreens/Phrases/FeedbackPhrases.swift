// The words of feedback to the catalogue.

package import DeskCore

package struct FeedbackPhrases: Sendable {
  package var formTitle: String
  package var formHint: String
  package var formAdvice: String
  package var listTitle: String
  package var empty: String
  package var loading: String
  /// A word before a line of the list.
  package var open: String
  package var answered: String
  package var unknownAuthor: String
  package var catalogue: @Sendable (_ version: String) -> String
  /// Of an employee's own answer in place of the rule's.
  package var overruled: String
  package var seen: String
  package var answers: String
  package var answerHint: String
  package var done: @Sendable (FeedbackDone) -> String
}

extension FeedbackPhrases {
  package static let ru = FeedbackPhrases(
    formTitle: "В справочнике ошибка",
    formHint: "что не так",
    formAdvice:
      "Замечание получит руководитель вместе с тем, что стоит на экране об этой услуге. Не пишите имён и "
      + "данных заявителей. Ответ придёт на страницу «Мой день».",
    listTitle: "Замечания к справочнику",
    empty: "Замечаний нет",
    loading: "Читаем…",
    open: "новое",
    answered: "отвечено",
    unknownAuthor: "без имени",
    catalogue: { "справочник: \($0)" },
    overruled: "ответ вместо подсказки",
    seen: "Было на экране",
    answers: "Ответы",
    answerHint: "ответ сотруднику",
    done: {
      switch $0 {
      case .given: "Замечание отправлено"
      case .answered: "Ответ отправлен"
      }
    })

  package static let en = FeedbackPhrases(
    formTitle: "The catalogue is wrong here",
    formHint: "what is wrong",
    formAdvice:
      "The supervisor gets your line with what the screen says of this service. Write no names and no data "
      + "of citizens. The answer comes to the page My day.",
    listTitle: "Feedback on the catalogue",
    empty: "There is no feedback",
    loading: "Reading…",
    open: "new",
    answered: "answered",
    unknownAuthor: "no name",
    catalogue: { "catalogue: \($0)" },
    overruled: "answer in place of the advice",
    seen: "It was on the screen",
    answers: "Answers",
    answerHint: "answer to the clerk",
    done: {
      switch $0 {
      case .given: "The feedback is sent"
      case .answered: "The answer is sent"
      }
    })
}
