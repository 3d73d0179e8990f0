// Every phrase about accounts.

import DeskCore
import DeskTestSupport
import Domain

@testable import DeskScreens

enum StaffSamples {
  static func texts(_ words: StaffPhrases) -> [(name: String, value: String)] {
    let clock = Clock(now: Sample.now, offset: .moscow)
    let messages: [LockScreen.Message] = [
      .wrong, .wait(until: Sample.now + 5), .locked, .closed,
    ]
    let faults: [AccountForm.Fault] = [.name, .pin(.length), .pin(.weak), .again, .old]
    var texts = Mirror(reflecting: words).children.compactMap { child in
      (child.value as? String).map { (name: "staff.\(child.label ?? "")", value: $0) }
    }
    texts += Employee.Role.allCases.map { ("staff.role.\($0)", words.role($0)) }
    texts += messages.map { ("staff.message.\($0)", words.message($0, clock)) }
    texts += faults.map { ("staff.fault.\($0)", words.fault($0)) }
    texts += AccountForm.Field.allCases.map { ("staff.field.\($0)", words.field($0)) }
    for purpose in [AccountForm.Purpose.first, .ownPIN] {
      texts.append(("staff.formTitle.\(purpose)", words.formTitle(purpose)))
      texts.append(("staff.formAdvice.\(purpose)", words.formAdvice(purpose)))
    }
    return texts
  }
}
