import SQLite
import Testing

@testable import LocalStore

/// The FTS5 tokenizer of `CSQLite/okno_tokenizer.c`.
@Suite struct TokenizerTests {
  let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", access: .create)
    try connection.registerOknoTokenizer()
    try connection.execute(
      """
      CREATE VIRTUAL TABLE text USING fts5 (body, tokenize = 'okno');
      CREATE VIRTUAL TABLE word USING fts5vocab (text, 'row');
      """)
  }

  private func terms(_ body: String) throws -> [String] {
    try connection.run("DELETE FROM text")
    try connection.run("INSERT INTO text (body) VALUES (?)", body)
    return try connection.all("SELECT term FROM word") { try $0.next() }
  }

  private func finds(_ match: String) throws -> Int {
    try connection.value("SELECT count(*) FROM text WHERE text MATCH ?", match) ?? 0
  }

  @Test func aWordGivesItselfAndItsStem() throws {
    #expect(try terms("перевозку") == ["=перевозк", "перевозку"])
    #expect(try terms("running fast") == ["=fast", "=run", "fast", "running"])
    #expect(try terms("450 тысяч") == ["450", "=450", "=тысяч", "тысяч"])
    #expect(try terms("").isEmpty)
    #expect(try terms("  \t\n ").isEmpty)
  }

  @Test func beginningsAreOfTheWrittenWord() throws {
    _ = try terms("перевозку вещей")
    #expect(try finds("\"перевозку\"") == 1)
    #expect(try finds("\"перевоз\" *") == 1)
    #expect(try finds("\"перевозка\"") == 0)
    #expect(try finds("\"=перевозка\"") == 1)
    #expect(try finds("\"=вещь\"") == 1)
    #expect(try finds("\"вещи\"") == 0)
  }

  @Test func anyBytesAreTokens() throws {
    let long = String(repeating: "щ", count: 5000)
    #expect(try terms(long).count == 2)
    #expect(try terms(long).allSatisfy { $0.allSatisfy { $0 == "щ" || $0 == "=" } })
    for blob in ["x'FF'", "x'D0'", "x'D0D0D0FF80'", "x'E28080E2'", "x'3D'", "x'3D3D'", "x'00FF00'"]
    {
      try connection.execute("INSERT INTO text (body) VALUES (CAST(\(blob) AS TEXT))")
    }
    #expect(try connection.value("PRAGMA integrity_check", as: String.self) == "ok")
  }

  @Test func itTakesNoArguments() {
    #expect(throws: SQLiteError.self) {
      try connection.execute("CREATE VIRTUAL TABLE other USING fts5 (body, tokenize = 'okno x')")
    }
  }
}
