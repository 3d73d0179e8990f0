// Money in words: on every screen, and in what a clerk sends of one.

package import Domain

/// «350 руб.», «бесплатно», with what the fee depends on. The sign of the rouble is not in the fonts
/// of the Linux console.
package func money(_ fee: Fee, _ language: Language) -> String {
  let note = fee.note.map { " (\($0(language)))" } ?? ""
  let free = LocalizedText(ru: "бесплатно", en: "free")
  return (fee.kopecks > 0 ? money(fee.kopecks, language) : free(language)) + note
}

/// «1 500,50 руб.» of kopecks.
package func money(_ amount: Int, _ language: Language) -> String {
  let kopecks = amount % 100
  let fraction = kopecks == 0 ? "" : kopecks < 10 ? ",0\(kopecks)" : ",\(kopecks)"
  let roubles = LocalizedText(ru: "руб.", en: "RUB")
  return "\(grouped(amount / 100))\(fraction)\u{00A0}\(roubles(language))"
}
