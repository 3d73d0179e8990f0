internal import Domain
internal import SQLite
internal import SearchText

/// Citizens by parts of the name in any order, by numbers, or by both.
struct CitizenSearch {
  let connection: Connection
  let names: NameVocabulary
  let limit: Int
  let today: CalendarDate?

  /// Ways to share the words out among the parts of a name that are tried.
  private static let mostPatterns = 40
  private static let mostBesideWords = 5

  func hits(_ query: Query, knownToCatalogue: [Bool]) throws -> [SearchHit] {
    let resolver = NameResolver(connection: connection, names: names)
    let terms = try resolver.terms(query, knownToCatalogue: knownToCatalogue)
    let numbers = NumberSearch(connection: connection, limit: limit, today: today)
    var found = Found()
    if query.numbers.isEmpty {
      try findByName(terms, dates: [], into: &found)
      if found.count < limit, let place = terms.placeOfJoinedInitials,
        let split = try resolver.splitInitials(terms, at: place)
      {
        try findByName(split, dates: [], into: &found)
      }
      if found.isEmpty, terms.others == 0, terms.terms.count > 1 {
        try findByName(widened(terms, resolver), dates: [], into: &found)
      }
    } else if terms.terms.isEmpty {
      for hit in try numbers.finds(query) { found.note(hit) }
    } else {
      try findByNameAndNumber(terms, query, numbers, into: &found)
    }
    for find in try numbers.byTicket(query) { found.note(find) }
    // Beside words that are no names only a few people can be meant.
    return try hits(found, most: terms.others > 0 ? min(limit, Self.mostBesideWords) : limit)
  }

  /// Each word may also be misspelt when all together they are nobody's name.
  private func widened(_ terms: NameTerms, _ resolver: NameResolver) throws -> NameTerms {
    var wide = terms
    wide.terms = try terms.terms.map { term in
      guard let typed = term.options.first else { return term }
      return NameTerm(
        options: term.options
          + (try resolver.corrections(of: typed.word, limit: NameResolver.mostSpellings)))
    }
    return wide
  }

  private func findByName(
    _ terms: NameTerms, dates: [PartialDate], into found: inout Found
  ) throws {
    guard !terms.terms.isEmpty else { return }
    let wanted = dates.isEmpty ? max(limit, 20) : 400
    var scan = CitizenScan(connection: connection, names: names, wanted: wanted)
    let weigher = NameWeigher(terms: terms)
    for pattern in Self.patterns(terms.terms).prefix(Self.mostPatterns) {
      for candidate in try scan.candidates(pattern) { found.note(weigher.find(candidate)) }
    }
    for option in terms.terms.flatMap(\.options).sorted(by: { $0.word.count > $1.word.count })
      .prefix(3) where option.word.count >= 2
    {
      for candidate in try scan.byLaterWord(option.word.codes) {
        found.note(weigher.find(candidate))
      }
    }
  }

  private func findByNameAndNumber(
    _ terms: NameTerms, _ query: Query, _ numbers: NumberSearch, into found: inout Found
  ) throws {
    let weigher = NameWeigher(terms: terms)
    let byNumber = try numbers.finds(query, wide: true)
    for find in byNumber {
      guard let keys = try keys(find.number) else { continue }
      let name = weigher.find(CitizenCandidate(number: find.number, keys: keys))
      if let name {
        found.note(
          CitizenFind(
            number: find.number, score: (name.score + find.score) / 2 + 0.1,
            reasons: name.reasons + find.reasons, order: name.order))
      }
    }
    let dates = query.numbers.flatMap(\.dates)
    guard found.isEmpty else { return }
    var named = Found()
    try findByName(terms, dates: dates, into: &named)
    for find in named.best(400) {
      let fits = try dates.isEmpty || numbers.isBorn(find.number, on: dates)
      var find = find
      // A number that fits nothing takes half of the score: the name may still be right.
      find.score *= fits && !dates.isEmpty ? 1 : 0.5
      if fits, !dates.isEmpty { find.reasons.append(.birthDate) }
      found.note(find)
    }
  }

  private func keys(_ number: Int64) throws -> NameKeys? {
    try connection.first(
      "SELECT surname_key, given_key, patronymic_key FROM citizen WHERE number = ?", number
    ) { row in
      NameKeys(surname: try row.next(), givenName: try row.next(), patronymic: try row.next())
    }
  }

  /// A card that was merged into another is found, and the other one is shown.
  private func hits(_ found: Found, most: Int) throws -> [SearchHit] {
    var shown: Set<Citizen.ID> = []
    return try found.best(most).compactMap { find in
      guard let citizen = try CitizenTable.standing(forRow: find.number, connection),
        shown.insert(citizen.id).inserted
      else { return nil }
      return SearchHit(
        target: .citizen(citizen.id), title: citizen.details.fullName,
        detail: Self.facts(citizen.details, foundBy: find.reasons), score: find.score,
        reasons: find.reasons)
    }
  }

  /// What tells two people of one name apart. The number by which they were found comes first: the end
  /// of a narrow line is cut off.
  private static func facts(_ details: CitizenDetails, foundBy reasons: [SearchHit.Reason])
    -> String
  {
    let facts: [(reason: SearchHit.Reason, text: String?)] = [
      (.birthDate, details.birthDate.map(onScreen)), (.snils, details.snils?.description),
      (.phone, details.phone?.description),
    ]
    let found = facts.filter { reasons.contains($0.reason) }
    let others = facts.filter { !reasons.contains($0.reason) }
    return (found + others).compactMap(\.text).joined(separator: " · ")
  }

  /// `12.03.1990`.
  private static func onScreen(_ date: CalendarDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(date.day)).\(two(date.month)).\(date.year)"
  }

  /// The ways to share the words out among surname, given name and patronymic, the likeliest first.
  static func patterns(_ terms: [NameTerm]) -> [NamePattern] {
    var found: [(pattern: NamePattern, factor: Double)] = []
    func extend(_ pattern: NamePattern, _ factor: Double, _ place: Int, _ last: Int) {
      guard place < terms.count else {
        found.append((pattern, factor))
        return
      }
      for option in terms[place].options {
        for role in option.roles where pattern[role].isEmpty {
          var next = pattern
          next[role] = option.word.codes
          let order = role.rawValue >= last ? 1 : 0.98
          extend(
            next, factor * option.factor * order * prior[role.rawValue], place + 1, role.rawValue)
        }
      }
    }
    if terms.count <= NameRole.allCases.count { extend(NamePattern(), 1, 0, 0) }
    return found.sorted { $0.factor > $1.factor }.map(\.pattern)
  }

  private static let prior = [1, 0.99, 0.9]
}

/// Somebody who was found, and why.
struct CitizenFind {
  let number: Int64
  var score: Double
  var reasons: [SearchHit.Reason]
  /// Orders those of one score.
  var order: [LetterCode] = []
}

/// Who was found so far, each once.
struct Found {
  private var finds: [Int64: CitizenFind] = [:]

  var isEmpty: Bool { finds.isEmpty }
  var count: Int { finds.count }

  mutating func note(_ find: CitizenFind?) {
    guard let find, find.score > finds[find.number]?.score ?? 0 else { return }
    finds[find.number] = find
  }

  func best(_ limit: Int) -> [CitizenFind] {
    let sorted = finds.values.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return left.order == right.order
        ? left.number < right.number : left.order.lexicographicallyPrecedes(right.order)
    }
    return Array(sorted.prefix(limit))
  }
}
