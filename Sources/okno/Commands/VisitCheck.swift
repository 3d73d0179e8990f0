internal import DeskCore
internal import Domain
internal import LocalStore

/// Which days the command line takes, the same as the screen.
enum DateLimits {
  static let firstYear = 1900

  /// A birth may be expected, a move planned: an event may lie a year ahead.
  static func hasEvent(_ date: CalendarDate, today: CalendarDate) -> Bool {
    date.year >= firstYear && date <= today.adding(months: 12)
  }
}

/// What the screen does not let a clerk enter either.
enum VisitCheck {
  static func eventDate(_ date: CalendarDate?, _ session: Session) throws(Failure) {
    let today = session.now.date(offset: session.offset)
    guard let date, !DateLimits.hasEvent(date, today: today) else { return }
    let last = today.adding(months: 12)
    throw .badData(
      "bad_input", ru: "день события \(date) не подходит; допустимо: с 1900-01-01 по \(last)",
      en: "the day of the event \(date) does not fit; allowed: 1900-01-01 to \(last)")
  }

  /// Services are marked on the sheet of a situation: each must stand there.
  static func services(
    _ lines: [Visit.Line], of situation: LifeSituation.ID, _ store: LocalStore
  ) throws {
    guard let sheet = try store.sheet(of: situation) else {
      throw StoreError.notFound(kind: "situation", id: situation.rawValue)
    }
    let linked = Set(sheet.situation.services.map(\.id))
    for line in lines where !linked.contains(line.id) {
      guard try store.service(line.id) != nil else {
        throw StoreError.notFound(kind: "service", id: line.id.rawValue)
      }
      throw Failure.badData(
        "not_linked",
        ru: "услуги «\(line.id)» нет в ситуации «\(situation)». "
          + "Её услуги: okno situation show \(situation)",
        en: "the service “\(line.id)” does not belong to the situation “\(situation)”. "
          + "Its services: okno situation show \(situation)")
    }
  }
}
