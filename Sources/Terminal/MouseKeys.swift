// The mouse's reports: a press of the first button and the wheel; all else is nothing.

internal import Canvas

enum MouseKeys {
  /// SGR form: `Esc [ < button ; column ; row M`, with `m` for a release.
  static func meaning(of sequence: ControlSequence) -> ControlSequence.Meaning? {
    let isPress = sequence.final == UInt8(ascii: "M")
    guard isPress || sequence.final == UInt8(ascii: "m"), let button = sequence.parameter(0),
      let column = sequence.parameter(1), let row = sequence.parameter(2)
    else { return nil }
    return .keys(isPress ? keys(button: button, column: column, row: row) : [])
  }

  /// The old form: three bytes, each more by 32.
  static func oldStyle(_ bytes: ArraySlice<UInt8>) -> [Key] {
    let numbers = bytes.map { Int($0) - 32 }
    return keys(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  private static func keys(button: Int, column: Int, row: Int) -> [Key] {
    // Shift, Alt and Ctrl count 4, 8 and 16 and change nothing; 32 is a motion.
    switch button & ~(4 | 8 | 16) {
    case 0: [.press(Point(column: max(0, column - 1), row: max(0, row - 1)))]
    case 64: [.wheel(-1)]
    case 65: [.wheel(1)]
    default: []
    }
  }
}
