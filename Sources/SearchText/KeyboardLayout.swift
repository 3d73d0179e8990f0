// Text typed in the wrong layout: `hj;ltybt` is «рождение» on the same keys.

package enum KeyboardLayout {
  /// The keys of a Russian keyboard in both layouts, unshifted, then shifted.
  private static let latinKeys =
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
  private static let russianKeys =
    "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"

  private static let toRussian = table(from: latinKeys, to: russianKeys)
  private static let toLatin = table(from: russianKeys, to: latinKeys)

  private static func table(
    from: String, to: String
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }

  /// What the same keys type in the Russian layout.
  package static func russian(_ text: some StringProtocol) -> String {
    swapped(text, by: toRussian)
  }

  /// What the same keys type in the Latin layout.
  package static func latin(_ text: some StringProtocol) -> String { swapped(text, by: toLatin) }

  /// Whether a key of the Latin layout types punctuation where the Russian one has a letter.
  package static func isLetterKey(_ scalar: Unicode.Scalar) -> Bool { toRussian[scalar] != nil }

  private static func swapped(
    _ text: some StringProtocol, by table: [Unicode.Scalar: Unicode.Scalar]
  ) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(table[scalar] ?? scalar) }
    return String(scalars)
  }
}
