import Domain
import SQLite
import SamplePeople
import SearchText
import Testing

@testable import LocalStore

@Suite struct CitizenScanTests {
  /// What the indexes answer against looking at everybody.
  @Test func aScanFindsWhomAPlainComparisonFinds() throws {
    let desk = try SearchDesk(samples: 3000)
    let people = Array(SamplePeople(seed: 5, count: 3000)).map { NameKeys($0.details) }
    var names = NameVocabulary()
    while try names.load(desk.store.connection) {}
    var random = IDSource(seed: 21)
    for _ in 0..<600 {
      let pattern = Self.pattern(people.randomElement(using: &random), &random)
      let fitting = people.filter { keys in
        NameRole.allCases.allSatisfy { keys[$0].starts(with: pattern[$0]) }
      }
      for vocabulary in [names, NameVocabulary()] {
        var scan = CitizenScan(connection: desk.store.connection, names: vocabulary, wanted: 20)
        let found = try scan.candidates(pattern)
        let areFitting = found.allSatisfy { candidate in
          NameRole.allCases.allSatisfy { candidate.keys[$0].starts(with: pattern[$0]) }
        }
        #expect(areFitting)
        // Given names are tried one by one, the commonest first: a patronymic alone may find fewer.
        let isWhole = !(pattern.surname.isEmpty && pattern.givenName.isEmpty)
        let numbers = Set(found.map(\.number))
        if isWhole { #expect(numbers.count >= min(fitting.count, 20), "\(pattern)") }
        #expect(fitting.isEmpty || !found.isEmpty, "\(pattern)")
      }
    }
  }

  private static func pattern(_ keys: NameKeys?, _ random: inout IDSource) -> NamePattern {
    guard let keys else { return NamePattern(surname: [0x26]) }
    var pattern = NamePattern()
    while pattern == NamePattern() {
      for role in NameRole.allCases where Bool.random(using: &random) {
        let length = min(keys[role].count, Int.random(in: 1...6, using: &random))
        pattern[role] = Array(keys[role].prefix(length))
      }
    }
    return pattern
  }

  /// More of one name than a scan looks at must not hide another of the same surname.
  @Test(arguments: ["иванова мар", "мария иванова"])
  func aCommonSurnameHidesNobody(_ text: String) throws {
    var ids = IDSource(seed: 12)
    func person(_ surname: String, _ givenName: String) -> Citizen {
      Citizen(
        id: ids.makeID(at: TestStore.morning),
        details: CitizenDetails(surname: surname, givenName: givenName, patronymic: "Петровна"))
    }
    let others = (0..<8500).map { _ in person("Иванова", "Анна") }
    let desk = try SearchDesk(
      others + [person("Ивановская", "Марина"), person("Иванова", "Мария")])
    let first = try desk.search(text).first
    #expect(first?.title == "Иванова Мария Петровна")
  }

  @Test(arguments: [
    (CitizenScan.alongOneSurname, "citizen_by_surname"),
    (CitizenScan.alongSurnames, "citizen_by_surname"),
    (CitizenScan.alongGivenNames, "citizen_by_given"),
    (CitizenScan.alongPatronymics, "citizen_by_given"),
  ])
  func scansReadIndexesAlone(_ sql: String, _ index: String) throws {
    let plan = try Self.plan(sql)
    #expect(plan.contains("SEARCH citizen USING COVERING INDEX \(index)"), "\(plan)")
    #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
  }

  private static func plan(_ sql: String) throws -> String {
    let desk = try SearchDesk()
    return try desk.store.connection.all("EXPLAIN QUERY PLAN " + sql) { row in
      try row.get(3, as: String.self)
    }.joined(separator: "\n")
  }

  /// `name_word` and `citizen_word` say what `citizen` says, after any history.
  @Test func theWordsOfNamesStayInStep() throws {
    let desk = try SearchDesk(samples: 200)
    let connection = desk.store.connection
    var people = Array(SamplePeople(seed: 5, count: 200))
    var fresh = Array(SamplePeople(seed: 6, count: 400))
    var random = IDSource(seed: 4)
    for _ in 0..<400 {
      let place = Int.random(in: 0..<people.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        let citizen = fresh.removeLast()
        try CitizenTable.insert(connection, citizen)
        people.append(citizen)
      case 1:
        people[place].details = fresh.removeLast().details
        try CitizenTable.update(connection, people[place])
      default: try CitizenTable.delete(connection, people.remove(at: place).id)
      }
    }
    #expect(try Self.storedWords(connection) == Self.words(people))
    #expect(
      try connection.value("SELECT count(*) FROM citizen_word", as: Int.self)
        == people.reduce(0) { $0 + NameKeys($1.details).laterWords.count })
  }

  private static func storedWords(_ connection: Connection) throws -> [String: Int] {
    var words: [String: Int] = [:]
    try connection.forEach("SELECT role, word, citizens FROM name_word") { row in
      let role: Int = try row.next()
      let word: [UInt8] = try row.next()
      words["\(role) \(Letter.text(of: word))"] = try row.next()
      return true
    }
    return words
  }

  private static func words(_ people: [Citizen]) -> [String: Int] {
    var words: [String: Int] = [:]
    for keys in people.map({ NameKeys($0.details) }) {
      for role in NameRole.allCases {
        for word in keys[role].split(separator: Letter.gap) {
          words["\(role.rawValue) \(Letter.text(of: Array(word)))", default: 0] += 1
        }
      }
    }
    return words
  }

  @Test func theFirstFillIsLikeAddingOneByOne() throws {
    let (filledDesk, addedDesk) = (try SearchDesk(samples: 150), try SearchDesk())
    let (filled, added) = (filledDesk.store.connection, addedDesk.store.connection)
    for citizen in SamplePeople(seed: 5, count: 150) { try CitizenTable.insert(added, citizen) }
    #expect(try Self.storedWords(filled) == Self.storedWords(added))
    func indexes(_ connection: Connection) throws -> Set<String> {
      Set(
        try connection.all("SELECT sql FROM sqlite_schema WHERE tbl_name = 'citizen'") {
          try $0.next(String?.self) ?? ""
        })
    }
    #expect(try indexes(filled) == indexes(added))
    filledDesk.store.close()
    addedDesk.store.close()
  }
}
