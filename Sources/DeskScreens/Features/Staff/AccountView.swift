// The form for the first account, and for a new PIN.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawAccount(_ form: AccountForm, in rect: Rect, _ context: Context) {
    let words = context.words.staff
    let inside = rect.inset(columns: 1)
    let (title, rest) = inside.splitTop(2)
    draw(words.formTitle(form.purpose), in: title, style: context[.heading])
    let (body, foot) = rest.splitTop(form.fields.count + 1)
    for (index, field) in form.fields.enumerated() {
      drawAccountField(field, form, in: body.line(index), context)
    }
    let (fault, advice) = foot.splitTop(2)
    if let found = form.fault {
      draw("! \(words.fault(found))", in: fault.line(0), style: context[.statusError])
    }
    let typing = cursor
    drawWrapped(words.formAdvice(form.purpose), in: advice, style: context[.textMuted])
    cursor = typing
  }

  private mutating func drawAccountField(
    _ field: AccountForm.Field, _ form: AccountForm, in line: Rect, _ context: Context
  ) {
    let isFocused = form.field == field
    let (label, input) = line.splitLeft(22)
    draw(
      context.words.staff.field(field), in: label,
      style: context[isFocused ? .textStrong : .text])
    let isInvalid = isFocused && form.fault != nil
    if field == .name {
      drawField(
        form.name, in: input.splitLeft(min(36, input.columns)).left, isFocused: isFocused,
        isInvalid: isInvalid, context)
    } else {
      drawDots(form[field], in: input, isFocused: isFocused, isInvalid: isInvalid, context)
    }
  }
}
