import Testing

@testable import Postgres

@Suite struct ConnectFailureTests {
  private let at = #"connection to server at "db" (10.0.0.5), port 5432 failed: "#

  private func kind(_ message: String, asked: Bool = false) -> String {
    switch ConnectFailure.error(message, passwordWasAsked: asked) {
    case .unreachable: "unreachable"
    case .busy: "busy"
    case .authentication: "authentication"
    case .notAdmitted: "not admitted"
    case .certificate: "certificate"
    case .server(let fault): fault.state
    case .misuse: "misuse"
    }
  }

  @Test func whatAServerSaysIsToldByItsState() {
    #expect(kind(at + "FATAL:  28P01: password authentication failed") == "authentication")
    #expect(kind(at + "ВАЖНО:  28P01: пользователь не прошёл") == "authentication")
    #expect(
      kind(at + "FATAL:  28000: role is not permitted to log in", asked: true) == "not admitted")
    #expect(kind(at + "FATAL:  28000: no pg_hba.conf entry") == "authentication")
    #expect(kind(at + "FATAL:  53300: too many connections") == "busy")
    #expect(kind(at + "FATAL:  57P03: the database system is starting up") == "busy")
    #expect(kind(at + "FATAL:  3D000: database does not exist") == "3D000")
    #expect(kind(at + "FATAL:  08P01: password authentication failed") == "authentication")
    #expect(kind(at + "FATAL:  08P01: no more connections allowed (max_client_conn)") == "busy")
  }

  @Test func whatHappensBeforeIsToldByItsWords() {
    #expect(kind(at + "Connection refused") == "unreachable")
    #expect(kind(at + "SSL error: certificate verify failed") == "certificate")
    #expect(
      kind(#"сертификат сервера для "a" не соответствует имени сервера "b""#) == "certificate")
    #expect(kind(at + "server does not support SSL, but SSL was required") == "certificate")
    #expect(kind(at + "SSL SYSCALL error: EOF detected") == "unreachable")
    #expect(kind("") == "unreachable")
    #expect(kind("a:  b") == "unreachable")
  }

  /// Of several hosts the one that says most counts.
  @Test func severalHosts() {
    #expect(
      kind("\(at)Connection refused\n\(at)FATAL:  28P01: password\n") == "authentication")
    #expect(kind("\(at)Connection refused\n\(at)FATAL:  57P03: starting\n") == "busy")
  }
}
