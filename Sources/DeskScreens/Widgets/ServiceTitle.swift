// A service's name where there is little room.

internal import Canvas
internal import Domain

extension Service {
  /// The title where it fits into so many columns, else the name for lists.
  func title(_ language: Language, within columns: Int) -> String {
    let full = title(language)
    guard DisplayWidth.columns(of: full) > columns, let short else { return full }
    return short(language)
  }
}
