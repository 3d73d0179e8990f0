internal import DeskCore
internal import DeskScreens
internal import Domain
internal import LocalStore

/// What a person calls what the store knows by ids and moments.
struct Names {
  private let situations: [String: LocalizedText]
  private let services: [String: LocalizedText]
  private let session: Session

  init(_ store: LocalStore, _ session: Session) throws {
    situations = try store.situationTitles()
    services = try store.serviceTitles()
    self.session = session
  }

  /// Of an entry that the catalogue no longer has, its id.
  func situation(_ id: LifeSituation.ID) -> String {
    situations[id.rawValue]?(session.language) ?? id.rawValue
  }

  func service(_ id: Service.ID) -> String {
    services[id.rawValue]?(session.language) ?? id.rawValue
  }

  func lines(_ visit: Visit) -> String {
    visit.services.map { "\(service($0.id)) (\(session.phrases.outcome($0.outcome)))" }
      .joined(separator: ", ")
  }

  /// `25.11.2026 18:06`.
  func moment(_ moment: Instant) -> String { session.moment(moment) }
}

extension Session {
  func moment(_ moment: Instant) -> String {
    let (date, time) = moment.civil(offset: offset)
    return "\(typed(date)) \(time.short)"
  }
}
