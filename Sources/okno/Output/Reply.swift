/// What a command answers: one value, in the form that was asked for.
struct Reply {
  /// Printed with `--json`.
  let json: () -> JSONValue
  /// Printed without; lines without a last line end. Data in it has its controls made visible.
  let text: () -> String
  /// What a person should know beside the answer; goes to standard error.
  var notes: [String] = []
  /// The answer is complete and says that something is wrong: the exit code tells it too.
  var failure: Failure?
  /// What a command that had the screen for itself ended with.
  var exitCode: Int32 = ExitCode.done.rawValue

  /// For a command that has printed all there is to say.
  static func done(_ exitCode: Int32) -> Reply {
    var reply = Reply(json: nil, text: "")
    reply.exitCode = exitCode
    return reply
  }

  init(
    json: @autoclosure @escaping () -> JSONValue, text: @autoclosure @escaping () -> String,
    notes: [String] = [], failure: Failure? = nil
  ) {
    self.json = json
    self.text = text
    self.notes = notes
    self.failure = failure
  }
}
