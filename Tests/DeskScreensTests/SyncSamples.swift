// Every phrase about the link, with an argument where it takes one.

import DeskCore
import DeskTestSupport
import Domain

@testable import DeskScreens

enum SyncSamples {
  static let done: [SyncDone] = [
    .retried, .dropped, .settled, .keptApart, .merged(kept: Sample.id(1), merged: Sample.id(2)),
    .unmerged(from: Sample.id(1)),
  ]

  static let chips: [ChipWord] =
    [
      .alone, .elsewhere, .connecting, .linked, .offline, .busy, .sending(3), .filling(percent: 41),
      .data("09:41"), .pending(12), .refused(2), .conflicts(1), .duplicates(2),
      .both(refused: 2, conflicts: 1),
      .tasks(3), .localStore, .forked, .clock, .release, .rows,
    ] + SyncStatus.Stop.allCases.map(ChipWord.stopped)

  static let sentences: [SyncSentence] =
    [
      .alone, .elsewhere, .connecting, .linked, .offline(again: "12:07"), .offline(again: nil),
      .busy(again: "12:07"), .busy(again: nil), .data("09:41"), .noData, .sending(3), .pending(12),
    ] + SyncStatus.Stop.allCases.map(SyncSentence.stopped)
    + SyncStatus.Trouble.allCases.map(SyncSentence.trouble)

  static let actions: [RefusedScreen.Action] = [.retry, .amend, .drop]

  static func texts(_ words: SyncPhrases) -> [(name: String, value: String)] {
    var texts = Mirror(reflecting: words).children.compactMap { child in
      (child.value as? String).map { ("sync.\(child.label ?? "")", $0) }
    }
    func add<Case>(_ name: String, _ cases: [Case], _ phrase: (Case) -> String) {
      texts += cases.map { ("sync.\(name).\($0)", phrase($0)) }
    }
    add("chip", chips, words.chip)
    add("sentence", sentences, words.sentence)
    add("operation", Operation.Kind.allCases, words.operation)
    add("refusal", Refusal.allCases, words.refusal)
    add("refusalAdvice", Refusal.allCases, words.refusalAdvice)
    add("action", actions, words.action)
    add("doubleReason", [.snils, .nameAndBirthDate], words.doubleReason)
    add("answer", DoubleScreen.Answer.allCases, words.answer)
    add("done", done, words.done)
    texts += [
      ("sync.rows", words.rows("1", "2")), ("sync.attention", words.attention(2, 1, 3)),
      ("sync.tasks", words.tasks(3)),
    ]
    return texts
  }
}
