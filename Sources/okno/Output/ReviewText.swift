// The review of a training for people, on the terminal.

internal import DeskCore
internal import Domain
internal import Training

struct ReviewText {
  private let review: Review
  private let language: Language
  private let titles: ReviewTitles

  init(_ review: Review, _ language: Language, _ titles: ReviewTitles) {
    self.review = review
    self.language = language
    self.titles = titles
  }

  /// A heading, and its lines.
  private struct Part {
    var heading: String
    var lines: [String]
  }

  var plain: String {
    ([heading] + parts.flatMap { ["", $0.heading] + $0.lines.map { "  " + $0 } })
      .joined(separator: "\n")
  }

  /// The day that was played, and the number from which it can be played again.
  var day: String {
    words(
      "день \(typed(review.date)), число \(review.seed)",
      "the day of \(review.date), seed \(review.seed)")
  }

  var heading: String { "\(review.title(language)): \(grade)" }

  var grade: String {
    switch review.grade {
    case .best: words("всё получилось", "all done")
    case .fair: words("почти всё получилось", "nearly all done")
    case .poor: words("стоит пройти ещё раз", "worth playing again")
    }
  }

  private var parts: [Part] {
    return [
      Part(
        heading: words("Шаги", "Steps"),
        lines: review.steps.map(line)),
      Part(heading: words("Визиты", "Visits"), lines: review.served.map(line)),
      Part(heading: words("Очередь", "The queue"), lines: queue),
      Part(
        heading: words("Что попробовать", "What to try"),
        lines: review.tryNext.map { $0(language) }),
    ].filter { !$0.lines.isEmpty }
  }

  var queue: [String] {
    let waiting = review.waiting
    return [
      words(
        "пришли \(waiting.arrived), обслужены \(waiting.served), ушли \(waiting.left)",
        "came \(waiting.arrived), served \(waiting.served), left \(waiting.left)"),
      words(
        "ждали в среднем \(minutes(waiting.average)), самое долгое \(minutes(waiting.longest)); "
          + "дольше 15 минут: \(waiting.late)",
        "waited \(minutes(waiting.average)) on average, \(minutes(waiting.longest)) at most; "
          + "longer than 15 minutes: \(waiting.late)"),
    ]
  }

  func line(_ step: Review.Step) -> String {
    let title = step.title(language)
    guard step.isDone else { return "· " + title }
    return step.isHelped
      ? "~ \(title) (\(words("сделал тренер", "done by the trainer")))" : "✓ " + title
  }

  private func line(_ served: Review.Served) -> String {
    let reasons = served.rating.reasons.map { $0.words(titles.service)(language) }.joined(
      separator: "; ")
    return words(
      "\(served.ticket): ждал \(minutes(served.waited)), визит \(minutes(served.took)) (можно за \(minutes(served.shortest))), клавиш "
        + "\(keys(served)) (можно \(served.shortestKeys)), оценка \(served.rating.score) — \(reasons)",
      "\(served.ticket): waited \(minutes(served.waited)), served \(minutes(served.took)) (\(minutes(served.shortest)) will do), keys "
        + "\(keys(served)) (\(served.shortestKeys) will do), rated \(served.rating.score): \(reasons)"
    )
  }

  func keys(_ served: Review.Served) -> String {
    let keys = served.keys
    guard keys.trainer > 0 else { return "\(keys.trainee)" }
    return words(
      "\(keys.trainee) и ещё \(keys.trainer) тренера",
      "\(keys.trainee) and the trainer's \(keys.trainer)")
  }

  func minutes(_ seconds: Int64) -> String {
    let rounded = (seconds + 30) / 60
    return words("\(rounded) мин", "\(rounded) min")
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(language)
  }
}
