// From the words of the command line to an exit code.

internal import CPSVAP
internal import Catalogue
internal import CentralStore
internal import Configuration
internal import Domain
internal import LocalStore
internal import Postgres

struct Program {
  static let version = "0.1.0"
  /// The day of this version, for the manual.
  static let released = "2026-11-24"

  let table: CommandTable
  let environment: Environment
  let console: Console

  /// Runs what the words after the program's name ask for.
  func run(_ words: [String]) -> Int32 {
    let wantsJSON = words.prefix { $0 != "--" }.contains("--\(CommonOptions.json.name)")
    do {
      let invocation = try Invocation(words, table: table)
      return try answer(invocation, wantsJSON: wantsJSON)
    } catch {
      let language = Self.guessedLanguage(words)
      return tell(Self.failure(error), language, wantsJSON)
    }
  }

  private func answer(_ invocation: Invocation, wantsJSON: Bool) throws -> Int32 {
    let named = invocation.value(CommonOptions.language).flatMap(Language.init(rawValue:))
    switch invocation.request {
    case .help(let path):
      let language = named ?? readableConfiguration(invocation).language
      let help = HelpText(table: table, language: language)
      try console.print((wantsJSON ? help.json(path).written : help.text(path)) + "\n")
      return ExitCode.done.rawValue
    case .version:
      let json: JSONValue = ["version": .string(Self.version)]
      try console.print((wantsJSON ? json.written : "okno \(Self.version)") + "\n")
      return ExitCode.done.rawValue
    case .run(let command):
      let configuration =
        command.needsConfiguration
        ? try Configuration.read(places(invocation)) : readableConfiguration(invocation)
      let session = Session(
        invocation: invocation, configuration: configuration,
        language: named ?? configuration.language, environment: environment, console: console)
      return run(command, session, wantsJSON)
    }
  }

  private func run(_ command: CommandSpec, _ session: Session, _ wantsJSON: Bool) -> Int32 {
    do {
      TimeZone.adopt(session.configuration.timeZone)
      try session.checkNamedTheme()
      let session = try session.previewing(for: command)
      defer { session.preview?.remove() }
      let reply = try command.run(try session.authorised(for: command))
      let output = wantsJSON ? reply.json().written : reply.text()
      if !output.isEmpty { try console.print(output + "\n") }
      reply.notes.forEach { console.complain("okno: \($0)\n") }
      if let failure = reply.failure { return tell(failure, session.language, wantsJSON) }
      return reply.exitCode
    } catch let error as StoreError {
      if case .forbidden(let permission) = error,
        let named = session.invocation.value(CommonOptions.actor)
      {
        return tell(.forbidden(permission, of: named), session.language, wantsJSON)
      }
      let folder = session.invocation.value(CommonOptions.data)
      return tell(Failure(error, folder: folder), session.language, wantsJSON)
    } catch {
      return tell(Self.failure(error), session.language, wantsJSON)
    }
  }

  private func tell(_ failure: Failure, _ language: Language, _ wantsJSON: Bool) -> Int32 {
    let message =
      wantsJSON ? failure.json(language).written : "okno: \(failure.visibleMessage(language))"
    console.complain(message + "\n")
    return failure.exit.rawValue
  }

  private func places(_ invocation: Invocation) -> ConfigurationPlaces {
    environment.configurationPlaces(named: invocation.value(CommonOptions.config))
  }

  /// For what must work whatever the file says: the defaults where it is faulty.
  private func readableConfiguration(_ invocation: Invocation) -> Configuration {
    (try? Configuration.read(places(invocation))) ?? Configuration()
  }

  /// The language asked for on a command line that cannot be read otherwise.
  private static func guessedLanguage(_ words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      if word == "--lang", words.indices.contains(index + 1) {
        return Language(rawValue: words[index + 1]) ?? .ru
      }
      if word.hasPrefix("--lang=") {
        return Language(rawValue: String(word.dropFirst("--lang=".count))) ?? .ru
      }
    }
    return .ru
  }

  /// Every error that may arrive here, as a person should hear of it.
  static func failure(_ error: any Error) -> Failure {
    switch error {
    case let failure as Failure: failure
    case let error as StoreError: Failure(error)
    case let error as ConfigurationError: Failure(error)
    case let error as CatalogueError: Failure(error)
    case let error as ReadingError: Failure(error)
    case let error as PostgresError: Failure(error)
    case let error as DSNFault: Failure(error)
    case let error as CredentialsFault: Failure(error)
    case let error as AdministratorFault: Failure(error)
    default: .internal("\(error)")
    }
  }
}
