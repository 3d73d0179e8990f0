import Domain
import FoundationEssentials
import Glibc
import SQLite
import Testing

@testable import LocalStore

/// Where a test's store lies.
enum Place: CaseIterable, Sendable { case memory, disk }

/// A folder that is gone when the test ends. In memory where the system has a file system for that:
/// most tests are not about the disk.
final class TemporaryFolder {
  let path: String

  init() throws {
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(root)/okno-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path + "/" + name)))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
  }

  func has(_ name: String) -> Bool { FileFacts(path + "/" + name) != nil }

  func copy(_ name: String, to other: TemporaryFolder) throws {
    try FileManager.default.copyItem(atPath: path + "/" + name, toPath: other.path + "/" + name)
  }
}

/// A store with a catalogue, and the hand that writes to it.
struct TestStore {
  /// 2026-11-24T07:00:00Z, a Tuesday; ten o'clock in Moscow.
  static let morning = Instant(milliseconds: 1_795_503_600_000)

  let store: LocalStore
  let folder: TemporaryFolder?
  let ids: Ids

  /// A source of ids that a test can use through a constant.
  final class Ids {
    var source: IDSource
    init(seed: UInt64) { source = IDSource(seed: seed) }
    func make<Entity>(_ entity: Entity.Type = Entity.self) -> Identifier<Entity> {
      source.makeID(at: TestStore.morning)
    }
  }

  init(_ place: Place = .memory, seed: UInt64 = 1) throws {
    ids = Ids(seed: seed)
    switch place {
    case .memory:
      folder = nil
      store = try LocalStore(inMemory: IDSource(seed: seed &+ 1), now: Self.morning)
    case .disk:
      let folder = try TemporaryFolder()
      self.folder = folder
      store = try Self.open(folder, seed: seed &+ 1)
    }
    try store.installCatalogue({ SampleCatalogue.content }, fingerprint: [1])
  }

  static func open(
    _ folder: TemporaryFolder, _ access: LocalStore.Access = .readWrite, seed: UInt64 = 99
  ) throws(StoreError) -> LocalStore {
    try LocalStore(
      directory: folder.path, access: access, ids: IDSource(seed: seed), now: morning)
  }

  /// Minutes after the morning's start.
  func stamp(_ minutes: Int64 = 0) -> Stamp {
    Stamp(now: Self.morning + minutes * 60, author: Author(desk: store.desk), offset: .moscow)
  }

  var today: CalendarDate { stamp().today }

  func addCitizen(
    _ surname: String = "Ёлкина", _ givenName: String = "Мария", birthDate: String? = "1990-03-12",
    snils: String? = nil
  ) throws -> Citizen {
    let details = CitizenDetails(
      surname: surname, givenName: givenName, patronymic: "Петровна",
      birthDate: birthDate.flatMap { CalendarDate($0) }, snils: snils.flatMap { SNILS($0) },
      phone: Phone("+7 916 123-45-67"))
    let citizen = Citizen(id: ids.make(), details: details)
    try store.addCitizen(citizen, stamp())
    return citizen
  }

  func visit(
    _ citizen: Citizen.ID?, _ situation: LifeSituation.ID = "birth-of-child",
    _ services: [(Service.ID, Outcome)] = [("birth-certificate", .accepted)],
    minutes: Int64 = 0, note: String = ""
  ) -> Visit {
    Visit(
      id: ids.make(), situation: situation,
      services: services.map { Visit.Line(id: $0.0, outcome: $0.1) }, citizen: citizen,
      channel: .counter, started: Self.morning + minutes * 60,
      ended: Self.morning + (minutes + 5) * 60, note: note)
  }

  @discardableResult
  func log(
    _ citizen: Citizen.ID?, _ situation: LifeSituation.ID = "birth-of-child",
    _ services: [(Service.ID, Outcome)] = [("birth-certificate", .accepted)],
    minutes: Int64 = 0, event: String? = nil
  ) throws -> Visit {
    let visit = visit(citizen, situation, services, minutes: minutes)
    try store.logVisit(
      visit, eventDate: event.flatMap { CalendarDate($0) }, stamp(minutes + 5))
    return visit
  }

  func card(_ id: Citizen.ID) throws -> CitizenCard {
    try store.card(of: id, purpose: "test", stamp())
  }

  /// All rows of a query, as text.
  func rows(_ sql: String) throws -> [String] {
    try store.connection.all(sql) { row in
      var fields: [String] = []
      for column in 0..<row.columnCount { fields.append(Self.text(row, column)) }
      return fields.joined(separator: "|")
    }
  }

  private static func text(_ row: borrowing Row, _ column: Int) -> String {
    if row.isNull(column) { return "NULL" }
    if let text = try? row.text(column) { return text }
    if let number = try? row.integer(column) { return "\(number)" }
    return ((try? row.blob(column)) ?? []).map { String($0, radix: 16) }.joined()
  }
}

/// Two situations, four services, three documents.
enum SampleCatalogue {
  static let content = CatalogueContent(
    situations: [
      situation("birth-of-child", "Рождение ребёнка", ["birth-certificate", "child-allowance"]),
      situation("change-of-residence", "Переезд", ["residence-registration", "passport"]),
    ],
    services: [
      service("birth-certificate", ["passport", "medical-certificate"]),
      service("child-allowance", ["passport"]), service("residence-registration", ["passport"]),
      service("passport", ["photo"]),
    ],
    documents: [
      Document(id: "passport", title: LocalizedText(ru: "Паспорт"), origin: .bring),
      Document(
        id: "medical-certificate", title: LocalizedText(ru: "Справка"), origin: .interagency),
      Document(id: "photo", title: LocalizedText(ru: "Фотография"), origin: .bring),
    ], fingerprint: [1])

  private static let provenance = Provenance(
    source: "test", reviewed: CalendarDate(dayNumber: 20_000))

  private static func situation(
    _ id: LifeSituation.ID, _ title: String, _ services: [Service.ID]
  ) -> LifeSituation {
    LifeSituation(
      id: id, title: LocalizedText(ru: title), audience: .person,
      inWords: LocalizedText(ru: "У меня: \(title)"), synonyms: [], care: LocalizedText(ru: "Ясно"),
      event: nil, questions: [], deadlines: [],
      services: services.map { LifeSituation.Link(id: $0) }, provenance: provenance)
  }

  private static func service(_ id: Service.ID, _ documents: [Document.ID]) -> Service {
    Service(
      id: id, title: LocalizedText(ru: "Услуга \(id)"), colloquial: [],
      body: LocalizedText(ru: "Орган"), level: .federal, audience: [.person], channels: [.centre],
      fee: nil, term: nil, result: LocalizedText(ru: "Результат"),
      documents: documents.map { Service.Requirement(id: $0) }, note: nil, legalBasis: [],
      provenance: provenance)
  }
}
