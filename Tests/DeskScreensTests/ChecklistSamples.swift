// Every phrase of the list.

import DeskCore

@testable import DeskScreens

enum ChecklistSamples {
  static func texts(_ words: ChecklistPhrases) -> [(name: String, value: String)] {
    let plain = Mirror(reflecting: words).children.flatMap { child -> [(String, String)] in
      let name = "checklist.\(child.label ?? "")"
      if let text = child.value as? String { return [(name, text)] }
      let list = child.value as? [String] ?? []
      return list.enumerated().map { ("\(name).\($0)", $1) }
    }
    let results = [PrintResult.done, .failed, .noCommand].map {
      ("checklist.printed.\($0)", words.printed($0))
    }
    return plain + results + [
      ("checklist.title", words.title("—")), ("checklist.ready", words.ready("24.11.2026")),
      ("checklist.after", words.after("1, 2")), ("checklist.forSteps", words.forSteps("1, 2")),
      ("checklist.apply", words.apply("—")),
      ("checklist.total", words.total("1")), ("checklist.feesUnknown", words.feesUnknown("1")),
      ("checklist.complexRequest", words.complexRequest("1, 2")),
      ("checklist.codePlace", words.codePlace(1, 3)),
    ]
  }
}
