internal import Domain
internal import SearchText

/// Weighs how well a name answers the words of the query.
struct NameWeigher {
  let terms: NameTerms
  /// The places of the terms: a whole word chooses its part before an initial can take it.
  private let longestFirst: [Int]

  init(terms: NameTerms) {
    self.terms = terms
    let lengths = terms.terms.map { $0.options.map(\.word.count).max() ?? 0 }
    longestFirst = lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
  }

  /// `nil` when some word of the query is no part of the name.
  func find(_ candidate: CitizenCandidate) -> CitizenFind? {
    var parts: [Part] = []
    for role in NameRole.allCases {
      for (place, word) in candidate.keys[role].split(separator: Letter.gap).enumerated() {
        parts.append(Part(word: word, prior: prior(role) * (place == 0 ? 1 : 0.97)))
      }
    }
    var met = [Meeting?](repeating: nil, count: terms.terms.count)
    for index in longestFirst {
      guard let best = Self.best(terms.terms[index], among: parts) else { return nil }
      met[index] = best
      parts[best.place].word = []
    }
    let read = met.compactMap { $0 }
    var sum = 0.0
    for (index, meeting) in read.enumerated() {
      let isInOrder = index == 0 || meeting.place > read[index - 1].place
      sum += meeting.value * (isInOrder ? 1 : 0.98)
    }
    let asked = Double(terms.terms.count + terms.others)
    let score = sum / Double(terms.terms.count) * (Double(terms.terms.count) / asked)
    return CitizenFind(
      number: candidate.number, score: score * 0.96, reasons: Self.reasons(read.map(\.option)),
      order: NameRole.allCases.flatMap { candidate.keys[$0] + [Letter.gap] })
  }

  private struct Part {
    var word: ArraySlice<LetterCode>
    /// What meeting this part is worth.
    let prior: Double
  }

  /// One word alone is more likely a surname.
  private func prior(_ role: NameRole) -> Double {
    let isAlone = terms.terms.count == 1
    return switch role {
    case .surname: 1
    case .givenName: isAlone ? 0.8 : 0.98
    case .patronymic: isAlone ? 0.7 : 0.95
    }
  }

  /// The part of the name that a word was taken for.
  private struct Meeting {
    let place: Int
    let value: Double
    let option: NameTerm.Option
  }

  private static func best(_ term: NameTerm, among parts: [Part]) -> Meeting? {
    var best: Meeting?
    for option in term.options {
      for (place, part) in parts.enumerated() where part.word.starts(with: option.word.codes) {
        let value = value(option, part)
        if value > best?.value ?? 0 { best = Meeting(place: place, value: value, option: option) }
      }
    }
    return best
  }

  private static func value(_ option: NameTerm.Option, _ part: Part) -> Double {
    let share = Double(option.word.count) / Double(max(part.word.count, 1))
    let fit = share == 1 ? 1 : 0.55 + 0.35 * share
    return fit * option.factor * part.prior
  }

  private static func reasons(_ read: [NameTerm.Option]) -> [SearchHit.Reason] {
    var reasons: [SearchHit.Reason] = [.name]
    let text = read.map(\.word.text).joined(separator: " ")
    for reading in [Reading.otherLayout, .transliterated, .corrected]
    where read.contains(where: { $0.reading == reading }) {
      if let reason = reading.reason(text) { reasons.append(reason) }
    }
    return reasons
  }
}
