/// What a store is for. It stands in the file's header, so that a program of either kind, and an older one
/// too, refuses the other kind before it reads a row.
package enum StorePurpose: Sendable, CaseIterable {
  case work, training

  /// Where a file's header has it, as four bytes, the highest first (sqlite.org/fileformat.html, 1.3).
  static let placeInHeader = 68

  /// "OKNO" and "OKDM" in ASCII, where SQLite keeps the kind of a file (sqlite.org/pragma.html
  /// `application_id`).
  var applicationID: Int64 {
    switch self {
    case .work: 0x4F4B_4E4F
    case .training: 0x4F4B_444D
    }
  }
}
