// Every phrase of the pages and of feedback.

import DeskCore
import DeskTestSupport
import Domain

@testable import DeskScreens

enum PageSamples {
  static func texts(_ words: Phrases) -> [(name: String, value: String)] {
    plain("pages", words.pages) + plain("targets", words.targets)
      + plain("feedback", words.feedback) + callbacks(CallbackPhrases.of(words.language))
      + pages(words.pages) + targets(words.targets)
      + [
        ("feedback.catalogue", words.feedback.catalogue("1")),
        ("feedback.given", words.feedback.done(.given)),
        ("feedback.answered", words.feedback.done(.answered)),
      ]
  }

  private static func callbacks(_ words: CallbackPhrases) -> [(name: String, value: String)] {
    plain("callbacks", words)
      + [
        ("callbacks.open", words.figures(CallbackFigures(open: 2, overdue: 1))),
        ("callbacks.figures", words.figures(CallbackFigures(settled: 3, wonBack: 1))),
        ("callbacks.until", words.until("1")), ("callbacks.asked", words.asked("1")),
        ("callbacks.choiceTitle", words.choiceTitle("1")),
      ]
      + Callback.Outcome.allCases.flatMap {
        [
          ("callbacks.outcome.\($0.rawValue)", words.outcome($0)),
          ("callbacks.choice.\($0.rawValue)", words.choice($0)),
        ]
      }
  }

  /// What is text already, through reflection: a phrase that is added is tested.
  private static func plain(_ name: String, _ words: Any) -> [(name: String, value: String)] {
    Mirror(reflecting: words).children.compactMap { child in
      (child.value as? String).map { (name: "\(name).\(child.label ?? "")", value: $0) }
    }
  }

  private static func pages(_ words: PagePhrases) -> [(name: String, value: String)] {
    var texts = [
      ("pages.ownDay", words.ownDay("1")), ("pages.deskDay", words.deskDay("1")),
      ("pages.served", words.served(1, 2)), ("pages.toFeedback", words.toFeedback("1") + "."),
      ("pages.strength", words.strength(Sample.strengths[0].strength)),
    ]
    for lengths in [[30_000], [120_000, 1_200_000]].compactMap({ Lengths($0, limit: 900_000) }) {
      texts.append(("pages.serving", words.serving(lengths)))
      texts.append(("pages.waiting", words.waiting(lengths)))
    }
    return texts
  }

  private static func targets(_ words: TargetPhrases) -> [(name: String, value: String)] {
    var texts = [
      ("targets.title", words.title("1", "2")),
      ("targets.electronicOf", words.electronicOf(Sample.targetPage.targets.electronic)),
      ("targets.electronicMissing", words.electronicMissing(2)),
      ("targets.supported", words.supported(2)),
      ("targets.responseRate", words.responseRate(0.5)),
      ("targets.nobody", words.responseRate(nil)),
      ("targets.baseline", words.baseline(TargetFigures.Baseline(year: 2024, notBest: 0.2))),
      ("targets.answersMissing", words.answersMissing(2)),
    ]
    for target in TargetPhrases.Target.allCases {
      texts.append(("targets.name.\(target)", words.name(target)))
      texts.append(("targets.definition.\(target)", words.definition(target)))
    }
    return texts
  }
}
