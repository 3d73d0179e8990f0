// The catalogue's nouns: what a person's life brings, and what the state does about it.
// Plain values; how they are read from files is Catalogue's business.

/// A text in the languages of the catalogue. Russian is always there.
package struct LocalizedText: Codable, Hashable, Sendable {
  package var ru: String
  package var en: String?

  package init(ru: String, en: String? = nil) {
    self.ru = ru
    self.en = en
  }

  /// The text in `language`, in Russian where it has not been translated.
  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .ru: ru
    case .en: en ?? ru
    }
  }
}

/// A language of the screen and of the catalogue (BCP 47 primary subtag).
package enum Language: String, Codable, CaseIterable, Sendable { case ru, en }

/// Whom a situation or a service is for.
package enum Audience: String, Codable, CaseIterable, Sendable { case person, business, staff }

/// A law or another act on which an entry rests.
package struct LegalBasis: Codable, Hashable, Sendable {
  /// The act as it is cited: kind, date, number and name.
  package var act: String
  /// Article, part or paragraph, where it is known.
  package var article: String?

  package init(act: String, article: String? = nil) {
    self.act = act
    self.article = article
  }
}

/// Where an entry's facts were read, and when a person last checked them.
package struct Provenance: Codable, Hashable, Sendable {
  /// An address, or the act itself.
  package var source: String
  package var reviewed: CalendarDate

  package init(source: String, reviewed: CalendarDate) {
    self.source = source
    self.reviewed = reviewed
  }
}

/// A span of days as a term or a deadline states it.
package struct Term: Codable, Hashable, Sendable {
  package enum Unit: String, Codable, CaseIterable, Sendable {
    case calendarDays = "calendar_days"
    case workingDays = "working_days"
    case months
    case years
  }
  package var count: Int
  package var unit: Unit
  /// From when it is counted, or for whom it differs.
  package var note: LocalizedText?

  package init(_ count: Int, _ unit: Unit, note: LocalizedText? = nil) {
    self.count = count
    self.unit = unit
    self.note = note
  }
}

/// A state fee. No fee at all is `kopecks: 0`; a fee that is not known is absent.
package struct Fee: Codable, Hashable, Sendable {
  package var kopecks: Int
  package var note: LocalizedText?

  package init(kopecks: Int, note: LocalizedText? = nil) {
    self.kopecks = kopecks
    self.note = note
  }
}

/// A paper or a piece of data that services ask for; listed once for the whole catalogue.
package struct Document: Codable, Hashable, Identifiable, Sendable {
  package struct ID: CatalogueID {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  /// How the document reaches the service.
  package enum Origin: String, Codable, CaseIterable, Sendable {
    /// The citizen brings the original.
    case bring
    /// The state fetches it itself; it must not be asked for (Federal Law 210-FZ, article 7).
    case interagency
    /// A copy is enough.
    case copy
  }

  package var id: ID
  package var title: LocalizedText
  package var origin: Origin

  package init(id: ID, title: LocalizedText, origin: Origin) {
    self.id = id
    self.title = title
    self.origin = origin
  }
}

/// One public service (CPSV-AP `cpsv:PublicService`).
package struct Service: Codable, Hashable, Identifiable, Sendable {
  package struct ID: CatalogueID {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  package enum Channel: String, Codable, CaseIterable, Sendable {
    /// At a centre «Мои Документы».
    case centre
    /// On a portal of public services.
    case portal
    /// The state starts it by itself.
    case proactive
    /// Only at the responsible body.
    case body
  }

  package enum Level: String, Codable, CaseIterable, Sendable { case federal, regional }

  /// A document as this service needs it.
  package struct Requirement: Codable, Hashable, Sendable {
    package var id: Document.ID
    /// Where this service differs from the document's usual origin.
    package var origin: Document.Origin?
    /// When or for whom it is needed.
    package var note: LocalizedText?
    /// One of the service's documents with this word is enough.
    package var oneOf: String?

    enum CodingKeys: String, CodingKey {
      case id, origin, note
      case oneOf = "one_of"
    }

    package init(
      id: Document.ID, origin: Document.Origin? = nil, note: LocalizedText? = nil,
      oneOf: String? = nil
    ) {
      self.id = id
      self.origin = origin
      self.note = note
      self.oneOf = oneOf
    }
  }

  package var id: ID
  package var title: LocalizedText
  /// A name for lists, where the title is too long for them.
  package var short: LocalizedText?
  /// The names that people use for it.
  package var colloquial: [String]
  package var body: LocalizedText
  package var level: Level
  package var audience: [Audience]
  package var channels: [Channel]
  package var fee: Fee?
  package var term: Term?
  package var result: LocalizedText
  package var documents: [Requirement]
  /// What a clerk should say or look at.
  package var note: LocalizedText?
  package var legalBasis: [LegalBasis]
  package var provenance: Provenance

  enum CodingKeys: String, CodingKey {
    case id, title, short, colloquial, body, level, audience, channels, fee, term, result,
      documents, note
    case legalBasis = "legal_basis"
    case provenance
  }

  package init(
    id: ID, title: LocalizedText, short: LocalizedText? = nil, colloquial: [String],
    body: LocalizedText, level: Level,
    audience: [Audience], channels: [Channel], fee: Fee?, term: Term?, result: LocalizedText,
    documents: [Requirement], note: LocalizedText?, legalBasis: [LegalBasis],
    provenance: Provenance
  ) {
    self.id = id
    self.title = title
    self.short = short
    self.colloquial = colloquial
    self.body = body
    self.level = level
    self.audience = audience
    self.channels = channels
    self.fee = fee
    self.term = term
    self.result = result
    self.documents = documents
    self.note = note
    self.legalBasis = legalBasis
    self.provenance = provenance
  }
}

/// What happened in a person's life (CPSV-AP `cv:LifeEvent` or `cv:BusinessEvent`).
package struct LifeSituation: Codable, Hashable, Identifiable, Sendable {
  package struct ID: CatalogueID {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  /// The day from which deadlines count.
  package struct Event: Codable, Hashable, Sendable {
    package var title: LocalizedText
    package init(title: LocalizedText) { self.title = title }
  }

  package struct Question: Codable, Hashable, Sendable {
    package var id: String
    package var text: LocalizedText
    package init(id: String, text: LocalizedText) {
      self.id = id
      self.text = text
    }
  }

  /// Something that must be done by a day counted from the event.
  package struct Deadline: Codable, Hashable, Sendable {
    package var title: LocalizedText
    package var within: Term
    package var service: Service.ID?
    package var legalBasis: LegalBasis?

    enum CodingKeys: String, CodingKey {
      case title, within, service
      case legalBasis = "legal_basis"
    }

    package init(
      title: LocalizedText, within: Term, service: Service.ID?, legalBasis: LegalBasis?
    ) {
      self.title = title
      self.within = within
      self.service = service
      self.legalBasis = legalBasis
    }
  }

  /// A service in its place: the list's order is the order in which things are done.
  package struct Link: Codable, Hashable, Sendable {
    package var id: Service.ID
    /// Services of this situation whose result this one needs.
    package var after: [Service.ID]?
    /// For whom or when it is due.
    package var when: LocalizedText?

    package init(id: Service.ID, after: [Service.ID]? = nil, when: LocalizedText? = nil) {
      self.id = id
      self.after = after
      self.when = when
    }
  }

  package var id: ID
  package var title: LocalizedText
  package var audience: Audience
  /// A sentence as the citizen says it.
  package var inWords: LocalizedText
  /// Other ways in which people say it.
  package var synonyms: [String]
  /// Words for the clerk: how to begin, with what care.
  package var care: LocalizedText
  package var event: Event?
  package var questions: [Question]
  package var deadlines: [Deadline]
  package var services: [Link]
  /// What is true of everyone in this situation, so that nobody is asked.
  package var facts: [Fact.ID: StatedFact]?
  package var provenance: Provenance

  enum CodingKeys: String, CodingKey {
    case id, title, audience, synonyms, care, event, questions, deadlines, services, facts
    case provenance
    case inWords = "in_words"
  }

  package init(
    id: ID, title: LocalizedText, audience: Audience, inWords: LocalizedText, synonyms: [String],
    care: LocalizedText, event: Event?, questions: [Question], deadlines: [Deadline],
    services: [Link], facts: [Fact.ID: StatedFact]? = nil, provenance: Provenance
  ) {
    self.id = id
    self.title = title
    self.audience = audience
    self.inWords = inWords
    self.synonyms = synonyms
    self.care = care
    self.event = event
    self.questions = questions
    self.deadlines = deadlines
    self.services = services
    self.facts = facts
    self.provenance = provenance
  }
}
