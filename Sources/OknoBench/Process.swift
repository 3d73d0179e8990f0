internal import FoundationEssentials
internal import Glibc

/// Another program, as a peer to be measured against.
enum Peer {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program with a file as its input and its output thrown away; the milliseconds it took.
  static func run(_ arguments: [String], input: String) throws -> Double {
    let program = try place(of: arguments[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var pointers = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    let start = milliseconds()
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, nil, pointers, environ)
    guard code == 0 else {
      throw Failure(description: "\(arguments[0]): \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return milliseconds() - start
  }

  /// The program beside this one, or along the usual path.
  static func place(of program: String) throws -> String {
    let beside = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      .split(separator: "/").dropLast().joined(separator: "/")
    let places = ["/\(beside)", "/usr/local/bin", "/usr/bin", "/bin"].map { "\($0)/\(program)" }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else {
      throw Peer.Failure(description: "there is no \(program)")
    }
    return found
  }

  static func isInstalled(_ program: String) -> Bool { (try? place(of: program)) != nil }
}
