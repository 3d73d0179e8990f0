// The supervisor's board: the centre on one screen.

package import Canvas
package import DeskCore
internal import Domain

/// Draws the board, or the wall, with `theme`. The frame depends on nothing else.
package func view(_ state: BoardState, theme: Theme) -> Frame {
  let context = Context(theme: theme, words: Phrases.of(state.language))
  var frame = Frame(size: state.size, style: theme[.text])
  if let seat = state.seat, seat.isOpen {
    frame.drawSeat(seat, state.clock, context)
    return frame
  }
  if state.isTooSmall {
    frame.drawTooSmall(state.size, context)
  } else if state.isWall {
    frame.drawWall(state, context)
  } else {
    frame.drawBoard(state, context)
  }
  frame.drawTrainingMark(state.trainingMark(context.words), context)
  return frame
}

extension Frame {
  fileprivate mutating func drawBoard(_ state: BoardState, _ context: Context) {
    let words = BoardPhrases.of(state.language)
    let figures = QueueFigures(state.day.queue, offset: state.clock.offset, at: state.clock.now)
    let (header, rest) = Rect(size).splitTop(1)
    let (middle, bar) = rest.splitBottom(1)
    let told = state.trainingLines(context.words)
    let (above, strip) = middle.splitBottom(told.count)
    drawTrainingStrip(told, in: strip, context)
    let (summary, lists) = above.splitTop(3)
    let mark = state.trainingMark(context.words).map { DisplayWidth.columns(of: $0) }
    drawSideHeader(
      words.title, centre: state.training?.lesson(state.language) ?? state.centreName, state.clock,
      mark: mark ?? 0, in: header, context)
    drawSummary(state, figures, words, in: summary.inset(columns: 1), context)
    drawPanes(BoardLists(state, figures, words), in: lists, context)
    fill(bar, style: context[.keyBar])
    draw(words.advice(state.pane), in: bar.inset(columns: 1), style: context[.keyBar])
    drawBoardOverlay(state, words, in: lists, context)
    if let notice = state.notice {
      let style = context[notice.isProblem ? .toastError : .toast]
      fill(bar, style: style)
      draw(
        (notice.isProblem ? "! " : "") + words.notice(notice), in: bar.inset(columns: 1),
        style: style)
    }
  }

  private mutating func drawSummary(
    _ state: BoardState, _ figures: QueueFigures, _ words: BoardPhrases, in rect: Rect,
    _ context: Context
  ) {
    let open = state.day.windows.filter { $0.isOpen }
    let parts = [
      words.waiting(state.day.queue.waiting.count, figures.lateNow),
      words.windows(
        open.count, open.filter { $0.state == .free }.map { state.name(of: $0.id) }),
    ]
    draw(
      parts.joined(separator: " · "), in: rect,
      style: context[figures.lateNow > 0 ? .statusWarning : .textStrong])
    let hours = HourBars.hours([figures.issued])
    let bars = HourBars.text(
      Array(figures.issued[hours]), most: figures.issued.max() ?? 0,
      steps: HourBars.steps(context.theme))
    let day = "\(words.byHour) \(hours.lowerBound)|\(bars)|\(hours.upperBound)"
    let means = words.means(words.length(figures.meanWait), words.length(figures.meanServing))
    draw("\(means) · \(day)", in: rect.line(1), style: context[.text])
    let (text, role) = state.standing(words)
    draw(text, in: rect.line(2), style: context[role])
  }
}

extension BoardState {
  /// The third line: what keeps the board from being true, else the ratings.
  fileprivate func standing(_ words: BoardPhrases) -> (text: String, role: Role) {
    if trouble != nil { return (words.unreadable, .statusError) }
    if isCutOff {
      return (
        words.old(synced.map { $0.civil(offset: clock.offset).time.short }), .statusError
      )
    }
    return (words.ratings(day.ratings), .textMuted)
  }
}

extension BoardPhrases {
  /// A mean, to the nearest minute; a dash where there is nothing to tell.
  fileprivate func length(_ milliseconds: Int64?) -> String {
    milliseconds.map { minutes(Int(($0 + 30_000) / 60_000)) } ?? "–"
  }
}
