// An employee's own answer about a service: which, and why.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawOverruling(_ form: OverruleForm, in rect: Rect, _ context: Context) {
    let words = context.words
    let width = min(66, rect.columns)
    let head = [form.service.title(words.language), words.advice.byRule(form.judged)]
    let note = TextWrap.lines(words.advice.overruleNote, width: width - 4)
    let rows = head.count + form.verdicts.count + note.count + 6
    let inside = dialog(
      words.advice.overrule, columns: width, rows: min(rows, rect.rows), in: rect, context)
    for (row, line) in head.enumerated() {
      draw(line, in: inside.line(row), style: context[row == 0 ? .dialog : .dialogBorder])
    }
    let (rest, foot) = inside.splitTop(head.count + 1).rest.splitBottom(note.count + 2)
    for (row, line) in note.enumerated() {
      draw(line, in: foot.line(row), style: context[.dialogBorder])
    }
    draw(
      form.reason == nil ? words.advice.chosenAdvice : words.offers.reasonAdvice,
      in: foot.line(note.count + 1), style: context[.dialogBorder])
    if let reason = form.reason {
      drawField(
        reason, placeholder: words.advice.overruleHint, in: rest.line(0), isFocused: true, context)
      return
    }
    drawList(
      count: form.verdicts.count, selection: form.selection, in: rest, isFocused: true, context
    ) { frame, index, line, style in
      frame.draw(
        "\(index + 1)  \(words.advice.verdict(form.verdicts[index]))", in: line, style: style)
    }
  }
}
