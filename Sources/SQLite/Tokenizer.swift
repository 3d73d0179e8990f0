internal import CSQLite

extension Connection {
  /// Makes the FTS5 tokenizer `okno` known to this connection (see `okno_tokenizer.h`).
  package func registerOknoTokenizer() throws(SQLiteError) {
    let code = okno_register_tokenizer(handle)
    guard code == SQLITE_OK else { throw SQLiteError.last(of: handle, code: code, sql: nil) }
  }
}
