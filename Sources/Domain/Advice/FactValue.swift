/// An answer.
package enum FactValue: Hashable, Sendable {
  case truth(Bool)
  case number(Int)
  /// Kopecks.
  case money(Int)
  case date(CalendarDate)
  /// The id of a choice.
  case choice(String)

  package var kind: Fact.Kind {
    switch self {
    case .truth: .yesNo
    case .number: .number
    case .money: .money
    case .date: .date
    case .choice: .choice
    }
  }

  /// The form in which it is stored and written on a command line: `yes`, `3`, `1893900`,
  /// `2026-11-28`, `unemployed`.
  package var text: String {
    switch self {
    case .truth(let truth): truth ? "yes" : "no"
    case .number(let number), .money(let number): "\(number)"
    case .date(let date): date.description
    case .choice(let id): id
    }
  }
}

extension Fact {
  /// The bounds of a number where the fact names none: no product of two of them can overflow.
  package static let widest = Range(from: -1_000_000_000_000, to: 1_000_000_000_000)

  /// Reads what `FactValue.text` has written; `nil` for what is no answer to this question.
  package func value(_ text: String) -> FactValue? {
    switch kind {
    case .yesNo: Self.truths[text].map(FactValue.truth)
    case .number: whole(text).map(FactValue.number)
    case .money: whole(text).map(FactValue.money)
    case .date: CalendarDate(text).map(FactValue.date)
    case .choice: choices?.contains { $0.id == text } == true ? .choice(text) : nil
    }
  }

  /// Whether the value answers this question.
  package func accepts(_ value: FactValue) -> Bool { self.value(value.text) == value }

  private static let truths = ["yes": true, "true": true, "no": false, "false": false]

  private func whole(_ text: String) -> Int? {
    let range = range ?? Self.widest
    guard let number = Int(text), range.from <= number, number <= range.to else { return nil }
    return number
  }
}
