import Domain
import FoundationEssentials
import Glibc
import JSON5
import Testing

@testable import okno

/// A folder that is gone with the test.
final class TestFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/okno-cli-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }
}

/// What a run of the program left behind.
struct Run {
  var code: Int32
  var output: String
  var complaints: String

  /// Standard output as one JSON value.
  func json(sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON5Node {
    #expect(output.hasSuffix("\n"), sourceLocation: sourceLocation)
    return try JSON5Document(name: "stdout", text: output).root
  }

  /// The failure on standard error as JSON.
  func failure(sourceLocation: SourceLocation = #_sourceLocation) throws -> (
    code: String, message: String
  ) {
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    let root = try JSON5Document(name: "stderr", text: complaints).root
    let error = try #require(root.child(.key("error")), sourceLocation: sourceLocation)
    return (
      try #require(error.child(.key("code"))?.text, sourceLocation: sourceLocation),
      try #require(error.child(.key("message"))?.text, sourceLocation: sourceLocation)
    )
  }
}

/// The program in this process, with a folder of its own for everything it keeps.
struct TestProgram {
  let folder: TestFolder
  var variables: [String: String] = [:]

  init() throws { folder = try TestFolder() }

  private final class Streams {
    var output = ""
    var complaints = ""
    var lines: [String] = []
    func secret() -> [UInt8]? { lines.isEmpty ? nil : Array(lines.removeFirst().utf8) }
  }

  /// Runs the words. `answers` are lines that a person types; without them standard input is
  /// `input` and nobody is there.
  func run(_ words: [String], input: String = "", answers: [String]? = nil) -> Run {
    let streams = Streams()
    streams.lines = answers ?? input.split(separator: "\n").map(String.init)
    let console = Console(
      print: { text throws(Failure) in streams.output += text },
      complain: { streams.complaints += $0 },
      readInput: { _ throws(Failure) in Array(input.utf8) },
      readLine: { streams.lines.isEmpty ? nil : streams.lines.removeFirst() },
      readSecret: { source in
        if answers != nil || source == .input { return streams.secret() }
        return nil
      },
      isInteractive: answers != nil)
    var environment = variables
    environment["HOME"] = environment["HOME"] ?? folder.path
    let program = Program(
      table: .okno, environment: Environment { environment[$0] }, console: console)
    let code = program.run(words)
    return Run(code: code, output: streams.output, complaints: streams.complaints)
  }

  func run(_ line: String, input: String = "", answers: [String]? = nil) -> Run {
    run(line.split(separator: " ").map(String.init), input: input, answers: answers)
  }

  /// Adds a citizen and gives back the id.
  /// A visit as most of them are.
  static let birth =
    "visit log --json --situation birth-of-child --service birth-registration --outcome accepted"

  static let maria =
    #"{"surname": "Иванова", "given_name": "Мария", "birth_date": "12.03.1990", "snils": "112-233-445 95", "phone": "8 (916) 123-45-67"}"#

  func addCitizen(_ json: String) throws -> String {
    let root = try run("citizen add --json", input: json).json()
    return try #require(root.child(.key("id"))?.text)
  }
}

extension JSON5Node {
  var text: String? { if case .text(let text) = content { text } else { nil } }
  var number: String? { if case .number(let number) = content { number } else { nil } }
  var list: [JSON5Node]? { if case .list(let nodes) = content { nodes } else { nil } }
  var isNull: Bool { if case .null = content { true } else { false } }
  /// The keys of an object, in order.
  var keys: [String] {
    if case .object(let members) = content { members.map(\.key) } else { [] }
  }

  subscript(_ key: String) -> JSON5Node? { child(.key(key)) }
  subscript(_ index: Int) -> JSON5Node? { child(.index(index)) }
}

/// The built program as a process.
enum Binary {
  /// Beside the bundle of tests that is running.
  static var path: String {
    get throws {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      try #require(count > 0)
      let bundle = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = try #require(bundle.lastIndex(of: "/"))
      return bundle[...folder] + "okno"
    }
  }

  /// Runs a command line of `sh` in which `okno` is the built program.
  static func shell(_ line: String, in folder: TestFolder) throws -> Run {
    let output = "\(folder.path)/stdout"
    let complaints = "\(folder.path)/stderr"
    let script = """
      exec </dev/null
      okno() { '\(try path)' "$@"; }
      { \(line)
      } >'\(output)' 2>'\(complaints)'
      """
    let code = try run(
      // A command that waits for something that never comes fails its test.
      ["/usr/bin/timeout", "-k", "5", "240", "/bin/bash", "-c", script],
      ["HOME=\(folder.path)", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"])
    return Run(
      code: code, output: try text(output), complaints: try text(complaints))
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
  }

  /// The exit code, or 128 and the signal's number.
  private static func run(_ words: [String], _ environment: [String]) throws -> Int32 {
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, words[0], nil, nil, arguments, variables) == 0)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}

extension JSON5Node.Content {
  var isTrue: Bool { if case .truth(let truth) = self { truth } else { false } }
}

enum FileFacts {
  /// The permission bits; `nil` where there is no file.
  static func mode(_ path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }
}
