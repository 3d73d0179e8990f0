import JSON5
import Testing

@testable import okno

/// Configuration, language, theme and the folder of the data.
@Suite struct SettingsCommandTests {
  @Test func aFaultyConfigurationStopsCommandsButNotDoctorAndHelp() throws {
    let program = try TestProgram()
    let file = try program.folder.write("{\n  theme: 5\n}", to: "config.json5")
    let run = program.run("situation list --json --config \(file)")
    #expect(run.code == 78)
    #expect(try run.failure().code == "configuration")
    #expect(try run.failure().message.contains("config.json5:2: theme"))
    #expect(program.run("situation list").code == 0)
    #expect(program.run("doctor --config \(file)").code == 78)
    #expect(program.run("doctor --config \(file)").output.contains("config.json5:2"))
    for line in ["--help", "--version", "man", "completions bash"] {
      #expect(program.run("\(line) --config \(file)").code == 0, "\(line)")
    }
  }

  @Test func aNamedThemeThatIsNotThereIsTold() throws {
    let program = try TestProgram()
    let run = program.run("situation list --json --theme nope")
    #expect(run.code == 64)
    #expect(try run.failure().code == "unknown_theme")
    #expect(program.run("situation list --theme night").code == 0)
  }

  @Test func aConfiguredThemeThatIsNotThereIsTold() throws {
    let program = try TestProgram()
    let file = try program.folder.write("{\n  theme: \"nowhere\",\n}", to: "config.json5")
    let run = program.run("--config \(file)")
    #expect(run.code == 78)
    #expect(run.complaints.contains("config.json5:2: theme"))
    #expect(run.complaints.contains("console-16"))
    #expect(program.run("situation list").code == 0)
    let doctor = program.run("doctor --config \(file)")
    #expect(doctor.code == 78)
    #expect(doctor.output.contains("config.json5:2: theme"))
  }

  @Test func themesAreChecked() throws {
    let program = try TestProgram()
    let good = try program.folder.write(
      #"{ name: { ru: "Наша", en: "Ours" }, inherits: "day" }"#, to: "ours.json5")
    #expect(program.run("theme check \(good)").code == 0)
    let bad = try program.folder.write(#"{ inherits: "nowhere" }"#, to: "theirs.json5")
    #expect(program.run("theme check \(bad)").code == 65)
    #expect(program.run("theme check \(program.folder.path)/missing.json5").code == 65)
  }

  @Test func theConfigurationsLanguageHoldsUnlessTheOptionSaysOtherwise() throws {
    let program = try TestProgram()
    let file = try program.folder.write("{ language: \"en\" }", to: "config.json5")
    #expect(program.run("visit list --config \(file)").output == "no visits\n")
    #expect(program.run("visit list --config \(file) --lang ru").output == "визитов нет\n")
  }

  @Test func nothingEnglishStandsInARussianAnswer() throws {
    let program = try TestProgram()
    #expect(program.run("situation list").code == 0)
    let doctor = program.run("doctor").output
    #expect(!doctor.contains("bytes") && !doctor.contains("nobody") && doctor.contains("никто"))
    #expect(program.run("doctor --json").output.contains("bytes"))
    #expect(program.run("doctor --lang en").output.contains("nobody"))
    let name = String(repeating: "я", count: 501)
    for (input, words) in [
      ("", "файл пуст"), ("{", "не закрыта скобка {"), (#"{"foo": 1}"#, "foo: неизвестный ключ"),
      (#"{"surname": 1}"#, "здесь нужно: текст в кавычках, а стоит: число"),
      (#"{"surname": "\#(name)"}"#, "имя длиннее 500 знаков"),
    ] {
      let run = program.run("citizen add", input: input)
      #expect(run.code == 65)
      #expect(run.complaints.contains(words), "\(run.complaints)")
    }
    let theme = try program.folder.write("{}", to: "theirs.json5")
    #expect(program.run("theme check \(theme)").output.contains("не хватает «name»"))
  }

  @Test func withoutAHomeTheDataNeedAFolder() throws {
    var program = try TestProgram()
    program.variables = ["HOME": ""]
    #expect(program.run("situation list --json").code == 78)
    #expect(program.run("situation list --json --data \(program.folder.path)/data").code == 0)
  }

  @Test func theFolderOfTheDataFollowsTheConventions() throws {
    var program = try TestProgram()
    program.variables = ["XDG_DATA_HOME": "\(program.folder.path)/data"]
    #expect(program.run("situation list").code == 0)
    #expect(FileFacts.mode("\(program.folder.path)/data/okno") == 0o700)
    #expect(FileFacts.mode("\(program.folder.path)/data/okno/okno.sqlite") == 0o600)
  }

  @Test func aDataFolderThatIsAFileCannotBeUsed() throws {
    let program = try TestProgram()
    let file = try program.folder.write("x", to: "file")
    #expect(program.run("situation list --json --data \(file)").code == 73)
    let store = try program.folder.write(
      "not a database, but long enough to look like one", to: "okno.sqlite")
    let run = program.run("situation list --json --data \(program.folder.path)")
    #expect(run.code == 65, "\(run.complaints) \(store)")
  }
}
