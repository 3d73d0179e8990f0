// What every part of a screen draws with: the theme and the words.

package import Canvas
package import DeskCore

struct Context {
  let theme: Theme
  let words: Phrases

  subscript(role: Role) -> Style { theme[role] }
}

/// Draws `state` with `theme`. The frame depends on nothing else.
package func view(_ state: State, theme: Theme) -> Frame {
  let context = Context(theme: theme, words: Phrases.of(state.settings.language))
  var frame = screen(state, context)
  frame.drawTrainingMark(state.trainingMark(context.words), context)
  return frame
}

private func screen(_ state: State, _ context: Context) -> Frame {
  var frame = Frame(size: state.size, style: context[.text])
  guard !state.isTooSmall else {
    frame.drawTooSmall(state.size, context)
    return frame
  }
  if case .rating(let rating) = state.screen {
    let handBack = context.words.ratingHandBack(KeyNames.name(of: state.settings.handBack))
    if let writing = rating.writing {
      frame.drawWrittenRating(writing.form, footer: handBack, state, context)
      return frame
    }
    frame.drawRating(
      rating.form, RatingLines(criteria: context.words.ratingCriteria, footer: handBack), context)
    return frame
  }
  if let lock = state.lock {
    frame.drawLock(lock, state, context)
    if let notice = state.notice { frame.drawNotice(notice, context) }
    return frame
  }
  if case .checklist(let list) = state.screen, let codes = list.codes {
    frame.drawCodes(codes, rates: list.rateAt != nil, in: Rect(state.size), context)
  } else {
    frame.drawChrome(state, context)
  }
  let body = state.bodyRect
  switch state.screen {
  case .home: frame.drawHome(state, in: body, context)
  case .situation(let screen): frame.drawSituation(screen, state, in: body, context)
  case .finder(let finder): frame.drawFinder(finder, state, in: body, context)
  case .card(let card): frame.drawCard(card, state, in: body, context)
  case .citizenForm(let form): frame.drawCitizenForm(form, in: body, context)
  case .visitForm(let form): frame.drawVisitForm(form, state, in: body, context)
  case .keyTest(let test): frame.drawKeyTest(test, in: body, context)
  case .sync(let sync): frame.drawSync(sync, state, in: body, context)
  case .refused(let refused): frame.drawRefused(refused, state, in: body, context)
  case .conflict(let conflict): frame.drawConflict(conflict, state, in: body, context)
  case .double(let double): frame.drawDouble(double, in: body, context)
  case .account(let form): frame.drawAccount(form, in: body, context)
  case .page(let page): frame.drawPage(page, state, in: body, context)
  case .feedbackForm(let form): frame.drawFeedbackForm(form, in: body, context)
  case .feedback(let list): frame.drawFeedback(list, state, in: body, context)
  case .offerList(let list): frame.drawOfferList(list, state, in: body, context)
  case .callbacks(let list): frame.drawCallbacks(list, state, in: body, context)
  case .feedbackAnswer(let answer): frame.drawFeedbackAnswer(answer, state, in: body, context)
  case .checklist(let list):
    if list.codes == nil { frame.drawChecklist(list, state, in: body, context) }
  case .rating: break
  }
  switch state.overlay {
  case .help(let line): frame.drawHelp(state, from: line, in: body, context)
  case .palette(let palette): frame.drawPalette(palette, state, in: body, context)
  case .confirm(let confirmation): frame.drawConfirmation(confirmation, state, in: body, context)
  case .ticket(let menu): frame.drawTicketMenu(menu, state, in: body, context)
  case .message(let message): frame.drawMessage(message, state, in: body, context)
  case .question(let form): frame.drawQuestion(form, state, in: body, context)
  case .offers(let menu): frame.drawOffers(menu, state, in: body, context)
  case .overrule(let form): frame.drawOverruling(form, in: body, context)
  case .offer(let form): frame.drawOffer(form, state, in: body, context)
  case .answers(let list): frame.drawAnswers(list, state, in: body, context)
  case nil: break
  }
  if let notice = state.notice { frame.drawNotice(notice, context) }
  return frame
}

extension Frame {
  mutating func drawTooSmall(
    _ size: Size, least: Size = State.leastSize, _ context: Context
  ) {
    let need = TextWrap.lines(context.words.tooSmallSize(size, least), width: size.columns)
    let middle = Rect(size).centred(columns: size.columns, rows: need.count + 1)
    draw(
      context.words.tooSmall, in: middle.line(0), style: context[.textStrong], alignment: .centre)
    for (offset, line) in need.enumerated() {
      draw(line, in: middle.line(offset + 1), style: context[.text], alignment: .centre)
    }
  }
}
