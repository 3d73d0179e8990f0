package import Domain
internal import SQLite

// What is said of citizens and outlives the visit.

extension LocalStore {
  /// Keeps what was said of a citizen outside a visit. The same one told twice is kept once.
  ///
  /// - Throws: `.notFound` for a citizen without a card, `.badInput` for what is no remark.
  package func tell(
    _ draft: RemarkDraft, of citizen: Citizen.ID, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      let standing = try CitizenTable.standing(for: citizen, transaction.connection)
      try tell([draft], of: standing, in: nil, transaction, stamp)
    }
  }

  /// Within a transaction; each is an operation and an entry of the audit.
  func tell(
    _ drafts: [RemarkDraft], of citizen: Citizen.ID, in visit: Visit.ID?,
    _ transaction: WriteTransaction, _ stamp: Stamp
  ) throws {
    let connection = transaction.connection
    guard try CitizenTable.row(of: citizen, connection) != nil else {
      throw StoreError.notFound(kind: "citizen", id: "\(citizen)")
    }
    for draft in drafts where try !RemarkTable.contains(draft.id, connection) {
      try RemarkRules.check(draft)
      let remark = Remark(
        id: draft.id, citizen: citizen, content: draft.content, situation: draft.situation,
        visit: visit, told: stamp.now, employee: stamp.author.employee, desk: stamp.author.desk)
      try RemarkTable.put(remark, ServerMark(version: 0, generation: 0), connection)
      try transaction.record(remark.operation, remark.body, about: citizen, by: stamp)
      try transaction.audit(
        .added, "remark", "\(remark.id)", purpose: "\(citizen)", stamp)
    }
  }
}

enum RemarkRules {
  /// As the central store has it.
  private static let longestValue = 200

  static func check(_ draft: RemarkDraft) throws {
    let text = RemarkText(draft.content)
    guard isLine(text.subject), isLine(text.value) else {
      throw StoreError.badInput("a remark is about something and says something")
    }
    switch draft.content {
    case .fact: break
    case .offer(_, let answer, let reason, _):
      guard isReason(reason), answer != .declined || !reason.isEmpty else { throw noReason }
    case .verdict(_, _, let reason):
      guard isReason(reason), !reason.isEmpty, draft.situation != nil else { throw noReason }
    }
  }

  private static var noReason: StoreError {
    .badInput("a reason is one line of 1 to \(Remark.longestReason) letters")
  }

  private static func isReason(_ text: String) -> Bool {
    text.count <= Remark.longestReason && !hasControls(text)
  }

  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.count <= longestValue && !hasControls(text)
  }

  private static func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
