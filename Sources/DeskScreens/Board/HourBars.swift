// The day by the hour in one row of characters, legible without colour.

internal import Canvas

enum HourBars {
  /// Heights, the least first; where the terminal may have no eighths, shades stand for them.
  static func steps(_ theme: Theme) -> [Character] {
    guard theme.lines == .unicode else { return Array(".:-=+*#@") }
    return theme.depth == .mono || theme.depth == .sixteen ? Array("░▒▓█") : Array("▁▂▃▄▅▆▇█")
  }

  /// Shades, the least first.
  static func shades(_ theme: Theme) -> [Character] {
    theme.lines == .unicode ? Array("░▒▓█") : Array(".+*#")
  }

  /// A character an hour: a blank for nothing, else the value's share of the `most`.
  static func text(_ values: [Int], most: Int, steps: [Character]) -> String {
    String(
      values.map { value in
        guard value > 0, most > 0, !steps.isEmpty else { return " " }
        return steps[min(steps.count - 1, (value * steps.count - 1) / most)]
      })
  }

  /// The hours worth showing: a working day, and what lies outside of it.
  static func hours(_ days: [[Int]]) -> Range<Int> {
    let busy = (0..<24).filter { hour in days.contains { $0.indices.contains(hour) && $0[hour] > 0 }
    }
    return min(8, busy.first ?? 8)..<max(20, (busy.last ?? 19) + 1)
  }
}
