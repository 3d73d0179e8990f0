// What a training adds to the desk's screens: the mark that is on all of them, and a strip with the
// visitor's words and a hint.

internal import Canvas
internal import DeskCore
internal import Domain

extension TrainingScene {
  /// «ДЕМО», and how the clock goes.
  func mark(_ words: Phrases, isLed: Bool) -> String {
    let clock = speed == 0 ? " " + words.training.paused : speed == 1 ? "" : " ×\(speed)"
    let led = isLed ? " · " + words.training.ledMark : ""
    return " \(words.training.mark)\(clock)\(led) "
  }

  /// What stands below the visitor's words: whose the keys are, what a trainer says, a hint. What the lesson
  /// teaches is told while there is nothing else.
  func told(_ words: Phrases, isLed: Bool, _ size: Size) -> [String] {
    let columns = max(1, size.columns - 2)
    func lines(_ text: String?, most: Int) -> [String] {
      let all = text.map { TextWrap.lines($0, width: columns) } ?? []
      return Array(all.prefix(size.rows < 24 ? 1 : most))
    }
    let said =
      lines(isLed ? words.training.led : nil, most: 1)
      + lines(comment.map { words.training.trainerSays($0(words.language)) }, most: 3)
      + lines(
        word.map { words.training.hint($0(words.language)) }, most: visitor == nil ? 2 : 1)
    guard said.isEmpty, visitor == nil, hall.isEmpty, let goal else { return said }
    return lines(
      isDone ? words.training.allDone : words.training.goal(goal(words.language)), most: 2)
  }
}

extension BoardState {
  func trainingMark(_ words: Phrases) -> String? { training?.mark(words, isLed: isLed) }

  /// The visitor who needs the supervisor, a hint, and the keys of the clock.
  func trainingLines(_ words: Phrases) -> [(text: String, isHint: Bool)] {
    guard let training else { return [] }
    let columns = max(1, size.columns - 2)
    var lines = training.hall.flatMap { visitor in
      let said = words.training.says(
        visitor.name, visitor.looks(words.language), visitor.says(words.language))
      return TextWrap.lines(said, width: columns).prefix(2).map { (text: $0, isHint: false) }
    }
    lines += training.told(words, isLed: isLed, size).map { ($0, true) }
    lines.append((words.training.boardKeys, true))
    if seat != nil {
      lines += TextWrap.lines(words.training.seatKeys, width: columns).map { ($0, true) }
    }
    return lines
  }
}

extension State {
  func trainingMark(_ words: Phrases) -> String? {
    training.map { $0.scene.mark(words, isLed: $0.isLed) }
  }

  /// The strip's lines for the screen's width: the visitor's words on two at most, the hint on one.
  func trainingLines(_ words: Phrases) -> [(text: String, isHint: Bool)] {
    guard let training else { return [] }
    let columns = max(1, size.columns - 2)
    var lines: [(text: String, isHint: Bool)] = []
    if let visitor = training.scene.visitor {
      var said = visitor.says(words.language)
      if training.hasAsked {
        let told = [
          visitor.leavesOut.map { $0(words.language) },
          visitor.eventDate.map { words.training.happened(typed($0)) },
        ].compactMap(\.self)
        said += " " + (told.isEmpty ? words.training.nothingMore : told.joined(separator: " "))
      }
      let text = words.training.says(visitor.name, visitor.looks(words.language), said)
      let most = size.rows < 24 ? 1 : 2
      lines += TextWrap.lines(text, width: columns).prefix(most).map { ($0, false) }
    }
    return lines + training.scene.told(words, isLed: training.isLed, size).map { ($0, true) }
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
