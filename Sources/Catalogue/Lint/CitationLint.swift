internal import Domain
internal import JSON5

/// One act under two names looks like two acts, and a correction reaches only one of them.
enum CitationLint {
  static func findings(in catalogue: CatalogueText) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    var known: [String: (act: String, place: String)] = [:]
    for (_, text) in catalogue.texts {
      for place in text.strings() where place.path.last == .key("act") {
        let kind = dateAndNumber(of: place.text)
        guard let first = known[kind] else {
          known[kind] = (place.text, "\(text.name):\(place.line)")
          continue
        }
        guard first.act != place.text else { continue }
        findings.append(
          CatalogueFinding(
            file: text.name, line: place.line,
            problem: .citedDifferently(kind, first: first.place)))
      }
    }
    return findings
  }

  /// The citation without the name in quotes or the explanation in brackets that follows the number.
  private static func dateAndNumber(of act: String) -> String {
    guard act.contains("№") else { return act }
    let end = act.firstRange(of: " «")?.lowerBound ?? act.endIndex
    let other = act.firstRange(of: " (")?.lowerBound ?? act.endIndex
    return String(act[..<min(end, other)])
  }
}
