// A lesson as its author sees it before anybody plays it.

internal import Catalogue
internal import DeskCore
internal import Domain
internal import Training
internal import TrainingRuntime

struct LessonPreview {
  private let lesson: Lesson
  private let plan: DayPlan
  private let titles: ReviewTitles
  private let best: Review
  private let poor: Review
  private let language: Language

  init(_ lesson: Lesson, seed: UInt64, _ language: Language, _ catalogue: CatalogueContent) throws {
    self.lesson = lesson
    self.language = language
    plan = DayPlan(
      lesson, seed: seed, services: catalogue.servicesOfSituations, offset: .moscow)
    titles = ReviewTitles(catalogue)
    best = try HeadlessPlay.review(lesson, seed: seed, .competent, catalogue)
    poor = try HeadlessPlay.review(lesson, seed: seed, .clumsy, catalogue)
  }

  var text: String {
    let parts: [[String]] = [
      [heading, "  " + lesson.goal(language), "  " + frame],
      [words("Кто приходит", "Who comes")] + people,
      lesson.events.isEmpty ? [] : [words("Что случается", "What happens")] + events,
      [words("Шаги и подсказки", "Steps and hints")] + steps,
      [words("Встроенный сотрудник", "The built-in clerk"), good, clumsy],
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// `null` in `missed` means that the clerk has missed nothing.
  var json: JSONValue {
    [
      "lesson": .string(lesson.name), "arrivals": .integer(Int64(plan.arrivals.count)),
      "best": result(best), "clumsy": result(poor),
    ]
  }

  private func result(_ review: Review) -> JSONValue {
    [
      "grade": .string(review.grade.rawValue),
      "missed": .array(missed(review)) { .string($0.id) },
    ]
  }

  private var heading: String {
    "\(lesson.title(language)) (\(lesson.name))"
  }

  private var frame: String {
    let day = lesson.day
    let span = "\(typed(day.date)), \(day.opens)–\(day.closes)"
    return words(
      "\(span) · окон: \(day.windows) · придут: \(plan.arrivals.count), из них героев: "
        + "\(lesson.cast.count)",
      "\(span) · windows: \(day.windows) · will come: \(plan.arrivals.count), of them the cast: "
        + "\(lesson.cast.count)")
  }

  private var people: [String] {
    lesson.cast.sorted { $0.arrives < $1.arrives }.flatMap { member in
      let more = [
        member.leavesOut ?? member.wrongPaper,
        member.eventDate.map { LocalizedText(ru: "это было \(typed($0))", en: "on \(typed($0))") },
      ].compactMap { $0?(language) }
      let head =
        "  \(member.arrives)  \(member.name) · \(titles.situation(member.situation)(language)) · "
        + "\(member.mood.looks(language)): «\(member.says(language))»"
      let asked = words("спросят — скажет:", "when asked:")
      return [head] + (more.isEmpty ? [] : ["         \(asked) \(more.joined(separator: "; "))"])
    }
  }

  private var events: [String] {
    lesson.events.sorted { $0.at < $1.at }.map { event in
      let what =
        switch event.kind {
        case .linkDown: words("связи нет", "no link")
        case .linkUp: words("связь есть", "the link is back")
        case .doubled: words("двойной вызов", "called twice")
        }
      return "  \(event.at)  "
        + [what, event.says?(language)].compactMap(\.self)
        .joined(separator: ": ")
    }
  }

  private var steps: [String] {
    lesson.steps.flatMap { step in
      ["  · \(step.title(language))"]
        + step.hints.map { hint in
          "      \(words("через", "after")) \(hint.after) \(words("мин", "min")): \(hint.text(language))"
        }
    }
  }

  /// A lesson that a good clerk cannot pass, or that a poor one passes, teaches nothing.
  private var good: String {
    let left = missed(best)
    return left.isEmpty
      ? "  " + words("хороший: ✓ делает всё", "a good one: ✓ does everything")
      : "  ! " + words("хороший не сделал: ", "a good one has missed: ") + list(left)
  }

  private var clumsy: String {
    let left = list(missed(poor))
    return poor.grade == .poor
      ? "  " + words("неловкий не сделал: ", "a clumsy one has missed: ") + left
      : "  ! " + words("неловкий почти справился, не сделал: ", "a clumsy one nearly passes: ")
        + left
  }

  private func missed(_ review: Review) -> [Review.Step] { review.steps.filter { !$0.isDone } }

  private func list(_ steps: [Review.Step]) -> String {
    steps.isEmpty ? "–" : steps.map { $0.title(language) }.joined(separator: "; ")
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(language)
  }
}
