// The everyday ways to run one statement.

extension Connection {
  /// Runs one statement that answers no rows; the number of rows it changed.
  @discardableResult
  package func run(_ sql: String, _ values: any Bindable...) throws -> Int {
    try run(sql, values: values)
  }

  @discardableResult
  package func run(_ sql: String, values: [any Bindable]) throws -> Int {
    try withStatement(sql) { statement in
      try statement.bind(values)
      try statement.run()
      return changes
    }
  }

  /// Calls `body` with each row, in order, until it returns `false`.
  package func forEach(
    _ sql: String, values: [any Bindable] = [], while body: (inout Row) throws -> Bool
  ) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      while try statement.step() {
        var row = statement.row()
        guard try body(&row) else { return }
      }
    }
  }

  /// All rows, decoded.
  package func all<T>(
    _ sql: String, _ values: any Bindable..., read: (inout Row) throws -> T
  ) throws -> [T] {
    var found: [T] = []
    try forEach(sql, values: values) { row in
      found.append(try read(&row))
      return true
    }
    return found
  }

  /// The first row, decoded; `nil` when there is none.
  package func first<T>(
    _ sql: String, _ values: any Bindable..., read: (inout Row) throws -> T
  ) throws -> T? {
    var found: T?
    try forEach(sql, values: values) { row in
      found = try read(&row)
      return false
    }
    return found
  }

  /// The first column of the first row; `nil` when there is none.
  package func value<T: ColumnReadable>(
    _ sql: String, _ values: any Bindable..., as type: T.Type = T.self
  ) throws -> T? {
    var found: T?
    try forEach(sql, values: values) { row in
      found = try row.next(T.self)
      return false
    }
    return found
  }
}
