// The words of the own day and of strengths by situation.

package import Domain

package struct PagePhrases: Sendable {
  package var loading: String
  package var ownDay: @Sendable (_ date: String) -> String
  /// Of a desk without accounts.
  package var deskDay: @Sendable (_ date: String) -> String
  package var served: @Sendable (_ visits: Int, _ services: Int) -> String
  package var noVisits: String
  package var serving: @Sendable (Lengths) -> String
  package var waiting: @Sendable (Lengths) -> String
  package var bySituation: String
  package var ratings: String
  package var ownRatings: String
  package var noOwnRatings: String
  package var answers: String
  package var toFeedback: @Sendable (_ text: String) -> String
  package var strengths: String
  package var strengthsNote: String
  package var noStrengths: String
  /// Of the ratings given, the share of the best.
  package var strength: @Sendable (Strength) -> String
  /// An account that is there no more.
  package var formerEmployee: String
  /// Of a service that no situation lists.
  package var onlyToRead: String
}

extension PagePhrases {
  package static let ru = PagePhrases(
    loading: "Считаем…",
    ownDay: { "Мой день · \($0)" },
    deskDay: { "День окна · \($0)" },
    served: {
      russian($0, "визит", "визита", "визитов") + ", " + russian($1, "услуга", "услуги", "услуг")
    },
    noVisits: "Визитов ещё нет",
    serving: { "Обслуживание: \(russianLengths($0))" },
    waiting: { lengths in
      let late = overLimit(lengths).map { "; дольше 15 мин: \($0)" } ?? ""
      return "Ожидание до вызова: \(russianLengths(lengths))\(late)"
    },
    bySituation: "Визиты по ситуациям",
    ratings: "Оценки центра за день",
    ownRatings: "Мои оценки за год, по ситуациям",
    noOwnRatings: "Видны группами от пяти оценок в одной ситуации: так никого не узнать.",
    answers: "Ответы на замечания",
    toFeedback: { "на «\($0)»" },
    strengths: "Сильные стороны по ситуациям",
    strengthsNote:
      "Для обучения и замен. Оценки за год группами от пяти: одной оценки не видит никто. Порядок — по "
      + "ситуациям и именам, это не соревнование: у немногих оценок доля легко меняется.",
    noStrengths: "Ни у кого ещё нет пяти оценок в одной ситуации.",
    strength: {
      russian($0.given, "оценка", "оценки", "оценок") + ", лучших \(percent($0.shareBest))"
    },
    formerEmployee: "бывший сотрудник",
    onlyToRead: "Ни одна жизненная ситуация не ведёт к этой услуге: в визит её не отметить.")

  package static let en = PagePhrases(
    loading: "Counting…",
    ownDay: { "My day · \($0)" },
    deskDay: { "The window's day · \($0)" },
    served: { english($0, "visit", "visits") + ", " + english($1, "service", "services") },
    noVisits: "No visits yet",
    serving: { "Serving: \(englishLengths($0))" },
    waiting: { lengths in
      let late = overLimit(lengths).map { "; longer than 15 min: \($0)" } ?? ""
      return "Waiting until the call: \(englishLengths(lengths))\(late)"
    },
    bySituation: "Visits by situation",
    ratings: "The centre's ratings today",
    ownRatings: "My ratings of a year, by situation",
    noOwnRatings:
      "They are told in groups of five or more in one situation, so that nobody can be told.",
    answers: "Answers to feedback",
    toFeedback: { "to: \($0)" },
    strengths: "Strengths by situation",
    strengthsNote:
      "For training and rotation. Ratings of a year in groups of five or more: nobody sees a single one. In "
      + "the order of situations and names, and no contest: a share of few ratings moves easily.",
    noStrengths: "Nobody has five ratings in one situation yet.",
    strength: { english($0.given, "rating", "ratings") + ", best \(percent($0.shareBest))" },
    formerEmployee: "former employee",
    onlyToRead: "No life situation leads to this service: it cannot be marked for a visit.")
}

private func overLimit(_ lengths: Lengths) -> Int? {
  lengths.overLimit.flatMap { $0 > 0 ? $0 : nil }
}

private func russianLengths(_ lengths: Lengths) -> String {
  "половина до \(russianLength(lengths.median)), девять из десяти до \(russianLength(lengths.p90))"
}

private func englishLengths(_ lengths: Lengths) -> String {
  "half up to \(englishLength(lengths.median)), nine of ten up to \(englishLength(lengths.p90))"
}

private func russianLength(_ milliseconds: Int64) -> String {
  milliseconds < 60_000 ? "\(milliseconds / 1000) с" : "\((milliseconds + 30_000) / 60_000) мин"
}

private func englishLength(_ milliseconds: Int64) -> String {
  milliseconds < 60_000 ? "\(milliseconds / 1000) s" : "\((milliseconds + 30_000) / 60_000) min"
}
