import Glibc
import Testing

@testable import okno

/// `okno sync` before there is a server to talk to.
@Suite struct SyncTests {
  private static let credentials = """
    {
      dsn: "host=/nonexistent dbname=okno", role: "okno_desk_1", password: "hidden-word",
      centre: "МФЦ", desk: "Окно 5", desk_id: "019ab000-0000-7000-8000-000000000001",
    }
    """

  private func program(_ text: String = credentials, mode: mode_t = 0o600) throws -> TestProgram {
    let program = try TestProgram()
    let folder = "\(program.folder.path)/.config/okno"
    try #require(mkdir("\(program.folder.path)/.config", 0o700) == 0)
    try #require(mkdir(folder, 0o700) == 0)
    let file = try program.folder.write(text, to: ".config/okno/credentials.json5")
    try #require(chmod(file, mode) == 0)
    return program
  }

  @Test func withoutCredentialsItSaysWhereTheyAreWanted() throws {
    let program = try TestProgram()
    let run = program.run("sync --json")
    #expect(run.code == 78)
    let failure = try run.failure()
    #expect(failure.code == "no_credentials")
    #expect(failure.message.contains("\(program.folder.path)/.config/okno/credentials.json5"))
    #expect(failure.message.contains("okno central enrol"))
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660])
  func credentialsThatOthersCanReadAreRefused(_ mode: Int) throws {
    let run = try program(mode: mode_t(mode)).run("sync --once --json")
    #expect(run.code == 78)
    let failure = try run.failure()
    #expect(failure.code == "credentials_too_open")
    #expect(failure.message.contains("chmod 600"))
  }

  @Test func aServerThatIsNotThereIsUnreachableAndTheStoreIsMade() throws {
    let program = try program()
    let run = program.run("sync --json")
    #expect(run.code == 69)
    #expect(try run.failure().code == "unreachable")
    #expect(!run.complaints.contains("hidden-word"))
    #expect(program.run("visit list --json").code == 0)
  }

  @Test(arguments: [
    ("dsn: \"host=db.example.org sslmode=disable\"", "plain_connection"),
    ("dsn: \"service=okno\"", "dsn"), ("dsn: 5", "credentials_unreadable"),
    ("release_key: \"00\", dsn: \"host=/nonexistent\"", "credentials_unreadable"),
  ])
  func whatCannotBeUsedIsSaidBeforeAnythingIsSent(_ line: String, _ code: String) throws {
    let text = """
      {
        \(line), role: "r", password: "hidden-word", centre: "c", desk: "d",
        desk_id: "019ab000-0000-7000-8000-000000000001",
      }
      """
    let run = try program(text).run("sync --json")
    #expect(run.code == 78)
    #expect(try run.failure().code == code)
    #expect(!run.complaints.contains("hidden-word"))
  }

  /// What the doctor says of the credentials: the level and the words.
  private func finding(_ program: TestProgram) throws -> (level: String?, detail: String) {
    let list = try #require(try program.run("doctor --json").json().list)
    let one = try #require(list.first { $0["subject"]?.text == "credentials" })
    return (one["level"]?.text, one["detail"]?.text ?? "")
  }

  @Test func theDoctorLooksAtTheCredentials() throws {
    let alone = try TestProgram()
    #expect(alone.run("situation list").code == 0)
    #expect(try finding(alone) == ("fine", "нет: окно работает без центра"))
    let open = try program(mode: 0o644)
    #expect(open.run("situation list").code == 0)
    #expect(try finding(open).level == "fault")
    #expect(open.run("doctor").code == 78)
    let program = try program()
    #expect(program.run("sync --json").code == 69)
    let good = try finding(program)
    #expect(good.level == "fine")
    #expect(good.detail.contains("019ab000-0000-7000-8000-000000000001"))
    #expect(!good.detail.contains("hidden-word"))
    // The data were synced as another desk until now.
    let path = "\(program.folder.path)/.config/okno/credentials.json5"
    unlink(path)
    let other = Self.credentials.replacing("000000000001", with: "000000000002")
    try #require(
      chmod(try program.folder.write(other, to: ".config/okno/credentials.json5"), 0o600) == 0)
    #expect(try finding(program).level == "warning")
  }

  @Test func theConfigurationsFileComesBeforeTheUsualOnes() throws {
    let program = try program()
    let file = try program.folder.write(
      "{ sync_credentials: \"/nonexistent/five.json5\" }", to: "config.json5")
    let run = program.run("sync --json --config \(file)")
    #expect(run.code == 78)
    #expect(try run.failure().message.contains("/nonexistent/five.json5"))
  }

  @Test func onceAndWatchExcludeEachOther() throws {
    #expect(try TestProgram().run("sync --once --watch").code == 64)
  }

  /// A service manager hears that it is ready though no server answers, and that it stops.
  @Test func aServiceManagerIsTold() throws {
    let folder = try TestFolder()
    let line = """
      mkdir -p "$HOME/.config/okno"; cat > "$HOME/.config/okno/credentials.json5" <<'END'
      \(Self.credentials)
      END
      chmod 600 "$HOME/.config/okno/credentials.json5"
      export NOTIFY_SOCKET="$HOME/notify" HOME
      python3 - "$0" <<'END'
      import os, signal, socket, subprocess
      manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      manager.bind(os.environ["NOTIFY_SOCKET"])
      manager.settimeout(60)
      service = subprocess.Popen([os.environ["OKNO"], "sync", "--watch", "--json"])
      print(manager.recv(4096).decode().split("\\n")[0])
      service.send_signal(signal.SIGTERM)
      while (line := manager.recv(4096).decode()) != "STOPPING=1": pass
      print(line, service.wait(60), flush=True)
      END
      """
    let run = try Binary.shell("export OKNO='\(Binary.path)'\n\(line)", in: folder)
    #expect(run.code == 0, "\(run.complaints)")
    #expect(run.output.contains("READY=1\n"))
    #expect(run.output.contains("STOPPING=1 0\n"))
    #expect(run.output.contains(#""cursor":null"#))
  }
}
