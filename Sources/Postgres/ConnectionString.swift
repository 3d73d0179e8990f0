internal import CPostgres

/// A connection string taken apart: `host=… dbname=…` or `postgresql://…`.
package struct ConnectionString: Hashable, Sendable {
  /// What was written, by keyword; libpq's defaults and environment are not in it.
  package var settings: [String: String]

  package init(settings: [String: String]) { self.settings = settings }

  /// Throws for what libpq cannot read, without repeating it: a password may be in it.
  package init(_ text: String) throws(PostgresError) {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(text, &message) else {
      PQfreemem(message)
      throw .misuse("the connection string cannot be read")
    }
    defer { PQconninfoFree(options) }
    var settings: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        settings[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    self.settings = settings
  }

  package subscript(_ keyword: String) -> String? {
    get { settings[keyword] }
    set { settings[keyword] = newValue }
  }

  /// The string as `keyword='value'`, sorted.
  package var text: String {
    settings.sorted { $0.key < $1.key }.map { keyword, value in
      let quoted = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
      return "\(keyword)='\(String(quoted))'"
    }.joined(separator: " ")
  }
}
