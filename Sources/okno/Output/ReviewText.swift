// The review of a training for people: on the terminal, and as a page for the trainer.

internal import Domain
internal import Training

struct ReviewText {
  private let review: Review
  private let language: Language
  private let title: (Service.ID) -> LocalizedText

  /// - Parameter title: what the catalogue calls a service.
  init(_ review: Review, _ language: Language, _ title: @escaping (Service.ID) -> LocalizedText) {
    self.review = review
    self.language = language
    self.title = title
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

  var html: String {
    let body = parts.map { part in
      "<h2>\(escaped(part.heading))</h2>\n<ul>\n"
        + part.lines.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
    }.joined()
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <meta charset="utf-8">
      <title>\(escaped(heading))</title>
      <style>body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}
      h1::before{content:"\(words("ДЕМО", "DEMO"))";background:#ffc94d;padding:0 .4em;margin-right:.5em}</style>
      <h1>\(escaped(heading))</h1>
      \(body)</html>

      """
  }

  private var heading: String { "\(review.title(language)): \(grade)" }

  private var grade: String {
    switch review.grade {
    case .best: words("всё получилось", "all done")
    case .fair: words("почти всё получилось", "nearly all done")
    case .poor: words("стоит пройти ещё раз", "worth playing again")
    }
  }

  private var parts: [Part] {
    let waiting = review.waiting
    return [
      Part(
        heading: words("Шаги", "Steps"),
        lines: review.steps.map { ($0.isDone ? "✓ " : "· ") + $0.title(language) }),
      Part(heading: words("Визиты", "Visits"), lines: review.served.map(line)),
      Part(
        heading: words("Очередь", "The queue"),
        lines: [
          words(
            "пришли \(waiting.arrived), обслужены \(waiting.served), ушли \(waiting.left)",
            "came \(waiting.arrived), served \(waiting.served), left \(waiting.left)"),
          words(
            "ждали в среднем \(minutes(waiting.average)), самое долгое \(minutes(waiting.longest))",
            "waited \(minutes(waiting.average)) on average, \(minutes(waiting.longest)) at most"),
        ]),
      Part(
        heading: words("Что попробовать", "What to try"),
        lines: review.tryNext.map { $0(language) }),
    ].filter { !$0.lines.isEmpty }
  }

  private func line(_ served: Review.Served) -> String {
    let reasons = served.rating.reasons.map { $0.words(title)(language) }.joined(separator: "; ")
    return words(
      "\(served.ticket): \(minutes(served.took)) (можно за \(minutes(served.shortest))), клавиш "
        + "\(served.keys) (можно \(served.shortestKeys)), оценка \(served.rating.score) — \(reasons)",
      "\(served.ticket): \(minutes(served.took)) (\(minutes(served.shortest)) will do), keys "
        + "\(served.keys) (\(served.shortestKeys) will do), rated \(served.rating.score): \(reasons)"
    )
  }

  private func minutes(_ seconds: Int64) -> String {
    let rounded = (seconds + 30) / 60
    return words("\(rounded) мин", "\(rounded) min")
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(language)
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
