// The sign-in: the accounts with their numbers, then the PIN as dots. Nothing of the work behind it.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawLock(_ lock: LockScreen, _ state: State, _ context: Context) {
    let words = context.words.staff
    let (header, rest) = Rect(size).splitTop(1)
    drawHeader(state, in: header, context)
    let (middle, advice) = rest.splitBottom(1)
    let inside = middle.inset(columns: 1)
    let chosen = lock.chosen.flatMap { state.staff?.roster[$0] }
    let (top, below) = inside.splitTop(2)
    draw(
      chosen == nil ? words.whoAreYou : words.enterPIN, in: top.line(0), style: context[.heading])
    if let chosen {
      drawPIN(of: chosen, lock, state, in: below, context)
    } else {
      drawAccounts(lock, state, in: below, context)
    }
    draw(
      chosen == nil ? words.listAdvice : words.pinAdvice, in: advice.inset(columns: 1),
      style: context[.textMuted])
  }

  private mutating func drawAccounts(
    _ lock: LockScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.staff
    let (line, rest) = rect.splitTop(2)
    drawField(lock.query, placeholder: words.listHint, in: line.line(0), isFocused: true, context)
    let typing = cursor
    let (list, foot) = rest.splitBottom(1)
    let rows = state.rows(of: lock)
    if rows.isEmpty { draw(words.nobody, in: list, style: context[.textMuted]) }
    let digits = "\(rows.last?.number ?? 1)".count
    drawList(
      count: rows.count, selection: lock.selection, in: list, isFocused: true, context
    ) { frame, index, line, style in
      let (number, name) = line.splitLeft(digits + 2)
      frame.draw("\(rows[index].number)", in: number, style: style)
      frame.draw(rows[index].employee.name, in: name, style: style)
    }
    cursor = typing
    drawMessage(lock, state, in: foot, context)
  }

  private mutating func drawPIN(
    of employee: Employee, _ lock: LockScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    draw(employee.name, in: rect.line(0), style: context[.textStrong])
    drawDots(lock.pin, in: rect.line(2), isFocused: true, context)
    drawMessage(lock, state, in: rect.line(4), context)
  }

  /// A PIN as dots, in a field as long as the longest.
  mutating func drawDots(
    _ pin: PIN, in rect: Rect, isFocused: Bool, isInvalid: Bool = false, _ context: Context
  ) {
    let field = rect.splitLeft(PIN.lengths.upperBound + 2).left
    let style = context[isInvalid ? .inputInvalid : isFocused ? .inputFocus : .input]
    fill(field, style: style)
    draw(String(repeating: "•", count: pin.count), in: field, style: style)
    if isFocused { cursor = Point(column: field.column + pin.count, row: field.row) }
  }

  private mutating func drawMessage(
    _ lock: LockScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    guard let message = lock.message else { return }
    draw(
      "! \(context.words.staff.message(message, state.clock))", in: rect,
      style: context[.statusError])
  }
}
