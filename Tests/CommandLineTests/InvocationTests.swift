import Domain
import Testing

@testable import okno

@Suite struct InvocationTests {
  private func invocation(_ line: String) throws -> Invocation {
    try Invocation(line.split(separator: " ").map(String.init), table: .okno)
  }

  private func path(_ invocation: Invocation) -> [String]? {
    if case .run(let command) = invocation.request { command.path } else { nil }
  }

  @Test(arguments: [
    "--data D visit list --from 2026-11-01", "--data=D visit list --from=2026-11-01",
    "visit --data D list --from 2026-11-01", "visit list --data D --from 2026-11-01",
    "visit list --from 2026-11-01 --data=D", "--data D visit list --fr 2026-11-01",
  ])
  func optionsStandAnywhere(_ line: String) throws {
    let invocation = try invocation(line)
    #expect(path(invocation) == ["visit", "list"])
    #expect(invocation.value(CommonOptions.data) == "D")
    #expect(invocation.all(OptionSpec("from", .date, ru: "", en: "")) == ["2026-11-01"])
  }

  @Test func wordsAfterTheHyphensAreOperands() throws {
    let invocation = try invocation("backup -- --json")
    #expect(invocation.operands == ["--json"])
    #expect(!invocation.has(CommonOptions.json))
  }

  @Test func aRepeatedOptionKeepsItsOrder() throws {
    let service = OptionSpec("service", .service, isRepeated: true, ru: "", en: "")
    let line = "visit log --situation marriage --service b --service=a --outcome issued c"
    let invocation = try invocation(line)
    #expect(invocation.all(service) == ["b", "a"])
    #expect(invocation.operands == ["c"])
  }

  @Test func withoutWordsItIsTheDesk() throws {
    #expect(path(try invocation("")) == [])
    #expect(path(try invocation("--theme night --lang=en --no-colour")) == [])
  }

  @Test(arguments: [
    "--help", "-h", "visit --help", "visit log --help", "--help visit log", "visit log -h",
  ])
  func helpNeedsNothingElse(_ line: String) throws {
    guard case .help = try invocation(line).request else {
      Issue.record("no help")
      return
    }
  }

  /// Each mistake is told with exit code 64 and the word that it is about.
  @Test(arguments: [
    ("boart", "boart"), ("boart", "board"), ("vist", "visit"), ("visit", "log, list"),
    ("visit lst", "list"), ("visit list extra", "extra"),
    ("visit list --fron 2026-11-01", "--from"),
    ("visit list --from", "--from"), ("visit list --from 01.11.2026", "2026-11-24"),
    ("visit list --from 2026-02-30", "2026-02-30"), ("visit list --json=yes", "--json"),
    ("visit list --from 2026-11-01 --from 2026-11-02", "--from"), ("visit list -x", "-x"),
    ("situation show", "ID"), ("situation show Нет", "Нет"), ("citizen show 5", "5"),
    ("visit log", "--situation"), ("visit log --situation marriage --outcome issued", "--service"),
    ("visit log --situation marriage --service a", "--outcome"),
    ("visit log --situation marriage --service a --outcome done", "accepted"),
    ("visit log --situation marriage --service a --outcome issued --rating 6", "5"),
    ("visit log --situation marriage --service a --outcome issued --channel mail", "outreach"),
    ("completions tcsh", "fish"), ("--lang de situation list", "ru, en"), ("--json", "--json"),
    ("--limit 5 situation list", "--limit"),
    ("--reset-terminal situation list", "--reset-terminal"),
    ("catalogue export --format rdf x", "json"),
    ("--data", "--data"), ("--data= situation list", "--data"),
  ])
  func mistakesAreToldWithTheirWord(_ line: String, _ word: String) throws {
    let failure = try #require(throws: Failure.self) { try invocation(line) }
    #expect(failure.exit == .usage)
    #expect(failure.code == "usage")
    for language in Language.allCases {
      #expect(failure.message(language).contains(word), "\(failure.message(language))")
    }
  }

  /// Anything at all is either understood or refused with a sentence.
  @Test func anyWordsAreSafe() {
    var source = IDSource(seed: 7)
    let pieces = [
      "visit", "log", "list", "--", "-", "--json", "--data", "=", "--data=", "-h", "--no-colour=",
      "",
      "\u{1B}[2J", "родился", "--outcome=accepted", "--situation", "-é", "--lang", "en", "🙂",
      "%s%n",
      "---", "--=", "--json=", "-xyz",
    ]
    for _ in 0..<20_000 {
      let words = (0..<Int.random(in: 0...6, using: &source)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &source)]
      }
      do {
        _ = try Invocation(words, table: .okno)
      } catch {
        #expect(error.exit == .usage)
        #expect(!error.message.ru.isEmpty)
      }
    }
  }
}
