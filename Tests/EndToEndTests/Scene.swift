// A window of a centre for one test: the built program, a data folder of its own, a terminal of its own.

internal import Canvas
internal import Glibc
internal import TerminalRobot
internal import Testing

/// The place of one story. Everything in it is gone with it.
final class Scene {
  let folder: String
  var data: String { folder + "/data" }
  private let configuration: String

  /// `configuration` is the text of the configuration file.
  init(configuration: String = "{}") throws {
    var template = Array("/tmp/okno-story-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
    self.configuration = folder + "/config.json5"
    try write(configuration, to: self.configuration)
  }

  deinit {
    _ = exitCode(of: "/bin/rm", ["-rf", folder], output: "/dev/null", complaints: "/dev/null")
  }

  /// The variables that keep a program of this scene inside it.
  var alone: [String: String] {
    ["HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder]
  }

  /// The options that keep a program of this scene inside it.
  var options: [String] { ["--data", data, "--config", configuration] }

  func write(_ text: String, to path: String) throws {
    let file = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = Array(text.utf8)
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  // MARK: - The desk

  /// Opens the desk and waits for its first screen.
  func desk(
    size: Size = Robot.usualSize, environment: [String: String] = [:], options: [String] = []
  ) throws -> Robot {
    let robot = try unopenedDesk(size: size, environment: environment, options: options)
    try robot.waitFor("Что случилось?")
    return robot
  }

  /// Starts the desk, and does not look.
  func unopenedDesk(
    size: Size = Robot.usualSize, environment: [String: String] = [:], options: [String] = []
  ) throws -> Robot {
    try Robot(
      "okno", self.options + options, environment: alone.merging(environment) { $1 }, size: size)
  }

  // MARK: - The command line

  struct Outcome {
    var code: Int32
    var output: String
    var complaints: String
  }

  /// Runs a command on this scene's data.
  func okno(_ words: [String], input: String? = nil) throws -> Outcome {
    let variables = alone.map { "\($0)=\($1)" }
    return try run(
      "/usr/bin/env", variables + [BuiltProduct.path("okno")] + words + options, input: input)
  }

  /// Runs any program and takes what it says.
  func run(_ program: String, _ words: [String], input: String? = nil) throws -> Outcome {
    let (output, complaints) = (folder + "/stdout", folder + "/stderr")
    var source = "/dev/null"
    if let input {
      source = folder + "/stdin"
      try write(input, to: source)
    }
    let code = exitCode(of: program, words, input: source, output: output, complaints: complaints)
    return Outcome(code: code, output: try text(output), complaints: try text(complaints))
  }

  func text(_ path: String) throws -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    try #require(file >= 0)
    defer { close(file) }
    var (all, piece) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while case let count = read(file, &piece, piece.count), count > 0 { all += piece.prefix(count) }
    return String(decoding: all, as: UTF8.self)
  }
}

/// Runs a program to its end; its exit code, or 128 and the signal that ended it.
private func exitCode(
  of program: String, _ words: [String], input: String = "/dev/null", output: String,
  complaints: String
) -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  let writing = O_CREAT | O_TRUNC | O_WRONLY
  posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, complaints, writing, 0o600)
  var arguments = ([program] + words).map { strdup($0) } + [nil]
  defer { arguments.forEach { free($0) } }
  var process = pid_t()
  guard posix_spawnp(&process, program, &actions, nil, &arguments, environ) == 0 else { return 127 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  let signal = status & 0x7F
  return signal == 0 ? status >> 8 & 0xFF : 128 + signal
}
