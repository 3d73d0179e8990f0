import Canvas
import Testing

@testable import Themes

/// Roles between which a person must be able to choose without seeing colours.
private let families: [[Role]] = [
  [.statusOk, .statusWarning, .statusError, .statusInfo],
  [.documentBring, .documentInteragency, .documentCopy],
  [.deadline, .deadlineSoon, .deadlinePassed],
  [.text, .selection, .selectionInactive, .mark],
  [.rating, .ratingChosen],
  [.toast, .toastError],
  [.input, .inputFocus, .inputInvalid],
  [.keyBar, .keyBarKey, .keyBarDisabled],
  [.border, .borderFocus],
]

/// What a screen draws beside the style, so that a terminal without dim letters and a screen reader
/// have it too. Whoever draws one of these roles draws its sign or word.
private let signs: [Role: String] = [
  .statusOk: "issued",
  .statusError: "!",
  .documentBring: "•",
  .documentInteragency: "×",
  .documentCopy: "=",
  .deadlineSoon: "soon",
  .deadlinePassed: "passed",
  .selection: ">",
  .mark: "[x]",
  .ratingChosen: "a frame around the digit",
  .keyBarDisabled: "the reason in a toast when the key is pressed",
]

private func pairs(_ roles: [Role]) -> [(Role, Role)] {
  roles.indices.flatMap { first in roles[(first + 1)...].map { (roles[first], $0) } }
}

@Suite struct MeaningTests {
  @Test(arguments: library.names)
  func `no meaning is carried by colour alone`(name: String) throws {
    let theme = try theme(name, .mono)
    for (first, second) in families.flatMap(pairs) {
      #expect(
        theme[first].attributes != theme[second].attributes, "\(first.rawValue), \(second.rawValue)"
      )
      // Dim is the attribute that terminals most often lack.
      let isPlainlyTold =
        theme[first].attributes.subtracting(.dim) != theme[second].attributes.subtracting(.dim)
      #expect(
        isPlainlyTold || signs[first] != signs[second], "\(first.rawValue), \(second.rawValue)")
    }
  }

  @Test(arguments: [Sight.deuteranopia, .protanopia])
  func `the colour-blind theme is told apart without red or green`(sight: Sight) throws {
    let theme = try theme("colour-blind", .truecolor)
    for family in families.prefix(6) {
      for (first, second) in pairs(family) {
        let distance = try sight.distance(theme[first], theme[second])
        #expect(distance >= 20, "\(first.rawValue), \(second.rawValue)")
      }
    }
  }

  @Test func `red and green are the same to the simulated eye`() throws {
    let red = Style(foreground: .rgb(red: 163, green: 82, blue: 0), background: .indexed(16))
    let green = Style(foreground: .rgb(red: 118, green: 110, blue: 0), background: .indexed(16))
    #expect(try Sight.deuteranopia.distance(red, green) < 20)
  }
}

/// An eye that lacks a kind of cone, by the matrices of Machado, Oliveira and Fernandes (2009) for
/// full severity, on linear light.
enum Sight {
  case deuteranopia, protanopia

  private var matrix: [[Double]] {
    switch self {
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    }
  }

  /// How far two styles are for this eye: the letters or the grounds, whichever differ more, as the
  /// difference in CIELAB, in which 2 is just seen.
  func distance(_ first: Style, _ second: Style) throws -> Double {
    let inks = try distance(first.foreground, second.foreground)
    return max(inks, try distance(first.background, second.background))
  }

  private func distance(_ first: Colour, _ second: Colour) throws -> Double {
    let one = lab(try #require(first.rgb))
    let other = lab(try #require(second.rgb))
    return zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func lab(_ colour: RGB) -> [Double] {
    let light = [colour.red, colour.green, colour.blue].map(RGB.linear)
    let seen = matrix.map { row in min(1, max(0, zip(row, light).map(*).reduce(0, +))) }
    let whole = [
      (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505,
      0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2],
      (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089,
    ].map(Self.root)
    return [116 * whole[1] - 16, 500 * (whole[0] - whole[1]), 200 * (whole[1] - whole[2])]
  }

  /// The cube root of CIELAB, with its straight piece near black.
  private static func root(_ value: Double) -> Double {
    guard value > 0.008856 else { return 7.787 * value + 16 / 116 }
    var guess = 1.0
    for _ in 0..<40 { guess -= (guess * guess * guess - value) / (3 * guess * guess) }
    return guess
  }
}
