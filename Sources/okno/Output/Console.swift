// The three streams of a command.

internal import Domain
internal import Glibc

/// Where a command reads and writes; a test puts its own in place.
struct Console {
  /// Writes to standard output.
  var print: (String) throws(Failure) -> Void
  /// Writes to standard error, as well as it can.
  var complain: (String) -> Void
  /// All of standard input, at most `limit` bytes; more is an error.
  var readInput: (_ limit: Int) throws(Failure) -> [UInt8]
  /// A line of standard input without its end; `nil` at the end.
  var readLine: () -> String?
  /// A line that nobody shall see: from the terminal after a prompt and without echo, or the next one of
  /// standard input; `nil` where there is none. Whoever takes it wipes it.
  var readSecret: (SecretSource) -> [UInt8]?
  /// Whether a person sits at standard input.
  var isInteractive: Bool
}

extension Console {
  static var standard: Console {
    Console(
      print: { text throws(Failure) in try write(text, to: STDOUT_FILENO) },
      complain: { text in
        // Nothing is left to complain to.
        do { try write(text, to: STDERR_FILENO) } catch {}
      },
      readInput: { limit throws(Failure) in try readAll(STDIN_FILENO, limit) },
      readLine: { Swift.readLine() },
      readSecret: { SecretInput.line(from: $0) },
      isInteractive: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1)
  }

  /// Writes all of it to an open file.
  static func write(_ text: String, to descriptor: Int32) throws(Failure) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw systemFailure("вывод", "output") }
      done += count
    }
  }

  private static func readAll(_ descriptor: Int32, _ limit: Int) throws(Failure) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return content }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw systemFailure("ввод", "input") }
      content += chunk[..<count]
      guard content.count <= limit else {
        throw .badData(
          "too_large", ru: "на входе больше \(limit) байт", en: "the input has over \(limit) bytes")
      }
    }
  }

  private static func systemFailure(_ ru: String, _ en: String) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      .inputOutput, code: "input_output", ru: "\(ru): \(Failure.russian(reason))",
      en: "\(en): \(reason)")
  }
}
