import Domain
import FoundationEssentials
import Glibc
import Testing

@testable import CentralStore

@Suite struct DSNPolicyTests {
  private func setting(_ keyword: String, _ dsn: String, plain: Bool = false) throws -> String? {
    try DSNPolicy.settings(dsn: dsn, allowPlainConnection: plain).first { $0.0 == keyword }?.1
  }

  @Test(arguments: [
    "host=db.example", "host=10.0.0.5", "host=a,b,c", "host=localhost,db.example",
    "postgresql://db.example/okno", "host=localhost hostaddr=10.0.0.5", "host=128.0.0.1",
    "host=localhost.example", "host=127.0.0.1.example",
  ])
  func aLinkToAnotherMachineIsEncryptedAndChecked(_ dsn: String) throws {
    #expect(try setting("sslmode", dsn) == "verify-full")
    #expect(try setting("target_session_attrs", dsn) == "read-write")
    #expect(try setting("tcp_user_timeout", dsn) == "4000")
    for mode in ["disable", "allow", "prefer", "require"] {
      let plain = dsn + (dsn.contains("://") ? "?" : " ") + "sslmode=\(mode)"
      #expect(throws: DSNFault.self, "\(plain)") { try setting("sslmode", plain) }
      #expect(try setting("sslmode", plain, plain: true) == mode)
    }
  }

  @Test(arguments: [
    "dbname=okno", "host=/run/postgresql", "host=localhost", "host=127.0.0.1", "host=::1",
    "host=127.1.2.3", "host=db.example hostaddr=127.0.0.1", "host=@abstract",
  ])
  func onThisMachineAPlainLinkIsAllowed(_ dsn: String) throws {
    #expect(try setting("sslmode", dsn) == "prefer")
    #expect(try setting("sslmode", dsn + " sslmode=disable") == "disable")
    #expect(try setting("host", dsn)?.isEmpty == false)
  }

  /// Who names a root wants it checked: a plain link would be made behind a certificate that does not hold.
  @Test func aRootThatIsNamedIsCheckedHereToo() throws {
    let dsn = "host=localhost sslrootcert=/etc/okno/ca.crt"
    #expect(try setting("sslmode", dsn) == "verify-full")
    #expect(try setting("sslmode", dsn + " sslmode=prefer") == "prefer")
  }

  @Test func whatIsWrittenCounts() throws {
    let dsn = "host=a,b port=1,2 sslmode=verify-ca target_session_attrs=any dbname=x"
    #expect(try setting("sslmode", dsn) == "verify-ca")
    #expect(try setting("target_session_attrs", dsn) == "any")
    #expect(try setting("port", dsn) == "1,2")
    let own = try DSNPolicy.settings(dsn: "host=a user=u password=p", role: "r", password: "q")
    #expect(own.first { $0.0 == "user" }?.1 == "r")
    #expect(own.first { $0.0 == "password" }?.1 == "q")
  }

  @Test func nonsenseIsRefused() throws {
    #expect(throws: DSNFault.unreadable) { try setting("host", "host") }
    #expect(throws: DSNFault.unreadable) { try setting("host", "hots=a") }
    #expect(try setting("host", "host=") == "/var/run/postgresql")
    #expect(throws: DSNFault.service) { try setting("host", "service=x") }
  }
}

@Suite struct CredentialsTests {
  private let folder: String
  private let sample: Credentials

  init() throws {
    var template = Array("/tmp/okno-credentials-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
    sample = Credentials(
      dsn: "host='a b' dbname=okno", role: "okno_1", password: #"p"\x"#, centre: "МФЦ «Юг»\n\u{1}",
      desk: "Окно 1", deskID: try #require(Identifier("01900000-0000-7000-8000-000000000001")),
      releaseKey: "ab")
  }

  @Test func areReadAsTheyWereWritten() throws {
    let path = "\(folder)/desk.json5"
    try sample.write(to: path)
    #expect(try Credentials(file: path) == sample)
    var facts = stat()
    #expect(stat(path, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(throws: CredentialsFault.exists(path: path)) { try sample.write(to: path) }
    symlink("/nonexistent/x", "\(folder)/link")
    #expect(throws: CredentialsFault.self) { try sample.write(to: "\(folder)/link") }
    try? FileManager.default.removeItem(atPath: folder)
  }

  @Test func othersMustNotReadThem() throws {
    let path = "\(folder)/open.json5"
    try sample.write(to: path)
    for mode: mode_t in [0o644, 0o640, 0o660, 0o601] {
      chmod(path, mode)
      #expect(throws: CredentialsFault.tooOpen(path: path)) { try Credentials(file: path) }
    }
    chmod(path, 0o400)
    #expect(try Credentials(file: path) == sample)
    #expect(throws: CredentialsFault.missing(path: "/nonexistent")) {
      try Credentials(file: "/nonexistent")
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  @Test func aMistakeHasItsLineAndNoPassword() throws {
    let path = "\(folder)/bad.json5"
    try Data("{\n dsn: \"x\", role: 7, password: \"s3cret\" }".utf8).write(to: URL(filePath: path))
    chmod(path, 0o600)
    let fault = #expect(throws: CredentialsFault.self) { try Credentials(file: path) }
    guard case .unreadable(let text) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(text.contains("bad.json5:2"))
    #expect(!text.contains("s3cret"))
    try? FileManager.default.removeItem(atPath: folder)
  }
}
