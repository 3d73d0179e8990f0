import Testing

@testable import JSON5

private enum Kind: String, Decodable { case bring, copy }

private struct Entry: Decodable, Equatable {
  struct Title: Decodable, Equatable {
    var ru: String
    var en: String?
  }
  var id: String
  var title: Title
  var count: Int?
  var kinds: [Kind]?
}

private func problem(_ text: String) -> String {
  do {
    _ = try document(text).decode([Entry].self)
    return "no mistake"
  } catch {
    return "\(error)"
  }
}

private let sample = """
  [
    { id: "a", title: { ru: "А" } },
    // the second
    { id: "b",
      title: {
        ru: "Б",
        en: "B" },
      kinds: ["bring",
        "copy"] },
  ]
  """

@Suite struct MeaningTests {
  @Test func `a document as a type`() throws {
    let entries = try document(sample).decode([Entry].self)
    #expect(entries.map(\.id) == ["a", "b"])
    #expect(entries[1].kinds == [.bring, .copy])
  }

  @Test(arguments: [
    ("[\n{id: 'a'}]", "f.json5:2: [0]: `title` is missing"),
    ("[\n{id: 'a',\ntitle: {en: 'A'}}]", "f.json5:3: [0].title: `ru` is missing"),
    (
      "[{id: 'a',\n title: {ru:\n 5}}]",
      "f.json5:2: [0].title.ru: a text in quotes is wanted here, not a number"
    ),
    ("{id: 'a'}", "f.json5:1: a list [ ] is wanted here, not an object { }"),
    (
      "[\n{id: null, title: {ru: ''}}]",
      "f.json5:2: [0].id: a text in quotes is wanted here, not null"
    ),
    (
      "[{id: 'a', title: {ru: ''},\n kinds: ['bring',\n 'byhand']}]",
      "f.json5:3: [0].kinds[1]: \"byhand\" is not one of the values that may stand here"
    ),
    (
      "[{id: 'a', title: {ru: ''},\n\n count: 1.5}]",
      "f.json5:3: [0].count: 1.5 does not fit here"
    ),
    (
      "[{id: 'a', title: {ru: ''}, count: 'x'}]",
      "f.json5:1: [0].count: a whole number is wanted here, not a text"
    ),
  ])
  func `a value that does not fit is told with its line`(text: String, message: String) {
    #expect(problem(text) == message)
  }

  @Test func `numbers of every kind`() throws {
    let numbers = try document("[0x10, 5.0, 1e3, -7]")
    #expect(try numbers.decode([Int].self) == [16, 5, 1000, -7])
    #expect(try numbers.decode([Float].self) == [16, 5, 1000, -7])
    #expect(try numbers.decode(UInt8.self, at: [.index(0)]) == 16)
    #expect(throws: JSON5Error.self) { try numbers.decode(UInt8.self, at: [.index(3)]) }
    #expect(throws: JSON5Error.self) { try numbers.decode(Int.self, at: [.index(4)]) }
  }

  @Test func `one entry of a list`() throws {
    let parsed = try document("[\n{id: 'a'},\n{id: 'b', title: {ru: 'Б'}}]")
    #expect(try parsed.decode(Entry.self, at: [.index(1)]).id == "b")
    let error = #expect(throws: JSON5Error.self) {
      try parsed.decode(Entry.self, at: [.index(0)])
    }
    #expect(error?.description == "f.json5:2: [0]: `title` is missing")
  }

  @Test func `lines of values`() throws {
    let parsed = try document(sample)
    #expect(parsed.line(of: []) == 1)
    #expect(parsed.line(of: [.index(1)]) == 4)
    #expect(parsed.line(of: [.index(1), .key("title"), .key("en")]) == 7)
    #expect(parsed.line(of: [.index(1), .key("kinds"), .index(1)]) == 9)
    #expect(parsed.line(of: [.index(1), .key("kinds"), .index(7)]) == 8)
    #expect(parsed.line(of: [.index(1), .key("absent"), .key("x")]) == 4)
  }

  @Test func `texts and keys with their places`() throws {
    let parsed = try document(sample)
    #expect(parsed.strings().map(\.text) == ["a", "А", "b", "Б", "B", "bring", "copy"])
    #expect(parsed.strings().map(\.line) == [2, 2, 4, 6, 7, 8, 9])
    #expect(parsed.strings().last?.path.written == "[1].kinds[1]")
    #expect(parsed.keys().map(\.text) == ["id", "title", "ru", "id", "title", "ru", "en", "kinds"])
    #expect(parsed.keys().map(\.line) == [2, 2, 2, 4, 5, 6, 7, 8])
  }

  @Test func `keys that should not be there`() throws {
    let parsed = try document(
      """
      [
        { id: "a", tittle: { ru: "А" }, id: "b", free: { any: 1 } },
        { title: { ru: "А",
          de: "A" }, zzz: [] },
      ]
      """)
    let title = JSON5Shape.object(["ru": .any, "en": .any])
    let shape = JSON5Shape.list(
      .object(["id": .any, "title": title, "free": .map(.object(["x": .any]))]))
    #expect(
      parsed.unknownKeys(in: shape).map(\.description) == [
        "f.json5:2: [0].tittle: unknown key: did you mean `title`?",
        "f.json5:4: [1].title.de: unknown key",
        "f.json5:4: [1].zzz: unknown key",
      ])
    #expect(
      parsed.duplicateKeys().map(\.description) == [
        "f.json5:2: [0].id: this key stands in line 2 already"
      ])
  }

  @Test(arguments: [
    ("tittle", ": did you mean `title`?"), ("titl", ": did you mean `title`?"), ("zzzzz", ""),
    (String(repeating: "title", count: 100), ""),
  ])
  func `the word that was meant`(word: String, hint: String) {
    #expect(Spelling.hint(for: word, among: ["id", "title"]) == hint)
  }
}
