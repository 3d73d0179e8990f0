internal import Domain
internal import Sync

/// A row as it comes over the wire: `entity id version body`, a tombstone without body.
enum RowText {
  /// - Parameter isCopied: the line comes from COPY, which doubles each backslash and ends it with LF.
  static func row(_ line: UnsafeRawBufferPointer, isCopied: Bool) -> SyncRow? {
    var fields = FieldReader(line)
    guard let entity = fields.letter().flatMap(entity), let id = fields.uuid(),
      let version = fields.number(), version > 0
    else { return nil }
    guard !fields.isAtEnd else {
      return SyncRow(entity: entity, id: id, version: version, body: nil)
    }
    let rest = fields.rest()
    let body = isCopied ? uncopied(rest) : String(decoding: rest, as: UTF8.self)
    return SyncRow(entity: entity, id: id, version: version, body: body)
  }

  private static func entity(_ letter: UInt8) -> SyncRow.Entity? {
    switch letter {
    case UInt8(ascii: "c"): .citizen
    case UInt8(ascii: "v"): .visit
    case UInt8(ascii: "r"): .rating
    case UInt8(ascii: "x"): .conflict
    case UInt8(ascii: "e"): .employee
    case UInt8(ascii: "t"): .ticket
    case UInt8(ascii: "d"): .desk
    case UInt8(ascii: "m"): .message
    case UInt8(ascii: "f"): .feedback
    case UInt8(ascii: "s"): .strength
    case UInt8(ascii: "k"): .remark
    case UInt8(ascii: "h"): .ratingMonth
    case UInt8(ascii: "w"): .ratingWords
    case UInt8(ascii: "b"): .callback
    case UInt8(ascii: "o"): .ratingToken
    default: nil
    }
  }

  /// Takes the escapes of COPY's text format out (postgresql.org/docs/15/sql-copy.html).
  static func uncopied(_ line: UnsafeRawBufferPointer) -> String {
    var bytes = line
    if bytes.last == UInt8(ascii: "\n") {
      bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast())
    }
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: bytes.count) { target in
      var from = 0
      var to = 0
      while from < bytes.count {
        var byte = bytes[from]
        if byte == UInt8(ascii: "\\"), from + 1 < bytes.count {
          from += 1
          byte = unescaped(bytes[from])
        }
        target[to] = byte
        from += 1
        to += 1
      }
      return to
    }
  }

  private static func unescaped(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "r"): 13
    default: letter
    }
  }
}
