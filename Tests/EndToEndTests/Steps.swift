// What stories have in common: the clerk's usual steps, and what holds after each of them.

internal import Canvas
internal import TerminalRobot
internal import Testing

/// Words of the screen that stories wait for.
enum Shown {
  static let home = "Что случилось?"
  static let services = "[Услуги]"
  static let visitForm = "Запись визита"
  /// Spaced, as the heading draws it.
  static let rating = "К а к   в а с   о б с л у ж и л и ?"
  /// Of a visit or of a citizen's card.
  static let draftOffer = "Продолжить"
  static let leaveQuestion = "Не всё записано. Выйти?"
}

extension Robot {
  /// Finds the birth of a child by its usual words and opens it.
  func openBirth() throws {
    try type("родился ребенок")
    try waitFor("> ситуация   Рождение ребёнка")
    try press(.enter)
    try waitFor(Shown.services)
  }

  /// Marks the first service and opens the visit's form.
  func openForm() throws {
    try press(.character(" "))
    try waitFor("отмечено: 1")
    try press(.function(4))
    try waitFor(Shown.visitForm)
  }

  /// Saves the form; the screen is then the citizen's.
  func saveVisit() throws {
    try press(.function(4))
    try waitFor(Shown.rating)
  }

  func rate(_ digit: Character) throws {
    try press(.character(digit))
    try waitFor("Enter — отправить")
    try press(.enter)
    try waitFor("ответ принят")
  }

  func leave() throws -> TerminalRobot.ExitStatus {
    try press(.function(10))
    return try waitForExit()
  }

  /// The terminal is as the program found it.
  func expectRestored(_ location: SourceLocation = #_sourceLocation) {
    #expect(!showsSecondScreen, sourceLocation: location)
    #expect(cursor != nil, sourceLocation: location)
    #expect(lineModes == .cooked, sourceLocation: location)
    #expect(!reportsMouse, sourceLocation: location)
  }
}
