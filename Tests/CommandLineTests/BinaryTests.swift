import Configuration
import Domain
import Testing

@testable import okno

/// The built program as others run it: in a shell, with files and pipes.
@Suite struct BinaryTests {
  @Test(arguments: [
    ("okno --version", 0), ("okno --help", 0), ("okno board", 64), ("okno visit", 64),
    ("okno situation list", 0), ("okno situation show nowhere", 65),
    ("okno restore /nonexistent", 74),
    ("okno backup /nonexistent/x", 73), ("okno situation list --config /nonexistent", 78),
    ("okno situation list > /dev/full", 74), ("okno search родился ребенок", 0),
    ("echo '{\"surname\": \"Иванова\"}' | okno citizen add", 0),
    ("okno citizen add < /dev/null", 65),
    ("okno man > /dev/null", 0),
  ])
  func exitsWithItsCode(_ line: String, _ code: Int) throws {
    let run = try Binary.shell(line, in: TestFolder())
    #expect(Int(run.code) == code, "\(run.complaints)")
    #expect(run.complaints.isEmpty == (code == 0))
  }

  /// A pipe stands for every device: `okno backup /dev/null` as root must not cost the machine one.
  @Test(arguments: [
    ("okno backup pipe", 73, "test -p pipe"),
    ("okno backup folder", 73, "test -d folder"),
    ("okno backup -", 64, "test ! -e ./-"),
    (
      "okno backup there; okno backup link", 0, "test -L link && cmp -s link there && test -s there"
    ),
    (
      "cat pipe > got & okno catalogue export --format json pipe && wait", 0,
      "test -p pipe && grep -q birth-of-child got"
    ),
    (
      "touch there; okno catalogue export --format json link", 0,
      "test -L link && grep -q birth-of-child there"
    ),
    ("okno catalogue export --format json folder", 73, "test -d folder"),
  ])
  func outputReplacesFilesOnly(_ line: String, _ code: Int, _ after: String) throws {
    let script = """
      cd "$HOME"; mkfifo pipe; mkdir folder; ln -s there link
      { \(line); } > said; code=$?; \(after) || exit 99; exit $code
      """
    let run = try Binary.shell(script, in: TestFolder())
    #expect(Int(run.code) == code, "\(run.complaints)")
    #expect(run.complaints.isEmpty == (code == 0))
    #expect(!run.complaints.contains(".partial"))
  }

  @Test func aDamagedFileIsToldAndLeftAlone() throws {
    let folder = try TestFolder()
    let damage = """
      okno situation list > /dev/null; cd "$HOME/.local/share/okno"
      rm -f okno.sqlite-*; printf 'XXXXXXXXXXXXXXXXXXXX' | dd of=okno.sqlite conv=notrunc status=none
      sha256sum okno.sqlite; okno visit list --json; code=$?; sha256sum okno.sqlite; exit $code
      """
    let run = try Binary.shell(damage, in: folder)
    #expect(run.code == 65)
    let sums = run.output.split(separator: "\n")
    #expect(sums.count == 2)
    #expect(sums.first == sums.last)
    #expect(run.complaints.hasPrefix(#"{"error":{"code":""#))
  }

  @Test func aNewerStoreIsToldAndLeftAlone() throws {
    // Bytes 60 to 63 of the file are SQLite's user_version (sqlite.org/fileformat2.html).
    let run = try Binary.shell(
      """
      okno situation list > /dev/null; cd "$HOME/.local/share/okno"; rm -f okno.sqlite-*
      printf '\\0\\0\\3\\347' | dd of=okno.sqlite bs=1 seek=60 conv=notrunc status=none
      okno visit list --json
      """, in: TestFolder())
    #expect(run.code == 78)
    #expect(try run.failure().code == "newer_schema")
    #expect(try run.failure().message.contains("999"))
  }

  @Test func theTimeZoneIsTheConfigurationsOrTheSystems() throws {
    let folder = try TestFolder()
    let config = try folder.write("{ time_zone: \"Asia/Kamchatka\" }", to: "kamchatka.json5")
    let log =
      "okno visit log --situation marriage --service marriage-registration --outcome consulted >&2; "
    _ = try Binary.shell(log, in: folder)
    let here = try Binary.shell("TZ=UTC okno visit list", in: folder).output.prefix(16)
    let there = try Binary.shell("TZ=UTC okno visit list --config \(config)", in: folder).output
      .prefix(16)
    #expect(here != there)
  }

  /// Several processes write at once: each waits for its turn, and nothing is lost.
  @Test func manyProcessesLogAtOnce() throws {
    let folder = try TestFolder()
    let run = try Binary.shell(
      """
      log() { okno visit log --situation marriage --service marriage-registration --outcome consulted; }
      for i in 1 2 3 4 5 6; do (for j in 1 2 3; do log || echo failed; done) & done; wait
      okno visit list --json | grep -o '"started"' | wc -l; okno audit verify
      """, in: folder)
    #expect(!run.output.contains("failed"), "\(run.complaints)")
    #expect(run.output.contains("\n18\n"))
    #expect(run.code == 0)
  }
}

/// What shells and man make of what the program writes for them, where they are installed.
@Suite struct ShellTests {
  private func expect(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let run = try Binary.shell(line, in: TestFolder())
    #expect(
      run.code == 0 && run.output.isEmpty && run.complaints.isEmpty,
      "\(line)\n\(run.output)\n\(run.complaints)", sourceLocation: sourceLocation)
  }

  @Test(arguments: ["bash", "zsh", "fish"], ["ru", "en"])
  func completionsAreValid(_ shell: String, _ language: String) throws {
    try expect(
      """
      okno completions \(shell) --lang \(language) > "$HOME/script" || exit
      ! command -v \(shell) > /dev/null || \(shell) -n "$HOME/script"
      """)
  }

  @Test(arguments: [
    ("okno ''", "reception board"), ("okno vi", "visit"), ("okno visit ''", "log list"),
    ("okno --data /tmp visit log --out", "--outcome"),
    ("okno visit log --situation bi", "birth-of-child"),
    ("okno visit log --outcome = a", "accepted"), ("okno completions z", "zsh"),
    ("okno --theme ni", "night"), ("okno --lang ''", "ru en"),
    ("okno situation show re", "retirement"),
    ("okno visit log --rating ''", "1 2 3 4 5"),
  ])
  func bashCompletes(_ words: String, _ answer: String) throws {
    let run = try Binary.shell(
      """
      source <(okno completions bash); compopt() { :; }
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _okno; echo "${COMPREPLY[*]}"
      """, in: TestFolder())
    #expect(run.output.hasPrefix(answer), "\(run.output)\(run.complaints)")
  }

  @Test(arguments: ["ru", "en"])
  func theManualIsValid(_ language: String) throws {
    try expect(
      """
      okno man --lang \(language) > "$HOME/okno.1" || exit
      if command -v man > /dev/null; then
        man --warnings -E UTF-8 -l "$HOME/okno.1" 2>&1 > /dev/null
      fi
      if command -v mandoc > /dev/null; then
        mandoc -Tlint -Wwarning "$HOME/okno.1" | grep -v 'STYLE:'; true
      fi
      """)
  }

  /// What the manual must hold, from the tables that it is made of.
  @Test(arguments: Language.allCases)
  func theManualIsComplete(_ language: Language) {
    let page = ManualPage(table: .okno, language: language).text
    for command in CommandTable.okno.commands where !command.path.isEmpty {
      #expect(page.contains(Roff.escaped(command.name)))
      for option in command.allOptions { #expect(page.contains(Roff.escaped("--\(option.name)"))) }
    }
    for key in ["F1", "F4", "F10", "Ctrl\\-P"] { #expect(page.contains(key)) }
    for code in ExitCode.allCases { #expect(page.contains("\"\(code.rawValue)\"")) }
    for key in ConfigurationKey.all { #expect(page.contains("\"\(key.name): ")) }
  }
}
