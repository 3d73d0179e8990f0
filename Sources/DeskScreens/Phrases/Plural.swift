// Plural forms by the CLDR rules (unicode.org/cldr, «Language Plural Rules»).

/// The Russian form for a whole number: 1 талон, 2 талона, 5 талонов.
func russian(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
  let tens = abs(count) % 100
  switch (abs(count) % 10, tens) {
  case (_, 11...14): return "\(count) \(many)"
  case (1, _): return "\(count) \(one)"
  case (2...4, _): return "\(count) \(few)"
  default: return "\(count) \(many)"
  }
}

func english(_ count: Int, _ one: String, _ other: String) -> String {
  "\(count) \(count == 1 ? one : other)"
}

/// A share as whole per cent.
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
