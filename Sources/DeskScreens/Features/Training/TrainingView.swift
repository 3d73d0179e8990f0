// What a training adds to the desk's screens: the mark that is on all of them, and a strip with the
// visitor's words and a hint.

internal import Canvas
internal import DeskCore
internal import Domain

extension TrainingScene {
  /// «ДЕМО», and how the clock goes.
  func mark(_ words: Phrases) -> String {
    let clock = speed == 0 ? " " + words.training.paused : speed == 1 ? "" : " ×\(speed)"
    return " \(words.training.mark)\(clock) "
  }
}

extension BoardState {
  /// The visitor who needs the supervisor, a hint, and the keys of the clock.
  func trainingLines(_ words: Phrases) -> [(text: String, isHint: Bool)] {
    guard let training else { return [] }
    var lines: [(text: String, isHint: Bool)] = []
    if let visitor = training.visitor {
      let said = words.training.says(
        visitor.name, visitor.looks(words.language), visitor.says(words.language))
      lines.append((said, false))
    }
    lines.append((training.word.map { words.training.hint($0(words.language)) } ?? "", true))
    lines.append((words.training.boardKeys, true))
    return lines.filter { !$0.text.isEmpty }
  }
}

extension State {
  func trainingMark(_ words: Phrases) -> String? { training?.scene.mark(words) }

  /// The strip's lines for the screen's width: the visitor's words on two at most, the hint on one.
  func trainingLines(_ words: Phrases) -> [(text: String, isHint: Bool)] {
    guard let training else { return [] }
    let columns = max(1, size.columns - 2)
    var lines: [(text: String, isHint: Bool)] = []
    if let visitor = training.scene.visitor {
      var said = visitor.says(words.language)
      if training.hasAsked, let more = visitor.leavesOut { said += " " + more(words.language) }
      let text = words.training.says(visitor.name, visitor.looks(words.language), said)
      let most = size.rows < 24 ? 1 : 2
      lines += TextWrap.lines(text, width: columns).prefix(most).map { ($0, false) }
    }
    if let word = training.scene.word {
      let text = words.training.hint(word(words.language))
      lines += TextWrap.lines(text, width: columns).prefix(1).map { ($0, true) }
    }
    return lines
  }
}

extension Frame {
  /// Drawn last, so that no screen can be without it.
  mutating func drawTrainingMark(_ mark: String?, _ context: Context) {
    guard let mark else { return }
    draw(mark, in: Rect(size).splitTop(1).top, style: context[.demo])
  }

  mutating func drawTrainingStrip(
    _ lines: [(text: String, isHint: Bool)], in rect: Rect, _ context: Context
  ) {
    for (offset, line) in lines.enumerated() {
      let style = context[line.isHint ? .statusWarning : .demo]
      fill(rect.line(offset), style: style)
      draw(line.text, in: rect.line(offset).inset(columns: 1), style: style)
    }
  }
}
