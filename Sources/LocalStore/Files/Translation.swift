internal import Domain
internal import SQLite

/// Any error from inside the store as what the caller can act on.
func storeError(_ error: any Error, path: String) -> StoreError {
  switch error {
  case let error as StoreError: error
  case let error as SQLiteError: storeError(error, path: path)
  case is DecodingError: .corrupt(path: path, detail: "a stored JSON text cannot be read")
  default: .internal(String(describing: type(of: error)))
  }
}

private func storeError(_ error: SQLiteError, path: String) -> StoreError {
  switch error.primary {
  case .permission: .notPermitted(path: path)
  case .busy, .locked: .busy(holder: nil)
  case .readOnly: .readOnly(path: path)
  case .interrupted: .interrupted
  case .full: .diskFull(path: path)
  case .inputOutput: .inputOutput(path: path, detail: error.message)
  case .corrupt, .mismatch: .corrupt(path: path, detail: error.message)
  case .notADatabase: .corrupt(path: path, detail: error.message)
  case .cannotOpen: cannotOpen(path, error)
  default: .internal(error.description)
  }
}

/// SQLite does not say why it could not open a file; the file system does.
private func cannotOpen(_ path: String, _ error: SQLiteError) -> StoreError {
  guard let facts = FileFacts(path) else { return .missing(path: path) }
  if facts.isDirectory { return .inputOutput(path: path, detail: "is a folder") }
  return .notPermitted(path: path)
}
