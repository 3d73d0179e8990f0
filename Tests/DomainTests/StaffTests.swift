import Domain
import Testing

@Suite struct StaffTests {
  private static func pin(_ digits: String) -> PIN { PIN(digits.utf8) ?? PIN() }

  @Test(arguments: [
    "123456", "654321", "000000", "111111111111", "121212", "123123", "987654", "890123", "112233",
    "332211", "210987", "123412341234", "1234567890",
  ])
  func whatAnybodyWouldTryFirstIsRefused(digits: String) {
    // A period of four is long enough to be a choice of its own.
    #expect(Self.pin(digits).fault == (digits == "123412341234" ? nil : .weak))
  }

  @Test(arguments: ["314159", "271828", "123465", "112234", "900913", "135792"])
  func otherPINsAreTaken(digits: String) { #expect(Self.pin(digits).fault == nil) }

  @Test(arguments: ["", "12345", "1234567890123", "12 456", "12345a", "１２３４５６"])
  func aPINIsSixToTwelveDigits(text: String) { #expect(PIN(text.utf8) == nil) }

  @Test func refusesFewOfTheMillion() {
    let refused = (0..<1_000_000).count { number in
      var pin = PIN()
      var power = 100_000
      while power > 0 {
        pin.append(UInt8(number / power % 10))
        power /= 10
      }
      return pin.fault == .weak
    }
    #expect(refused == 1_130)
  }

  @Test func digitsComeAndGoAtTheEnd() {
    var pin = PIN()
    for digit: UInt8 in [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9] { pin.append(digit) }
    #expect((0..<pin.count).map { pin[$0] } == [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8])
    for _ in 0..<6 { pin.removeLast() }
    #expect(pin == Self.pin("314159"))
    for _ in 0..<9 { pin.removeLast() }
    #expect(pin == PIN())
  }

  @Test func aPINShowsItselfToNobody() {
    var text = ""
    dump(Self.pin("314159"), to: &text)
    text += "\(Self.pin("314159")) \(String(reflecting: Self.pin("314159")))"
    #expect(!text.contains("3141") && !text.contains("word"), "\(text)")
  }

  /// Wrong PINs, each as soon as it may be: the waits before the next, in seconds, and the lock.
  @Test func waitsGrowAndThenItIsLocked() {
    var attempts = SignInAttempts()
    var now = Instant(milliseconds: 1_000_000)
    var waits: [Int64] = []
    while attempts.standing(at: now) != .locked {
      #expect(attempts.standing(at: now) == .open)
      attempts.note(at: now)
      if case .waiting(let end) = attempts.standing(at: now) {
        waits.append((end.milliseconds - now.milliseconds) / 1000)
        #expect(attempts.standing(at: end + -1) != .open)
        now = end
      }
    }
    #expect(waits == [5, 10, 20, 40, 80, 160, 320])
    #expect(attempts.failures == SignInAttempts.most)
    #expect(attempts.standing(at: now + 1_000_000_000) == .locked)
  }

  @Test func aClockThatWasTurnedBackLocksNobodyOut() {
    var attempts = SignInAttempts()
    for _ in 1...5 { attempts.note(at: Instant(milliseconds: 9_000_000)) }
    #expect(attempts.standing(at: Instant(milliseconds: 1_000_000)) == .open)
  }

  /// Every cell of the table, written down: who may do what.
  @Test func theTableOfRoles() {
    let table: [Permission: String] = [
      .serve: "cs", .erase: "sa", .issueTickets: "cs", .callTickets: "cs", .runQueue: "s",
      .report: "s", .readFeedback: "s", .train: "st", .manageStaff: "a", .resetPIN: "sa",
      .readAudit: "sa", .maintain: "a",
    ]
    let letters: [Employee.Role: Character] = [
      .clerk: "c", .supervisor: "s", .trainer: "t", .administrator: "a",
    ]
    for permission in Permission.allCases {
      for role in Employee.Role.allCases {
        let employee = Employee(id: id(1), name: "Орлов", roles: [role])
        let isWritten = letters[role].map { table[permission]?.contains($0) == true }
        #expect(employee.may(permission) == isWritten, "\(permission) \(role)")
        var closed = employee
        closed.disabled = Instant(milliseconds: 0)
        #expect(!closed.may(permission))
      }
    }
  }

  @Test func nobodyResetsThePINOfAnEqualOrAHigherAccount() {
    func may(_ author: Employee.Role, _ other: Set<Employee.Role>) -> Bool {
      Employee(id: id(1), name: "А", roles: [author])
        .mayResetPIN(of: Employee(id: id(2), name: "Б", roles: other))
    }
    #expect(may(.supervisor, [.clerk]) && may(.supervisor, [.clerk, .trainer]))
    #expect(!may(.supervisor, [.supervisor]) && !may(.supervisor, [.clerk, .administrator]))
    #expect(Employee.Role.allCases.allSatisfy { may(.administrator, [$0]) })
    #expect(!may(.clerk, [.clerk]) && !may(.trainer, [.clerk]))
  }

  private func id(_ number: UInt64) -> Employee.ID { Employee.ID(UUIDv7(high: 0, low: number)) }
}
