import Dispatch
import SQLite
import Synchronization
import Testing

@Suite struct ConnectionTests {
  let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", access: .create)
    try connection.execute(
      "CREATE TABLE thing (number INTEGER PRIMARY KEY, name TEXT, bytes BLOB, size REAL) STRICT")
  }

  @Test(arguments: ["", "Ёлкина", "a\u{0}b", "🪪", String(repeating: "ы", count: 100_000)])
  func textComesBackAsItWas(_ text: String) throws {
    try connection.run("INSERT INTO thing (name) VALUES (?)", text)
    let back = try connection.value("SELECT name FROM thing", as: String.self)
    #expect(back == text)
  }

  @Test(arguments: [[], [0], Array(0...255)] as [[UInt8]])
  func bytesComeBackAsTheyWere(_ bytes: [UInt8]) throws {
    try connection.run("INSERT INTO thing (bytes) VALUES (?)", bytes)
    let kind = try connection.value("SELECT typeof(bytes) FROM thing", as: String.self)
    #expect(kind == "blob")
    #expect(try connection.value("SELECT bytes FROM thing", as: [UInt8].self) == bytes)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
  func numbersComeBackAsTheyWere(_ number: Int64) throws {
    try connection.run("INSERT INTO thing (number, size) VALUES (?, ?)", number, 0.1)
    let back = try connection.first("SELECT number, size FROM thing") { row in
      (try row.next() as Int64, try row.next() as Double)
    }
    #expect(back?.0 == number)
    #expect(back?.1 == 0.1)
  }

  @Test func nothingIsNull() throws {
    try connection.run("INSERT INTO thing (name, bytes) VALUES (?, ?)", nil as String?, Value.null)
    let back = try connection.first("SELECT name, bytes FROM thing") { row in
      (try row.next() as String?, try row.next() as [UInt8]?)
    }
    let (name, bytes) = try #require(back)
    #expect(name == nil && bytes == nil)
  }

  @Test func aColumnOfAnotherClassIsAnErrorThatNamesIt() throws {
    try connection.run("INSERT INTO thing (name) VALUES ('x')")
    let error = #expect(throws: SQLiteError.self) {
      try connection.first("SELECT name FROM thing") { try $0.next() as Int }
    }
    #expect(error?.primary == .mismatch)
    #expect(error?.message.contains("name") == true)
  }

  @Test func anErrorCarriesNoBoundValue() throws {
    try connection.execute("CREATE UNIQUE INDEX one ON thing (name)")
    let insert = "INSERT INTO thing (name) VALUES (?)"
    try connection.run(insert, "Секретова")
    let error = #expect(throws: SQLiteError.self) { try connection.run(insert, "Секретова") }
    #expect(error?.isDuplicate == true)
    #expect(error?.sql == insert)
    #expect(error?.description.contains("Секретова") == false)
  }

  @Test func aFullTextErrorCarriesNoBoundValue() throws {
    try connection.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
    let error = #expect(throws: SQLiteError.self) {
      try connection.all("SELECT word FROM words WHERE words MATCH ?", "\"Секретова") {
        try $0.next() as String
      }
    }
    #expect(error?.description.contains("Секретова") == false)
  }

  @Test func oneStatementCanBeUsedInsideItself() throws {
    for number in 1...3 { try connection.run("INSERT INTO thing (number) VALUES (?)", number) }
    let select = "SELECT number FROM thing ORDER BY number"
    var pairs: [[Int]] = []
    try connection.forEach(select) { outer in
      let first: Int = try outer.next()
      try connection.forEach(select) { inner in
        pairs.append([first, try inner.next()])
        return true
      }
      return true
    }
    #expect(pairs.count == 9)
    #expect(pairs.last == [3, 3])
  }

  @Test func moreStatementsThanAreKeptWorkTheSame() throws {
    for number in 0..<500 {
      #expect(try connection.value("SELECT \(number)", as: Int.self) == number)
    }
    #expect(try connection.value("SELECT 0", as: Int.self) == 0)
  }

  @Test func aTransactionThatThrowsLeavesNothing() throws {
    struct Halt: Error {}
    #expect(throws: Halt.self) {
      try connection.transaction(.immediate) {
        try connection.run("INSERT INTO thing (name) VALUES ('x')")
        throw Halt()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.value("SELECT count(*) FROM thing", as: Int.self) == 0)
  }

  @Test func aCommitThatFailsLeavesNothingAndNoTransaction() throws {
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      CREATE TABLE part (
        thing INTEGER REFERENCES thing (number) DEFERRABLE INITIALLY DEFERRED) STRICT;
      """)
    let error = #expect(throws: SQLiteError.self) {
      try connection.transaction(.immediate) {
        try connection.run("INSERT INTO part VALUES (7)")
      }
    }
    #expect(error?.primary == .constraint)
    #expect(!connection.isInTransaction)
    #expect(try connection.value("SELECT count(*) FROM part", as: Int.self) == 0)
  }

  @Test func anotherThreadStopsALongStatement() throws {
    let handle = connection.interruptHandle
    let isDone = Flag()
    // An interrupt that comes before the statement begins is lost, so that it is said again.
    interruptElsewhere(handle, until: isDone)
    let error = #expect(throws: SQLiteError.self) {
      try connection.value(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT count(*) FROM n
        """, as: Int.self)
    }
    isDone.raise()
    #expect(error?.primary == .interrupted)
  }

  /// Interrupts hit BEGIN, COMMIT and ROLLBACK as well; none may leave a transaction open.
  @Test func interruptsAtAnyMomentLeaveNoTransactionOpen() throws {
    let handle = connection.interruptHandle
    let isDone = Flag()
    interruptElsewhere(handle, until: isDone)
    defer { isDone.raise() }
    var stopped = 0
    while stopped < 300 {
      do {
        try connection.transaction(.deferred) {
          _ = try connection.value(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000)
            SELECT count(*) FROM n
            """, as: Int.self)
        }
      } catch let error as SQLiteError {
        #expect(error.primary == .interrupted)
        stopped += 1
      }
      try #require(!connection.isInTransaction)
    }
  }

  @Test func anInterruptAfterClosingIsHarmless() {
    let handle = connection.interruptHandle
    connection.close()
    handle.interrupt()
    connection.close()
  }

  @Test func aCopyHoldsWhatTheOriginalHolds() throws {
    try connection.run("INSERT INTO thing (name) VALUES ('x')")
    let copy = try Connection(path: ":memory:", access: .create)
    try connection.copy(into: copy)
    #expect(try copy.value("SELECT name FROM thing", as: String.self) == "x")
  }

  @Test func aMissingFileCannotBeOpened() {
    let error = #expect(throws: SQLiteError.self) {
      _ = try Connection(path: "/nowhere/at/all.sqlite", access: .readWrite)
    }
    #expect(error?.primary == .cannotOpen)
  }

  @Test func aHardenedConnectionKeepsItsSchemaFromHands() throws {
    try connection.harden()
    #expect(throws: SQLiteError.self) {
      try connection.execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema")
    }
    #expect(throws: SQLiteError.self) { try connection.execute("SELECT \"no such column\"") }
  }
}

private final class Flag: Sendable {
  private let value = Mutex(false)
  var isRaised: Bool { value.withLock { $0 } }
  func raise() { value.withLock { $0 = true } }
}

/// On a thread of its own: tests may hold all those of the cooperative pool.
private func interruptElsewhere(_ handle: InterruptHandle, until isDone: Flag) {
  DispatchQueue.global().async {
    while !isDone.isRaised { handle.interrupt() }
  }
}
