import Configuration
import Domain
import Glibc
import JSON5
import Testing

@testable import okno

/// Accounts from the command line.
@Suite struct StaffCommandTests {
  private let program: TestProgram

  init() throws { program = try TestProgram() }

  private func run(_ words: [String], _ input: String = "") -> Run {
    program.run(words, input: input)
  }

  /// The first administrator, with the PIN 314159.
  private func begin() throws -> String {
    let added = run(
      ["staff", "add", "Смирнова А. В.", "--role", "administrator", "--json"], "314159\n")
    #expect(added.code == 0, "\(added.complaints)")
    let root = try added.json()
    #expect(root.keys == ["id", "name", "roles", "disabled"])
    return try #require(root.child(.key("id"))?.text)
  }

  private let smirnova = ["--as", "Смирнова А. В."]

  @Test func untilThereIsAnAdministratorNobodyIsAsked() throws {
    #expect(run(["visit", "list", "--json"]).code == 0)
    let clerk = run(["staff", "add", "Орлов", "--role", "clerk"], "314159\n")
    #expect(clerk.code == 65 && clerk.complaints.contains("администратора"))
    #expect(run(["staff", "list", "--json"]).output == "[]\n")
    #expect(run(["visit", "list", "--as", "Кто угодно"]).code == 0)
  }

  @Test func afterThatEveryCommandAsks() throws {
    _ = try begin()
    let refused = run(["visit", "list", "--json"])
    #expect(refused.code == 77 && refused.output.isEmpty)
    #expect(try refused.failure().code == "forbidden")
    #expect(refused.complaints.contains("--as"))
    // An administrator does not serve, and has said who they are.
    let known = run(["visit", "list"] + smirnova, "314159\n")
    #expect(known.code == 77)
    #expect(known.complaints.contains("у сотрудника «Смирнова А. В.» на это нет прав"))
    #expect(!known.complaints.contains("--as"))
    #expect(run(["staff", "list"] + smirnova, "314159\n").code == 0)
    #expect(run(["situation", "list"]).code == 0)
  }

  @Test func aClerkWorksAndIsNamedInTheAudit() throws {
    _ = try begin()
    let added = run(
      ["staff", "add", "Орлов П. Н.", "--role", "clerk", "--role", "supervisor", "--json"]
        + smirnova, "314159\n271828\n")
    let orlov = try #require(try added.json().child(.key("id"))?.text)
    let logged = run(
      [
        "visit", "log", "--situation", "marriage", "--service", "marriage-registration",
        "--outcome", "consulted", "--as", orlov,
      ], "271828\n")
    #expect(logged.code == 0, "\(logged.complaints)")
    let audit = run(["audit", "list", "--as", orlov, "--json"], "271828\n")
    let entries = try #require(try audit.json().list)
    let visit = try #require(entries.first { $0.child(.key("action"))?.text == "logged" })
    #expect(visit.child(.key("employee"))?.text == orlov)
    #expect(!audit.output.contains("argon2id") && !audit.output.contains("271828"))
  }

  @Test func wrongPINsEndWith77AndThenWait() throws {
    _ = try begin()
    for attempt in 1...4 {
      let refused = run(["staff", "list", "--json"] + smirnova, "271828\n")
      #expect(refused.code == (attempt < 4 ? 77 : 75))
      #expect(try refused.failure().code == (attempt < 4 ? "wrong_pin" : "wait"))
    }
  }

  @Test func aPINIsReadFromAClosedFileOnly() throws {
    _ = try begin()
    let path = try program.folder.write("314159\n", to: "pin")
    var other = program
    other.variables["OKNO_PIN_FILE"] = path
    chmod(path, 0o644)
    let open = other.run(["staff", "list", "--json"] + smirnova)
    #expect(open.code == 77)
    #expect(try open.failure().code == "pin_file_too_open")
    chmod(path, 0o600)
    #expect(other.run(["staff", "list"] + smirnova).code == 0)
    other.variables["OKNO_PIN_FILE"] = program.folder.path + "/none"
    #expect(other.run(["staff", "list"] + smirnova).code == 74)
  }

  @Test func aPersonTypesANewPINTwice() throws {
    let words = ["staff", "add", "Смирнова А. В.", "--role", "administrator"]
    #expect(program.run(words, answers: ["314159", "314158"]).code == 65)
    #expect(program.run(words, answers: ["123456", "123456"]).code == 65)
    #expect(program.run(words, answers: ["314159", "314159"]).code == 0)
  }

  @Test func disableEnableRolesAndReset() throws {
    _ = try begin()
    func change(_ words: String..., pins: String = "314159\n") -> Run {
      run(["staff"] + words + smirnova + ["--json"], pins)
    }
    _ = change("add", "Орлов П. Н.", "--role", "clerk", pins: "314159\n271828\n")
    #expect(change("disable", "Орлов П. Н.").output.contains(#""disabled":true"#))
    let closed = run(["visit", "list", "--json", "--as", "Орлов П. Н."], "271828\n")
    #expect(try closed.failure().code == "disabled" && closed.code == 77)
    #expect(change("enable", "Орлов П. Н.").code == 0)
    #expect(change("roles", "Орлов П. Н.", "--role", "trainer").output.contains(#"["trainer"]"#))
    #expect(change("reset-pin", "Орлов П. Н.", pins: "314159\n161803\n").code == 0)
    #expect(change("disable", "Смирнова А. В.").code == 65)
    #expect(change("disable", "Никто").code == 65)
    #expect(run(["staff", "add", "А", "--role", "king"], "1\n").code == 64)
  }

  /// Standard input is a card already: the PIN cannot come that way.
  @Test func aCommandThatReadsItsInputTakesNoPINFromIt() throws {
    _ = try begin()
    let added = run(["citizen", "add", "--json"] + smirnova, #"{"surname":"Ёлкина"}"#)
    #expect(added.code == 77)
    #expect(try added.failure().code == "pin")
  }

  /// Each command says who may call it, and this is what they say.
  @Test func theTableOfCommands() {
    let table: [String: Permission?] = [
      "okno": nil, "okno search": .serve, "okno situation list": nil, "okno situation show": nil,
      "okno advise": nil, "okno offers": .serve,
      "okno catalogue lint": nil, "okno catalogue import": .maintain,
      "okno catalogue export": nil, "okno catalogue diff": nil, "okno citizen add": .serve,
      "okno citizen find": .serve, "okno citizen show": .serve, "okno citizen erase": .erase,
      "okno visit log": .serve, "okno visit list": .serve, "okno rating summary": .serve,
      "okno staff add": .manageStaff, "okno staff list": .resetPIN,
      "okno staff disable": .manageStaff, "okno staff enable": .manageStaff,
      "okno staff roles": .manageStaff, "okno staff reset-pin": .resetPIN,
      "okno audit list": .readAudit, "okno audit verify": .readAudit, "okno sync": nil,
      "okno backup": .maintain, "okno restore": .maintain, "okno doctor": .maintain,
      "okno central init": nil, "okno central enrol": nil, "okno central status": nil,
      "okno central revoke": nil, "okno central publish": nil, "okno central make-key": nil,
      "okno central new-epoch": nil, "okno central prune": nil, "okno theme check": nil,
      "okno completions": nil, "okno man": nil,
      // The queue.
      "okno ticket issue": .issueTickets, "okno ticket next": .callTickets,
      "okno ticket list": .callTickets, "okno reception": .issueTickets,
      "okno board": .runQueue, "okno rate": nil,
      // Nothing of the centre's is read or changed.
      "okno demo": nil, "okno demo list": nil, "okno demo lint": nil,
      "okno demo preview": nil, "okno demo watch": nil, "okno demo tell": nil,
      "okno report": .report, "okno rating import": .report,
      "okno rating hours": .report, "okno rating words": .report,
      "okno rating callbacks": .runQueue, "okno rating settle": .runQueue,
    ]
    for command in CommandTable.okno.commands {
      guard let expected = table[command.name] else {
        Issue.record("who may call \(command.name)? Write it down here")
        continue
      }
      #expect(command.access == expected.map(CommandAccess.needs) ?? .anyone, "\(command.name)")
    }
  }

  /// A command that anyone may call asks who it is where it shows somebody's card.
  @Test func aCitizensAdviceIsForWhoMayServe() throws {
    _ = try begin()
    #expect(program.run("advise passport-by-age").code == 0)
    let card = "--citizen 0193a5c0-0000-7000-8000-000000000001"
    #expect(program.run("advise passport-by-age \(card)").code == 77)
  }

  /// Every command that needs a role, tried by an account of each role: refused or not as the table says.
  @Test func everyCellOfTheTable() throws {
    _ = try begin()
    for role in Employee.Role.allCases {
      let added = run(
        ["staff", "add", role.rawValue, "--role", role.rawValue] + smirnova, "314159\n271828\n")
      #expect(added.code == 0, "\(added.complaints)")
    }
    let session = try program.session()
    for command in CommandTable.okno.commands {
      guard case .needs(let permission) = command.access else { continue }
      for role in Employee.Role.allCases {
        let invocation = try Invocation.naming(role.rawValue, command)
        let allowed = permission.roles.contains(role)
        var trial = session
        trial = Session(
          invocation: invocation, configuration: trial.configuration, language: .ru,
          environment: trial.environment, console: .answering("271828"))
        let isIn = (try? trial.authorised(for: command))?.actor?.name == role.rawValue
        #expect(isIn == allowed, "\(command.name) \(role)")
      }
    }
  }
}

extension Invocation {
  /// As if `--as NAME` had been written, whatever else the command needs.
  fileprivate static func naming(_ name: String, _ command: CommandSpec) throws -> Invocation {
    var invocation = try Invocation(
      ["staff", "list", "--as", name], table: .okno)
    invocation.request = .run(command)
    return invocation
  }
}

extension Console {
  fileprivate static func answering(_ secret: String) -> Console {
    Console(
      print: { _ throws(Failure) in }, complain: { _ in }, readInput: { _ throws(Failure) in [] },
      readLine: { nil }, readSecret: { _ in Array(secret.utf8) }, isInteractive: true)
  }
}

extension TestProgram {
  /// A session of this program, before anybody is named.
  fileprivate func session() throws -> Session {
    Session(
      invocation: try Invocation(["staff", "list"], table: .okno), configuration: .init(),
      language: .ru, environment: Environment { ["HOME": folder.path][$0] },
      console: .answering(""))
  }
}
