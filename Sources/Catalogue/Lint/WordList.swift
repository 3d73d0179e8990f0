internal import JSON5

/// Lists of search words: enough of them, each once, in lower case.
enum WordList {
  static func findings<Value>(
    _ entry: CatalogueEntry<Value>, _ words: [String], _ key: String, wanted: Int
  ) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    if words.count < wanted {
      findings.append(
        entry.finding(.fewWords(key: key, count: words.count, wanted: wanted), at: [.key(key)]))
    }
    var seen: Set<String> = []
    for (index, word) in words.enumerated() {
      let path: [JSON5Key] = [.key(key), .index(index)]
      if !seen.insert(word.lowercased()).inserted {
        findings.append(entry.finding(.repeatedWord(word), at: path))
      }
      if word != word.lowercased() {
        findings.append(entry.finding(.notLowerCase(word), at: path))
      }
    }
    return findings
  }
}
