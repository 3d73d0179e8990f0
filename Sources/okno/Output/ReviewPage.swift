// The review of a training as a page for the trainer: read in a browser, or printed on one sheet.

internal import Domain
internal import Training

struct ReviewPage {
  private let review: Review
  private let text: ReviewText
  private let language: Language
  private let titles: ReviewTitles
  private let progress: TrainingProgress

  /// - Parameter progress: what the trainee has come to, this review included.
  init(
    _ review: Review, _ language: Language, _ titles: ReviewTitles, _ progress: TrainingProgress
  ) {
    self.review = review
    self.language = language
    self.titles = titles
    self.progress = progress
    text = ReviewText(review, language, titles)
  }

  var html: String {
    let mark = words("ДЕМО", "DEMO")
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(mark): \(escaped(text.heading))</title>
      <style>
      body{font:16px/1.45 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a1a;background:#fff}
      h1{font-size:1.5em;margin:0}h2{font-size:1.1em;margin:1.6em 0 .4em}
      .mark{background:#ffc94d;padding:0 .4em}.grade{font-weight:bold}.note{color:#555;margin:.2em 0}
      table{border-collapse:collapse;width:100%}
      th,td{text-align:left;vertical-align:top;padding:.3em .6em .3em 0;border-bottom:1px solid #ccc}
      td.n,th.n{text-align:right;white-space:nowrap}
      ul.steps{list-style:none;padding:0}ul.steps li{padding-left:1.6em;text-indent:-1.6em}
      @media print{body{margin:0;font-size:12px}}
      </style>
      <p><span class="mark">\(mark)</span> \(escaped(text.day))</p>
      <h1>\(escaped(review.title(language)))</h1>
      <p class="grade">\(escaped(text.grade))</p>
      \(steps)\(visits)\(queue)\(tryNext)\(lessons)</html>

      """
  }

  private var steps: String {
    let items = review.steps.map { step in
      let line = step.isDone ? text.line(step) : "✗ " + step.title(language)
      return "<li>\(escaped(line))</li>\n"
    }.joined()
    return "<h2>\(words("Шаги", "Steps"))</h2>\n<ul class=\"steps\">\n\(items)</ul>\n"
  }

  private var visits: String {
    guard !review.served.isEmpty else { return "" }
    let head = [
      words("Талон", "Ticket"), words("Ситуация", "Situation"), words("Ждал", "Waited"),
      words("Визит", "Visit"), words("Клавиш", "Keys"), words("Оценка", "Rated"),
      words("Почему", "Why"),
    ]
    let rows = review.served.map { served in
      let reasons = served.rating.reasons.map { $0.words(titles.service)(language) }
      return row([
        (served.ticket, false), (titles.situation(served.situation)(language), false),
        (text.minutes(served.waited), true),
        (
          text.minutes(served.took) + words(" из ", " of ") + text.minutes(served.shortest), true
        ),
        ("\(text.keys(served))" + words(" из ", " of ") + "\(served.shortestKeys)", true),
        ("\(served.rating.score)", true), (reasons.joined(separator: "; "), false),
      ])
    }
    let note = words(
      "«Из» — столько хватает опытному сотруднику. Каждая причина оценки — то, что было в визите.",
      "“Of” is what a practised clerk needs. Each reason of a rating is something that happened.")
    return "<h2>\(words("Визиты", "Visits"))</h2>\n<table>\n<tr>"
      + head.enumerated().map { place, name in
        "<th scope=\"col\"\((2...5).contains(place) ? " class=\"n\"" : "")>\(escaped(name))</th>"
      }.joined() + "</tr>\n" + rows.joined() + "</table>\n<p class=\"note\">\(note)</p>\n"
  }

  private var queue: String {
    let lines = text.queue.map { "<p>\(escaped($0))</p>\n" }.joined()
    return "<h2>\(words("Очередь", "The queue"))</h2>\n\(lines)"
  }

  private var tryNext: String {
    let items = review.tryNext.map { "<li>\(escaped($0(language)))</li>\n" }.joined()
    return "<h2>\(words("Что попробовать", "What to try"))</h2>\n<ol>\n\(items)</ol>\n"
  }

  /// All lessons that this trainee has played.
  private var lessons: String {
    let rows = progress.entries.map { entry in
      row([
        (titles.lesson(entry.lesson)(language), false),
        (TrainingProgress.words(entry, language), false),
      ])
    }
    guard !rows.isEmpty else { return "" }
    return "<h2>\(words("Пройденные уроки", "Lessons played"))</h2>\n<table>\n"
      + rows.joined() + "</table>\n"
  }

  private func row(_ cells: [(text: String, isNumber: Bool)]) -> String {
    "<tr>"
      + cells.map { "<td\($0.isNumber ? " class=\"n\"" : "")>\(escaped($0.text))</td>" }.joined()
      + "</tr>\n"
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(language)
  }

  private func escaped(_ text: String) -> String { ReportHTML.escaped(text) }
}
