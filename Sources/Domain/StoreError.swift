/// Why the store could not do what was asked. The data that were there before stay as they were in
/// every case; the sentence for a person is made at the edge, in that person's language.
package enum StoreError: Error, Hashable, Sendable {
  /// There is no store at this path.
  case missing(path: String)
  /// There was a store at this path, and now there is none or an empty file.
  case lost(path: String)
  case cannotCreate(path: String, reason: String)
  case notPermitted(path: String)
  /// The file, its folder or its disk cannot be written.
  case readOnly(path: String)
  /// Another process writes; `holder` says which, where it is known.
  case busy(holder: LockHolder?)
  /// The file is damaged, or was changed by something other than this program.
  case corrupt(path: String, detail: String)
  /// The file exists but is no store of this program.
  case notAStore(path: String)
  /// A newer program has written the file: it is left alone.
  case newerSchema(found: Int, known: Int)
  /// A store of the training centre, in which nothing real has a place.
  case training(path: String)
  /// A centre's own store, in which nothing of a training has a place.
  case notTraining(path: String)
  case diskFull(path: String)
  case inputOutput(path: String, detail: String)
  /// The card was changed by somebody else in the same fields since the clerk saw it.
  case conflict(current: Citizen)
  case notFound(kind: String, id: String)
  /// The value breaks a rule of the vocabulary.
  case badInput(String)
  /// The ticket is in a state in which this cannot be done with it: somebody else was first, as a rule.
  case ticketState(number: String, state: Ticket.State)
  /// The account has no role for this, or nobody is signed in.
  case forbidden(Permission)
  /// A newer request stopped this one.
  case interrupted
  /// A fault of the program.
  case `internal`(String)

  /// Who writes to a store right now.
  package struct LockHolder: Hashable, Sendable {
    package var process: Int32
    package init(process: Int32) { self.process = process }
  }

  /// The exit code of the command line's contract (BSD `sysexits`).
  package var exitCode: Int32 {
    switch self {
    case .badInput, .notFound, .conflict, .ticketState, .corrupt, .notAStore, .lost: 65
    case .internal, .interrupted: 70
    case .cannotCreate: 73
    case .inputOutput, .diskFull: 74
    case .missing: 74
    case .busy: 75
    case .notPermitted, .readOnly, .forbidden: 77
    case .newerSchema, .training, .notTraining: 78
    }
  }

  /// A word for machines, `error.code` in JSON.
  package var code: String {
    switch self {
    case .missing: "missing"
    case .lost: "lost"
    case .cannotCreate: "cannot_create"
    case .notPermitted: "not_permitted"
    case .readOnly: "read_only"
    case .forbidden: "forbidden"
    case .busy: "busy"
    case .corrupt: "corrupt"
    case .notAStore: "not_a_store"
    case .newerSchema: "newer_schema"
    case .training: "training_store"
    case .notTraining: "not_training_store"
    case .diskFull: "disk_full"
    case .inputOutput: "input_output"
    case .conflict: "conflict"
    case .notFound: "not_found"
    case .badInput: "bad_input"
    case .ticketState: "ticket_state"
    case .interrupted: "interrupted"
    case .internal: "internal"
    }
  }
}
