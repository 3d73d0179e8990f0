// F8: one question, with a form for each kind of answer.

package import Domain

package struct QuestionForm: Hashable, Sendable {
  /// An answer to choose; «не знает» is the last of them.
  package enum Option: Hashable, Sendable {
    case truth(Bool)
    case choice(Fact.Choice)
    case notKnown
  }

  package var fact: Fact
  /// The services that wait for the answer.
  package var services: [Service.ID]
  package var selection = 0
  /// For a number, money or a day.
  package var field = TextField("", room: 20)
  /// What was typed is no answer.
  package var isWrong = false
  /// From where the answer is known.
  package var source: Remark.Source = .citizen
  /// What was told before, and has to be asked again by now.
  package var earlier: Remark?

  /// - Parameter services: those that wait for the answer.
  init(_ fact: Fact, services: [Service.ID] = [], earlier: Remark?) {
    self.fact = fact
    self.services = services
    self.earlier = earlier
  }

  /// Goes through the sources.
  mutating func turnSource() {
    let all = Remark.Source.allCases
    let place = all.firstIndex(of: source) ?? 0
    source = all[(place + 1) % all.count]
  }

  package var isTyped: Bool {
    switch fact.kind {
    case .number, .money, .date: true
    case .yesNo, .choice: false
    }
  }

  package var options: [Option] {
    switch fact.kind {
    case .yesNo: [.truth(true), .truth(false), .notKnown]
    case .choice: (fact.choices ?? []).map(Option.choice) + [.notKnown]
    case .number, .money, .date: []
    }
  }

  /// What the field says, as an answer; money is typed in roubles.
  func typedAnswer(today: CalendarDate) -> FactValue? {
    let text = field.text.filter { $0 != " " && $0 != "\u{A0}" }
    return switch fact.kind {
    case .date: dateFromTyping(text, today: today).map(FactValue.date)
    case .money: kopecks(text).flatMap { fact.value("\($0)") }
    default: fact.value(text)
    }
  }

  private func kopecks(_ text: String) -> Int? {
    let parts = text.split(whereSeparator: { ",.юЮ".contains($0) })
    guard (1...2).contains(parts.count), parts[0].count <= 10, let roubles = Int(parts[0]) else {
      return nil
    }
    guard parts.count == 2 else { return roubles * 100 }
    guard parts[1].count <= 2, let rest = Int(parts[1]), rest >= 0 else { return nil }
    return roubles * 100 + (parts[1].count == 1 ? rest * 10 : rest)
  }
}
