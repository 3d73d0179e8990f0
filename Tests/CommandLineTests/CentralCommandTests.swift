import Catalogue
import Glibc
import PostgresServer
import Testing

@testable import okno

/// `okno central` with a real server.
@Suite struct CentralCommandTests {
  private let server: PostgresServer
  private var program: TestProgram

  init() throws {
    server = try PostgresServer.shared()
    program = try TestProgram()
    program.variables["OKNO_DSN"] = server.adminDSN(try server.makeDatabase())
  }

  private func enrol(_ more: String..., file: String = "desk.json5") -> Run {
    let path = "\(program.folder.path)/\(file)"
    return program.run(
      ["central", "enrol", "--centre", "МФЦ", "--desk", "Окно 1", "--output", path, "--json"] + more
    )
  }

  @Test func theWayOfAnAdministrator() throws {
    #expect(program.run("central status").code == 65)
    let made = try program.run("central init --json").json()
    #expect(made.keys == ["from", "to"])
    #expect(made["from"]?.number == "0")
    #expect(try program.run("central init --json").json()["from"]?.number == made["to"]?.number)

    let run = enrol()
    let enrolled = try run.json()
    #expect(enrolled.keys == ["centre", "desk", "role", "file"])
    var facts = stat()
    #expect(stat(enrolled["file"]?.text ?? "", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(enrol().code == 65)
    #expect(enrol("--again").code == 73)
    #expect(enrol("--again", file: "desk-2.json5").code == 0)

    let status = try program.run("central status --json").json()
    #expect(status.keys == ["schema", "centres", "release", "desks"])
    #expect(status["desks"]?.list?.count == 2)
    #expect(
      status["desks"]?[0]?.keys
        == [
          "centre", "desk", "program", "protocol", "seen", "lag", "accepted", "merged", "refused",
          "forked", "revoked",
        ])
    #expect(program.run("central status").output.contains("Окно 1"))

    let revoke = ["central", "revoke", "--centre", "МФЦ", "--desk", "Окно 1"]
    #expect(program.run(revoke).code == 0)
    #expect(program.run(revoke).code == 65)
    #expect(try program.run("central new-epoch --json").json()["centres"]?.number == "1")
    #expect(try program.run("central prune --json").json().keys == ["tombstones", "operations"])
  }

  @Test func aCatalogueIsSignedAndHandedOut() throws {
    #expect(program.run("central init").code == 0)
    let key = "\(program.folder.path)/release.key"
    let made = try program.run(["central", "make-key", key, "--json"]).json()
    #expect(made.keys == ["file", "public_key"])
    var facts = stat()
    #expect(stat(key, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(program.run(["central", "make-key", key]).code == 73)

    let sources = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let catalogue = "\(sources)/Sources/Catalogue/Resources"
    func publish(_ number: String, _ folder: String, key: String = key) -> Run {
      program.run(["central", "publish", folder, "--number", number, "--key", key, "--json"])
    }
    #expect(try publish("3", catalogue).json()["number"]?.number == "3")
    #expect(publish("3", catalogue).code == 65)
    #expect(publish("4", program.folder.path).code == 65)
    let other = try program.folder.write("0123", to: "other.key")
    #expect(publish("4", catalogue, key: other).code == 65)
    #expect(publish("4", catalogue, key: "/nonexistent").code == 74)
    _ = enrol()
    let credentials = try program.folder.read("desk.json5")
    let open = try #require(made["public_key"]?.text)
    #expect(credentials.contains(open))
  }

  @Test func failuresHaveTheirCodes() throws {
    let port = try PostgresServer.freePort()
    func code(_ dsn: String) throws -> Int32 {
      let run = program.run(["central", "status", "--json", "--dsn", dsn])
      _ = try run.failure()
      return run.code
    }
    #expect(try code("host=127.0.0.1 port=\(port)") == 69)
    #expect(try code("host=127.0.0.1 port=\(server.port) user=nobody dbname=postgres") == 77)
    #expect(try code(server.tlsDSN("postgres", host: "127.0.0.1") + " user=postgres") == 77)
    #expect(try code("host=\(server.folder) port=\(server.port) user=postgres dbname=no") == 65)
    #expect(try code("host=db.example sslmode=require") == 78)
    #expect(try code("hots=x") == 65)
    var bare = program
    bare.variables["OKNO_DSN"] = nil
    #expect(bare.run("central status").code == 64)
    #expect(bare.run(["central", "status", "--dsn-file", "/nonexistent"]).code == 74)
    let file = try program.folder.write("host=127.0.0.1 port=\(port)\n", to: "dsn")
    #expect(bare.run(["central", "status", "--dsn-file", file]).code == 69)
    #expect(
      program.run(["central", "enrol", "--centre", "", "--desk", "x", "--output", "y"]).code == 65)
  }

  @Test func aPasswordOnTheCommandLineIsPointedOut() throws {
    let dsn = server.adminDSN(try server.makeDatabase()) + " password=s3cret"
    let run = program.run(["central", "init", "--dsn", dsn])
    #expect(run.code == 0)
    #expect(run.complaints.contains("--dsn-file"))
    #expect(!run.complaints.contains("s3cret"))
    #expect(program.run("central init").complaints.isEmpty)
  }

  @Test func aLinkWithoutEncryptionIsForWhoSaysSo() throws {
    let config = try program.folder.write("{ allow_plain_connection: true }", to: "plain.json5")
    let port = try PostgresServer.freePort()
    // An address of this machine that does not look like one.
    let dsn = "host=0.0.0.0 port=\(port) sslmode=disable"
    #expect(program.run(["central", "status", "--dsn", dsn]).code == 78)
    #expect(program.run(["central", "status", "--dsn", dsn, "--config", config]).code == 69)
  }
}
