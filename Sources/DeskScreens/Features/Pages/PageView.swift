// The own day and the strengths: what their pages say.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawPage(
    _ page: PageScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let inside = rect.inset(columns: 1)
    let passage = page.passage(state, columns: inside.columns, context)
    draw(passage, from: page.firstLine, in: inside, context)
    cursor = Point(column: inside.column, row: inside.row)
  }
}

/// Brings the first line back into what there is to see.
func holdPage(_ page: PageScreen, in state: inout State, _ body: Rect, _ context: Context) {
  var page = page
  let inside = body.inset(columns: 1)
  let lines = page.passage(state, columns: inside.columns, context).lines.count
  page.firstLine = max(0, min(page.firstLine, lines - inside.rows))
  state.screen = .page(page)
}

extension PageScreen {
  var hasAnswers: Bool {
    if case .ownDay(let day?) = content { !day.answers.isEmpty } else { false }
  }

  fileprivate func passage(_ state: State, columns: Int, _ context: Context) -> Passage {
    // One column stays free for the scroll marks.
    var passage = Passage(width: columns - 1)
    let words = context.words
    switch content {
    case .ownDay(let day?): passage.add(day, state.clock, words)
    case .strengths(let lines?): passage.add(lines, words)
    case .targets(let page?): passage.add(page, context)
    case .service(let sheet): passage.add(sheet, words)
    case .ownDay(nil), .strengths(nil), .targets(nil): passage.add(words.pages.loading, .textMuted)
    }
    return passage
  }
}

extension Passage {
  fileprivate mutating func add(_ day: OwnDay, _ clock: Clock, _ words: Phrases) {
    let pages = words.pages
    let date = typed(day.date)
    add(day.employee == nil ? pages.deskDay(date) : pages.ownDay(date), .heading)
    gap()
    addAnswers(day, clock, words)
    let figures = day.figures
    if figures.visits == 0 {
      add(pages.noVisits, .textMuted)
    } else {
      add(pages.served(figures.visits, figures.services), .textStrong)
      if let serving = figures.serving { add(pages.serving(serving)) }
      if let waiting = figures.waiting { add(pages.waiting(waiting)) }
      gap()
      add("\(pages.bySituation):", .textStrong)
      for situation in day.situations {
        add(item: "\(situation.title(words.language)): \(situation.visits)", mark: "•", .text)
      }
    }
    gap()
    add("\(pages.ratings):", .textStrong)
    add(words.ratingsToday(figures.ratings))
    guard day.employee != nil else { return }
    gap()
    add("\(pages.ownRatings):", .textStrong)
    for line in day.strengths {
      add(
        item: "\(line.situation(words.language)): \(pages.strength(line.strength))", mark: "•",
        .text)
    }
    add(pages.noOwnRatings, .textMuted)
  }

  private mutating func addAnswers(_ day: OwnDay, _ clock: Clock, _ words: Phrases) {
    guard !day.answers.isEmpty else { return }
    add("\(words.pages.answers):", .statusInfo)
    for answer in day.answers {
      let service = answer.service(words.language)
      add(item: "\(service): \(answer.answer.text)", mark: "•", .textStrong)
      add(words.pages.toFeedback(answer.feedback.text), .textMuted, indent: 2)
    }
    gap()
  }

  fileprivate mutating func add(_ lines: [StrengthLine], _ words: Phrases) {
    let pages = words.pages
    add(pages.strengths, .heading)
    add(pages.strengthsNote, .textMuted)
    gap()
    if lines.isEmpty { add(pages.noStrengths) }
    var situation: LifeSituation.ID?
    for line in lines {
      if line.strength.situation != situation {
        if situation != nil { gap() }
        situation = line.strength.situation
        add(line.situation(words.language), .textStrong)
      }
      let name = line.employee.isEmpty ? pages.formerEmployee : line.employee
      add(item: "\(name): \(pages.strength(line.strength))", mark: "•", .text)
    }
  }
}
