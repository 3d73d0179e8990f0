// What was done by window and hour: a row of shades beside a window's line, or a map of all of them.

internal import Canvas
internal import DeskCore
internal import Domain

/// The row of each window: tickets done by the hour, against the busiest hour of all.
struct HeatRow {
  let hours: Range<Int>
  let most: Int
  private let figures: QueueFigures
  private let shades: [Character]

  init(_ figures: QueueFigures, _ theme: Theme) {
    self.figures = figures
    hours = HourBars.hours(Array(figures.doneByWindow.values))
    most = figures.doneByWindow.values.compactMap { $0.max() }.max() ?? 0
    shades = HourBars.shades(theme)
  }

  /// A character an hour.
  func text(of desk: Identifier<Desk>) -> String {
    HourBars.text(values(of: desk), most: most, steps: shades)
  }

  func values(of desk: Identifier<Desk>) -> [Int] {
    Array((figures.doneByWindow[desk] ?? [Int](repeating: 0, count: 24))[hours])
  }
}

enum HeatMap {
  /// Columns of an hour: two of a shade, one between.
  static let cell = 3
  private static let nameColumns = 12

  /// Whether there is room for it beside the list of windows.
  static func isShown(in rect: Rect) -> Bool { rect.rows >= 30 && rect.columns >= 60 }

  static func split(_ rect: Rect) -> (name: Rect, cells: Rect) {
    let (name, cells) = rect.splitLeft(nameColumns)
    return (name.splitLeft(nameColumns - 1).left, cells)
  }
}

extension Frame {
  /// A title, the hours, and a row a window that has done something, the busiest first where there is not room
  /// for all.
  mutating func drawHeatMap(_ lists: BoardLists, in rect: Rect, _ context: Context) {
    let heat = HeatRow(lists.figures, context.theme)
    let (title, rest) = rect.splitTop(1)
    draw(lists.words.heatTitle(heat.most), in: title, style: context[.textMuted])
    let (hours, rows) = rest.splitTop(1)
    for (place, hour) in heat.hours.enumerated() {
      draw("\(hour)", in: cell(place, of: hours), style: context[.textMuted])
    }
    for (place, window) in busiest(lists, heat, most: rows.rows).enumerated() {
      let line = rows.line(place)
      draw(lists.state.name(of: window.id), in: HeatMap.split(line).name, style: context[.text])
      for (place, shade) in heat.text(of: window.id).enumerated() {
        draw(String(repeating: shade, count: 2), in: cell(place, of: line), style: context[.text])
      }
    }
  }

  private func cell(_ place: Int, of line: Rect) -> Rect {
    HeatMap.split(line).cells.splitLeft(place * HeatMap.cell).rest.splitLeft(HeatMap.cell).left
  }

  /// In the order of the list.
  private func busiest(_ lists: BoardLists, _ heat: HeatRow, most: Int) -> [DeskPresence] {
    let windows = lists.state.day.windows
    let sums = windows.map { heat.values(of: $0.id).reduce(0, +) }
    let chosen = windows.indices.filter { sums[$0] > 0 }
      .sorted { (-sums[$0], $0) < (-sums[$1], $1) }.prefix(most)
    return chosen.sorted().map { windows[$0] }
  }
}
