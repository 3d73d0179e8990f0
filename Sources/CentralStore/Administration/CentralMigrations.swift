internal import CResources

/// One step from a version of the central store's schema to the next. A shipped step is never changed:
/// a test holds its hash, and a new need is a new file at the end.
struct CentralMigration: Sendable {
  /// From 1; the file's name begins with it.
  var number: Int
  /// `0001-tables.sql`.
  var name: String
  var sql: String
}

enum CentralMigrations {
  static let all: [CentralMigration] = files.compactMap { name, sql in
    Int(name.prefix(4)).map { CentralMigration(number: $0, name: name, sql: sql) }
  }

  /// Run each time, before the steps: roles belong to the cluster, and not to a version.
  static let roles = files.first { $0.name == "roles.sql" }?.sql ?? ""

  static let files: [(name: String, sql: String)] = (0..<okno_resource_count()).compactMap {
    index in
    let resource = okno_resource_at(index)
    guard String(cString: resource.group) == "central" else { return nil }
    let bytes = UnsafeBufferPointer(start: resource.bytes, count: resource.count)
    return (String(cString: resource.name), String(decoding: bytes, as: UTF8.self))
  }
}
