/// Something in a catalogue that its author should mend.
package struct CatalogueFinding: Hashable, Sendable {
  package enum Severity: String, Sendable {
    /// The entry is wrong or misleads: the catalogue must not be used so.
    case error
    /// The entry can be used; it should be better.
    case warning
  }

  /// The file's path, ready to be opened where the command was started.
  package var file: String
  /// From 1; 0 where the finding is about the whole file or folder.
  package var line: Int
  package var problem: CatalogueProblem

  package init(file: String, line: Int, problem: CatalogueProblem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  package var severity: Severity { problem.wording.severity }
  /// A stable name for programs: `unknown-document`.
  package var code: String { problem.wording.code }
  /// What is wrong, in English.
  package var statement: String { problem.wording.statement }
  /// What to do about it, in English.
  package var advice: String { problem.wording.advice }
}

extension CatalogueFinding: CustomStringConvertible {
  /// `Situations/x.json5:12: error: … — …`, the form to which editors jump.
  package var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place): \(severity.rawValue): \(statement) — \(advice)"
  }
}

extension CatalogueFinding: Comparable {
  /// By place, as a person reads the files.
  package static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.code, left.statement)
      < (right.file, right.line, right.code, right.statement)
  }
}
