internal import CPostgres

/// The rows that a statement answered with.
package final class PostgresResult {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { PQclear(pointer) }

  package var rowCount: Int { Int(PQntuples(pointer)) }
  package var columnCount: Int { Int(PQnfields(pointer)) }
  /// Rows changed by a statement that changes some.
  package var changed: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// Lends a value's bytes; `nil` for NULL and for a place that is not there.
  package func withBytes<T>(
    _ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T
  ) rethrows -> T? {
    guard row < rowCount, column < columnCount,
      PQgetisnull(pointer, Int32(row), Int32(column)) == 0
    else { return nil }
    let count = Int(PQgetlength(pointer, Int32(row), Int32(column)))
    return try body(
      UnsafeRawBufferPointer(start: PQgetvalue(pointer, Int32(row), Int32(column)), count: count))
  }

  package func text(_ row: Int, _ column: Int) -> String? {
    withBytes(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  package func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
    withBytes(row, column) { Array($0) }
  }

  var status: ExecStatusType { PQresultStatus(pointer) }

  var fault: ServerFault {
    ServerFault(
      state: field(PG_DIAG_SQLSTATE), message: field(PG_DIAG_MESSAGE_PRIMARY),
      detail: field(PG_DIAG_MESSAGE_DETAIL))
  }

  private func field(_ code: Int32) -> String {
    PQresultErrorField(pointer, code).map { String(cString: $0) } ?? ""
  }
}

// Character macros, which the importer drops (postgres_ext.h).
private let PG_DIAG_SQLSTATE = Int32(UInt8(ascii: "C"))
private let PG_DIAG_MESSAGE_PRIMARY = Int32(UInt8(ascii: "M"))
private let PG_DIAG_MESSAGE_DETAIL = Int32(UInt8(ascii: "D"))
