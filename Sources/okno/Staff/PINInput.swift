// PINs on their way in: from a file, the terminal without echo, or standard input. Never from the command line.

internal import Domain
internal import Glibc

struct PINInput {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// The PIN of whoever is named by `--as`.
  func ofActor() throws(Failure) -> PIN {
    if let path = session.environment.pinFile { return try pin(fromFile: path) }
    return try ask(session.words("PIN: ", "PIN: "))
  }

  /// A new PIN, typed twice where somebody types.
  func new(file: String?) throws(Failure) -> PIN {
    if let file { return try pin(fromFile: file) }
    let pin = try ask(session.words("Новый PIN: ", "New PIN: "))
    guard session.console.isInteractive else { return pin }
    guard try ask(session.words("Ещё раз: ", "Once more: ")) == pin else {
      throw .badData(
        "pin", ru: "набрано по-разному: повторите команду",
        en: "the two differ: call the command again")
    }
    return pin
  }

  private func ask(_ prompt: String) throws(Failure) -> PIN {
    let isTyped = session.console.isInteractive || session.invocation.command?.readsInput == true
    guard var line = session.console.readSecret(isTyped ? .terminal(prompt: prompt) : .input) else {
      throw Failure(
        .notPermitted, code: "pin",
        ru: "нужен PIN: наберите его за терминалом, подайте строкой на вход или назовите файл в "
          + "OKNO_PIN_FILE",
        en: "a PIN is needed: type it at a terminal, give it as a line of standard input, or name "
          + "a file in OKNO_PIN_FILE")
    }
    defer { SecretInput.wipe(&line) }
    return try Self.pin(line)
  }

  private func pin(fromFile path: String) throws(Failure) -> PIN {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure(
        .inputOutput, code: "pin_file", ru: "не удалось прочесть \(path)",
        en: "\(path) cannot be read")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure(
        .notPermitted, code: "pin_file_too_open",
        ru: "\(path) могут читать и другие, а в нём PIN. Закройте его: chmod 600 \(path)",
        en: "\(path) can be read by others, and a PIN is in it. Close it: chmod 600 \(path)")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(
        .inputOutput, code: "pin_file", ru: "не удалось прочесть \(path)",
        en: "\(path) cannot be read")
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 64)
    defer { SecretInput.wipe(&bytes) }
    let count = max(0, read(descriptor, &bytes, bytes.count))
    return try Self.pin(bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") && $0 != 13 })
  }

  private static func pin(_ digits: some Sequence<UInt8>) throws(Failure) -> PIN {
    guard let pin = PIN(digits) else {
      throw .badData("pin", ru: "PIN — от 6 до 12 цифр", en: "a PIN has 6 to 12 digits")
    }
    return pin
  }
}
