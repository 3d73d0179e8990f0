import Domain
import Testing

@testable import okno

@Suite struct OutputTests {
  @Test(arguments: [
    (JSONValue.null, "null"), (.bool(true), "true"), (.integer(Int64.min), "-9223372036854775808"),
    (.number(0.25), "0.25"), (.array([]), "[]"), (.object([]), "{}"),
    (["b": 1, "a": [nil, "x"]] as JSONValue, #"{"b":1,"a":[null,"x"]}"#),
    ("«ё» \"\\/", #""«ё» \"\\/""#), ("\n\t\r", #""\n\t\r""#),
    ("\u{0}\u{1B}[2J\u{7F}\u{9B}", #""\u0000\u001b[2J\u007f\u009b""#),
    ("\u{202E}\u{2028}", #""\u202e\u2028""#), ("👩‍👩‍👧", "\"👩‍👩‍👧\""),
  ])
  func valuesAreWritten(_ value: JSONValue, _ text: String) { #expect(value.written == text) }

  @Test func columnsAreAlignedByWidthAndControlsAreVisible() {
    let text = TextTable.text([["ё", "x"], ["界界", "y"], ["a\u{1B}", "z"]])
    #expect(text == "ё     x\n界界  y\na␛    z")
  }

  @Test(arguments: [
    ("plain", "plain"), (".TH", "\\&.TH"), ("'x", "\\&'x"), ("a\\b", "a\\eb"),
    ("--json", "\\-\\-json"),
  ])
  func roffIsEscaped(_ text: String, _ roff: String) { #expect(Roff.escaped(text) == roff) }

  @Test(arguments: [
    (0 as UInt64, "0 Б", "0 bytes"), (1023, "1023 Б", "1023 bytes"), (1024, "1 КБ", "1 KB"),
    (1536, "1,5 КБ", "1.5 KB"), (1_048_575, "1 МБ", "1 MB"),
    (83_156_054_016, "77,4 ГБ", "77.4 GB"),
  ])
  func sizesAreWrittenForPersons(_ bytes: UInt64, _ ru: String, _ en: String) {
    #expect(DoctorWords.size(bytes, .ru) == ru)
    #expect(DoctorWords.size(bytes, .en) == en)
    #expect(DoctorWords.detail("/a 1/b, \(bytes) bytes", .ru) == "/a 1/b, \(ru)")
  }

  @Test(arguments: [
    (StoreError.badInput("a name has more than 500 characters"), "имя длиннее 500 знаков"),
    (.badInput("/b.sqlite is the store itself"), "/b.sqlite: это сама база"),
    (.corrupt(path: "/p", detail: "file is not a database"), "это не файл базы"),
    (.cannotCreate(path: "/p", reason: "Is a directory"), "это папка"),
    (.inputOutput(path: "/p", detail: "disk I/O error"), "ошибка диска"),
  ])
  func messagesAreInOneLanguage(_ error: StoreError, _ words: String) {
    #expect(Failure(error).message.ru.contains(words), "\(Failure(error).message.ru)")
  }

  /// What is advised works for the folder that the command was about.
  @Test func advisedCommandsNameTheFolder() {
    for error: StoreError in [
      .lost(path: "/d/okno.sqlite"), .corrupt(path: "/d/okno.sqlite", detail: "x"),
      .inputOutput(path: "/d/okno.sqlite", detail: "x"), .notFound(kind: "visit", id: "x"),
    ] {
      for language in Language.allCases {
        #expect(!Failure(error).message(language).contains("--data"))
        let message = Failure(error, folder: "/d e").message(language)
        #expect(message.contains(" --data '/d e'"), "\(message)")
      }
    }
    #expect(ShellWord.quoted("it's") == #"'it'\''s'"#)
    #expect(ShellWord.quoted("/tmp/данные") == "/tmp/данные")
  }

  @Test func everyStoreErrorHasWordsAndACode() {
    let id = "00000000-0000-7000-8000-000000000000"
    let citizen = Citizen(id: Citizen.ID(id)!, details: CitizenDetails(surname: "Петрова"))
    let errors: [(StoreError, ExitCode)] = [
      (.missing(path: "/p"), .inputOutput), (.lost(path: "/p"), .badData),
      (.cannotCreate(path: "/p", reason: "r"), .cannotCreate),
      (.notPermitted(path: "/p"), .notPermitted), (.readOnly(path: "/p"), .notPermitted),
      (.busy(holder: .init(process: 42)), .tryAgain), (.busy(holder: nil), .tryAgain),
      (.corrupt(path: "/p", detail: "d"), .badData), (.notAStore(path: "/p"), .badData),
      (.newerSchema(found: 9, known: 1), .configuration),
      (.training(path: "/p"), .configuration), (.notTraining(path: "/p"), .configuration),
      (.diskFull(path: "/p"), .inputOutput),
      (.inputOutput(path: "/p", detail: "d"), .inputOutput),
      (.conflict(current: citizen), .badData),
      (.notFound(kind: "citizen", id: id), .badData), (.badInput("rule"), .badData),
      (.interrupted, .internal), (.internal("d"), .internal),
    ]
    for (error, exit) in errors {
      let failure = Failure(error)
      #expect(failure.exit == exit)
      #expect(failure.code == error.code)
      #expect(failure.message.ru != failure.message.en)
      // A card's names do not belong into a message that may be kept in a log.
      #expect(!failure.message.ru.contains("Петрова"))
    }
  }
}
