package import Domain
internal import SQLite

// To whom something can be offered: for a quiet minute, and before somebody comes again.

extension LocalStore {
  /// The citizens to whom something stands today, those with the nearest last day first. Looked at are
  /// those with an open case, those who have put an offer off, and those with a birthday that an offer
  /// counts from; that their cards were looked at is noted in the audit.
  ///
  /// - Parameters:
  ///   - region: whose figures the rules take.
  ///   - expected: looked at in place of those, as they come today; cards that are not here are left out.
  package func offerList(
    _ advice: AdviceBook, _ book: OfferBook, in calendar: ProductionCalendar, region: String?,
    of expected: [Citizen.ID]? = nil, _ stamp: Stamp
  ) throws(StoreError) -> [OfferLine] {
    try write { transaction in
      let connection = transaction.connection
      let candidates = try OfferCandidates(book, stamp, connection).citizens(expected)
      var lines: [OfferLine] = []
      for citizen in candidates {
        guard let card = try LocalStore.standingCard(citizen, connection) else { continue }
        let offers = OfferSearch(
          advice, book, for: card, in: calendar, region: region, today: stamp.today,
          offset: stamp.offset
        ).standing
        guard !offers.isEmpty else { continue }
        lines.append(
          OfferLine(citizen: citizen, name: card.citizen.details.fullName, offers: offers))
      }
      let shown = lines.sorted(by: OfferLine.isSooner).prefix(OfferLine.most)
      for line in shown {
        try transaction.audit(.seen, "citizen", "\(line.citizen)", purpose: "offers", stamp)
      }
      return Array(shown)
    }
  }
}

/// Whose cards are worth a look.
private struct OfferCandidates {
  /// Of each kind.
  private static let most = 500
  /// How long ago an event of an open case may be, and an offer have been put off, in days.
  private static let daysOfCase = 400
  private static let daysOfPutOff = 60
  private static let daysOfBirthday = 30

  private let book: OfferBook
  private let stamp: Stamp
  private let connection: Connection

  init(_ book: OfferBook, _ stamp: Stamp, _ connection: Connection) {
    self.book = book
    self.stamp = stamp
    self.connection = connection
  }

  /// Each card that stands for itself once; of those expected, where they are named.
  func citizens(_ expected: [Citizen.ID]?) throws -> [Citizen.ID] {
    var seen: Set<Citizen.ID> = []
    return try (expected ?? withCases() + withPutOffs() + withBirthdays())
      .map { try CitizenTable.standing(for: $0, connection) }
      .filter { seen.insert($0).inserted }
  }

  private func withCases() throws -> [Citizen.ID] {
    try connection.all(
      """
      SELECT p.id FROM situation_case AS c JOIN citizen AS p ON p.number = c.citizen
      WHERE c.closed IS NULL AND (c.event_date IS NULL OR c.event_date >= ?)
      ORDER BY c.number DESC LIMIT ?
      """, stamp.today.adding(days: -Self.daysOfCase), Self.most
    ) { try $0.next() }
  }

  private func withPutOffs() throws -> [Citizen.ID] {
    try connection.all(
      """
      SELECT DISTINCT citizen FROM remark
      WHERE kind = 'offer' AND told >= ? AND value = 'not_today' LIMIT ?
      """, stamp.now + -Int64(Self.daysOfPutOff) * 86_400, Self.most
    ) { try $0.next() }
  }

  private func withBirthdays() throws -> [Citizen.ID] {
    let spans = Set(
      book.offers.compactMap { offer -> CalendarSpan? in
        guard let from = offer.from, from.origin == .fact(.birthDate), !from.isBefore else {
          return nil
        }
        return from.span
      })
    return try spans.sorted { ($0.unit.rawValue, $0.count) < ($1.unit.rawValue, $1.count) }
      .flatMap { span -> [Citizen.ID] in
        let last = OfferDay(.fact(.birthDate), span, isBefore: true).day(from: stamp.today)
        return try connection.all(
          "SELECT id FROM citizen WHERE birth_date BETWEEN ? AND ? ORDER BY birth_date DESC LIMIT ?",
          last.adding(days: -Self.daysOfBirthday), last, Self.most
        ) { try $0.next() }
      }
  }
}
