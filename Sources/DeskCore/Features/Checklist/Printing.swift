// The list on paper.

package import Domain

/// A list that is on its way to the printer.
package struct Printing: Hashable, Sendable {
  package var number: Int
  package var since: Instant

  /// How long a printer may take before somebody has to look, in seconds.
  static let patience: Int64 = 10
}

/// What became of a list that was to be printed.
package enum PrintResult: Hashable, Sendable {
  case done, failed
  /// The configuration names no command that prints.
  case noCommand
}

extension State {
  mutating func print(_ checklist: Checklist) -> [Effect] {
    guard printing == nil else {
      notice = .printing
      return []
    }
    prints += 1
    printing = Printing(number: prints, since: clock.now)
    notice = .printing
    return [
      .printChecklist(checklist, number: prints), .wake(afterSeconds: Printing.patience),
    ]
  }

  /// What a silent printer says after all still counts.
  mutating func take(printed number: Int, _ result: PrintResult) -> [Effect] {
    guard number == prints else { return [] }
    printing = nil
    notice = .printed(result)
    return []
  }

  mutating func timeOutPrinting() {
    guard let printing,
      clock.now.milliseconds - printing.since.milliseconds >= Printing.patience * 1000
    else { return }
    self.printing = nil
    notice = .printed(.failed)
  }
}
