/// Tells apart why no connection came about.
///
/// libpq gives nothing but a text, in the language of the locale. With verbosity `VERBOSE` it holds the
/// server's SQLSTATE; what happens before a server speaks is told by the few words that OpenSSL leaves
/// in English or that stand in libpq's Russian catalogue.
enum ConnectFailure {
  static func error(_ message: String, passwordWasAsked: Bool) -> PostgresError {
    let text = message.split(separator: "\n").map(String.init).joined(separator: "; ")
    let states = states(in: message)
    if states.contains("28P01") { return .authentication(text) }
    if states.contains("28000") {
      return passwordWasAsked ? .notAdmitted(text) : .authentication(text)
    }
    // A pooler has one code for everything.
    if states.contains("08P01"), has(text, ["authentication failed", "no such user"]) {
      return .authentication(text)
    }
    if states.contains("08P01"), has(text, ["max_client_conn"]) { return .busy(text) }
    if let state = states.first(where: { !isPassing($0) }) {
      return .server(ServerFault(state: state, message: text, detail: ""))
    }
    if !states.isEmpty { return .busy(text) }
    return isCertificate(text) ? .certificate(text) : .unreachable(text)
  }

  /// Five letters between two blanks and a colon: `FATAL:  28P01: password …`.
  static func states(in message: String) -> [String] {
    let bytes = Array(message.utf8)
    guard bytes.count > 8 else { return [] }
    return (0..<(bytes.count - 8)).compactMap { start in
      guard bytes[start] == UInt8(ascii: ":"), bytes[start + 1] == UInt8(ascii: " "),
        bytes[start + 2] == UInt8(ascii: " "), bytes[start + 8] == UInt8(ascii: ":")
      else { return nil }
      let letters = bytes[(start + 3)..<(start + 8)]
      let areLetters = letters.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
      return areLetters ? String(decoding: letters, as: UTF8.self) : nil
    }
  }

  /// Too many connections, starting up, shutting down, lost: all of this passes.
  private static func isPassing(_ state: String) -> Bool {
    ["53", "57", "08", "40", "55"].contains { state.hasPrefix($0) }
  }

  private static func isCertificate(_ text: String) -> Bool {
    has(
      text,
      [
        "certificate", "сертификат", "private key", "закрытого ключа", "does not support SSL",
        "не поддерживает SSL",
        "unsupported protocol", "tlsv1 alert", "sslv3 alert",
      ])
  }

  private static func has(_ text: String, _ words: [String]) -> Bool {
    words.contains { text.contains($0) }
  }
}
