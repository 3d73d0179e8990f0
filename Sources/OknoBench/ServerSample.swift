internal import Domain
internal import SamplePeople
internal import Sync

/// Rows as the central store of an invented centre would send them in a snapshot: of ten, four citizens,
/// five visits (every second one goes on with an earlier case) and one rating.
struct ServerSample {
  static let batch = SyncLimit.snapshotBatch
  static let cursor = SyncCursor(epoch: "bench", number: 1, chain: "")

  let count: Int
  let situations: [LifeSituation]
  private let people: [Citizen]

  init(count: Int, situations: [LifeSituation]) {
    self.count = count
    self.situations = situations
    people = Array(SamplePeople(seed: 41, count: count * 4 / 10))
  }

  /// What a clerk types to find some of its people.
  var queries: [String] {
    // Each letter of each is typed six times, which takes longer than a fill where there are many.
    let step = max(1, people.count / 12)
    return stride(from: step / 2, to: people.count, by: step).map { index in
      let details = people[index].details
      return "\(details.surname) \(details.givenName)".lowercased()
    }
  }

  /// Calls `body` with one batch after the other.
  func forEachBatch(_ body: ([SyncRow]) throws -> Void) rethrows {
    var ids = IDSource(seed: 17)
    let visits = count * 5 / 10
    let total = people.count + visits + count / 10
    var batch: [SyncRow] = []
    for index in 0..<total {
      if index < people.count {
        batch.append(Self.row(people[index]))
      } else if index < people.count + visits {
        batch.append(visit(index - people.count, of: visits, &ids))
      } else {
        batch.append(Self.rating(index, &ids, situations[index % situations.count].id))
      }
      if batch.count == Self.batch {
        try body(batch)
        batch = []
      }
    }
    if !batch.isEmpty { try body(batch) }
  }

  private static func row(_ citizen: Citizen) -> SyncRow {
    let details = citizen.details
    var body = """
      {"id": "\(citizen.id)", "audience": "\(details.audience.rawValue)", \
      "surname": \(quoted(details.surname)), "given_name": \(quoted(details.givenName)), \
      "patronymic": \(quoted(details.patronymic))
      """
    if let date = details.birthDate { body += ", \"birth_date\": \"\(date)\"" }
    if let snils = details.snils { body += ", \"snils\": \"\(snils.digits)\"" }
    if let phone = details.phone { body += ", \"phone\": \"\(phone.digits)\"" }
    return SyncRow(entity: .citizen, id: citizen.id.uuid, version: 1, body: body + "}")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func visit(_ index: Int, of visits: Int, _ ids: inout IDSource) -> SyncRow {
    let first = index % max(visits / 2, 1)
    let start = Instant(milliseconds: 1_760_000_000_000)
    let started = start + Int64(index) * 90
    let id = ids.makeUUID(at: started)
    let situation = situations[first % situations.count]
    let services = situation.services.prefix(2).map {
      "{\"id\": \"\($0.id)\", \"outcome\": \"\(index == first ? "accepted" : "issued")\"}"
    }
    let caseID = UUIDv7(high: 0x0195_0000_0000_7000, low: 0x8000_0000_0000_0000 | UInt64(first))
    return SyncRow(
      entity: .visit, id: id, version: 1,
      body: """
        {"id": "\(id)", "case": "\(caseID)", "desk": "01950000-0000-7000-8000-000000000001", \
        "note": "", "ended": "\((started + 300).iso8601)", "ticket": null, "channel": "counter", \
        "citizen": "\(people[first * 7919 % people.count].id)", \
        "started": "\(started.iso8601)", "services": [\(services.joined(separator: ", "))], \
        "situation": "\(situation.id)", "event_date": null}
        """)
  }

  private static func rating(
    _ index: Int, _ ids: inout IDSource, _ situation: LifeSituation.ID
  ) -> SyncRow {
    let day = CalendarDate(dayNumber: 20_400 + index % 300)
    let id = ids.makeUUID(at: Instant(milliseconds: Int64(day.dayNumber) * 86_400_000))
    return SyncRow(
      entity: .rating, id: id, version: 1,
      body: """
        {"id": "\(id)", "day": "\(day)", "score": \(index % 5 + 1), "result": "given", \
        "criteria": ["clarity", "empathy"], "too_fast": false, "situation": "\(situation)"}
        """)
  }
}
