// What the store answers with: values that screens show and commands print.

/// By whom, when and in which time zone a change is made.
package struct Stamp: Hashable, Sendable {
  package var now: Instant
  package var author: Author
  package var offset: TimeZoneOffset

  package init(now: Instant, author: Author, offset: TimeZoneOffset) {
    self.now = now
    self.author = author
    self.offset = offset
  }

  /// The centre's calendar day.
  package var today: CalendarDate { now.date(offset: offset) }
  /// When that day began.
  package var startOfDay: Instant { today.start(offset: offset) }
}

/// The whole catalogue as a value, on its way into the store.
package struct CatalogueContent: Hashable, Sendable {
  package var situations: [LifeSituation]
  package var services: [Service]
  package var documents: [Document]
  /// A hash of the files it was read from: another one means that it has to be stored anew.
  package var fingerprint: [UInt8]

  package init(
    situations: [LifeSituation], services: [Service], documents: [Document], fingerprint: [UInt8]
  ) {
    self.situations = situations
    self.services = services
    self.documents = documents
    self.fingerprint = fingerprint
  }
}

/// A life situation as a list shows it.
package struct SituationSummary: Hashable, Identifiable, Sendable, Codable {
  package var id: LifeSituation.ID
  package var title: LocalizedText
  package var audience: Audience
  /// Whose it is, where it was imported from another catalogue.
  package var source: String?

  package init(
    id: LifeSituation.ID, title: LocalizedText, audience: Audience, source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.audience = audience
    self.source = source
  }

  /// The title, and whose it is.
  package func listed(_ language: Language) -> String {
    [title(language), source].compactMap(\.self).joined(separator: " · ")
  }
}

extension [SituationSummary] {
  /// As a reader of `language` looks for them: by their titles, ё with е, those of other catalogues after the
  /// centre's own.
  package func inOrderOfTitles(_ language: Language) -> [SituationSummary] {
    map { (key: $0.title(language).lowercased().replacing("ё", with: "е"), value: $0) }
      .sorted { one, other in
        if (one.value.source == nil) != (other.value.source == nil) {
          return one.value.source == nil
        }
        return (one.key, one.value.id.rawValue) < (other.key, other.value.id.rawValue)
      }
      .map(\.value)
  }
}

/// A life situation with all that its screen needs.
package struct SituationSheet: Hashable, Sendable {
  package var situation: LifeSituation
  /// The linked services, in the situation's order.
  package var services: [Service]
  /// The documents that those services need, each once.
  package var documents: [Document.ID: Document]

  package init(
    situation: LifeSituation, services: [Service], documents: [Document.ID: Document]
  ) {
    self.situation = situation
    self.services = services
    self.documents = documents
  }
}

/// A service that no situation lists, as those of other catalogues often are.
package struct ServiceSheet: Hashable, Sendable {
  package var service: Service
  /// The documents that it needs, each once.
  package var documents: [Document.ID: Document]

  package init(service: Service, documents: [Document.ID: Document]) {
    self.service = service
    self.documents = documents
  }

  package var papers: [Paper] { Paper.merged(of: [service], documents) }
}

/// A citizen with what earlier visits left behind.
package struct CitizenCard: Hashable, Sendable {
  package var citizen: Citizen
  /// Open ones first, then by the moment of opening, the newest first.
  package var cases: [SituationCase]
  /// The newest first.
  package var visits: [Visit]
  /// Cards that were merged into this one and can be taken out again; their cases and visits are
  /// among the ones above.
  package var merged: [Citizen]
  /// Fields that two desks set differently: the citizen is here to be asked.
  package var conflicts: [CardConflict]
  /// Cards that may be the same person's.
  package var duplicates: [DuplicateOffer]
  /// What was said of the citizen and counts, in the order in which it was told.
  package var remarks: [Remark]

  package init(
    citizen: Citizen, cases: [SituationCase], visits: [Visit], merged: [Citizen] = [],
    conflicts: [CardConflict] = [], duplicates: [DuplicateOffer] = [], remarks: [Remark] = []
  ) {
    self.citizen = citizen
    self.cases = cases
    self.visits = visits
    self.merged = merged
    self.conflicts = conflicts
    self.duplicates = duplicates
    self.remarks = remarks
  }
}

/// A visit as a list shows it.
package struct VisitLine: Hashable, Sendable {
  package var visit: Visit
  /// The id where the catalogue has lost the situation.
  package var situationTitle: LocalizedText
  /// Absent in an anonymous consultation and where the citizen was erased.
  package var citizenName: String?

  package init(visit: Visit, situationTitle: LocalizedText, citizenName: String?) {
    self.visit = visit
    self.situationTitle = situationTitle
    self.citizenName = citizenName
  }
}

/// One day of one desk.
package struct DaySummary: Hashable, Sendable {
  /// The newest first.
  package var visits: [VisitLine]
  package var ratings: RatingSummary

  package init(visits: [VisitLine], ratings: RatingSummary) {
    self.visits = visits
    self.ratings = ratings
  }

  package static let empty = DaySummary(visits: [], ratings: .none)
}
