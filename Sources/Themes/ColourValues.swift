// Colours as numbers: the terminal's palettes, the nearest colour, contrast.

package import Canvas
internal import Glibc

/// Three parts of sRGB, 0 to 255.
package struct RGB: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#fb0` or `#ffb000`.
  init?(hexadecimal text: String) {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    var digits: [UInt8] = []
    for byte in text.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    switch digits.count {
    case 3: self.init(digits[0] * 17, digits[1] * 17, digits[2] * 17)
    case 6:
      self.init(
        digits[0] << 4 | digits[1], digits[2] << 4 | digits[3], digits[4] << 4 | digits[5])
    default: return nil
    }
  }

  /// The luminance of WCAG 2.1, 0 to 1.
  package var luminance: Double {
    let parts = [red, green, blue].map(Self.linear)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The part's light, 0 to 1.
  package static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// The contrast ratio of WCAG 2.1, 1 to 21.
  package static func contrast(_ first: RGB, _ second: RGB) -> Double {
    let lights = [first.luminance, second.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// How different two colours look, with the weights of "redmean" for the eye's unequal parts.
  func distance(to other: RGB) -> Int {
    let mean = (Int(red) + Int(other.red)) / 2
    let parts = (
      Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue)
    )
    return (512 + mean) * parts.0 * parts.0 / 256 + 4 * parts.1 * parts.1
      + (767 - mean) * parts.2 * parts.2 / 256
  }
}

/// What the numbers of a terminal's palette look like.
package enum TerminalPalette {
  /// The first sixteen as the Linux console and VGA show them; elsewhere the terminal decides.
  private static let vga: [RGB] = (0..<16).map { index in
    let isBright = index >= 8
    func part(_ bit: Int) -> UInt8 {
      (index & bit == 0 ? 0 : 0xAA) + (isBright ? 0x55 : 0)
    }
    return index == 3 ? RGB(0xAA, 0x55, 0) : RGB(part(1), part(2), part(4))
  }

  /// 16 to 231 are a cube of six levels, 232 to 255 are greys (xterm's 256colres).
  package static func rgb(_ index: UInt8) -> RGB {
    switch index {
    case 0..<16: return vga[Int(index)]
    case 16..<232:
      let levels: [UInt8] = [0, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
      let place = Int(index) - 16
      return RGB(levels[place / 36], levels[place / 6 % 6], levels[place % 6])
    default:
      let grey = 8 + (index - 232) * 10
      return RGB(grey, grey, grey)
    }
  }

  /// The nearest colour among those that look the same on every terminal.
  static func nearestFixed(to colour: RGB) -> UInt8 { nearest(to: colour, in: 16...255) }
  static func nearestBasic(to colour: RGB) -> UInt8 { nearest(to: colour, in: 0...15) }

  private static func nearest(to colour: RGB, in indices: ClosedRange<UInt8>) -> UInt8 {
    let distances = indices.map { (index: $0, distance: rgb($0).distance(to: colour)) }
    return distances.min { $0.distance < $1.distance }?.index ?? 0
  }
}

extension Colour {
  /// What the colour looks like; nothing is known of the terminal's own.
  package var rgb: RGB? {
    switch self {
    case .terminal: nil
    case .indexed(let index): TerminalPalette.rgb(index)
    case .rgb(let red, let green, let blue): RGB(red, green, blue)
    }
  }
}

extension Style {
  /// The contrast of the letters with their ground; nothing where a colour is the terminal's own.
  package var contrast: Double? {
    guard let ink = foreground.rgb, let ground = background.rgb else { return nil }
    return RGB.contrast(ink, ground)
  }
}
