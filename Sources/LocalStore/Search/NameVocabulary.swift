internal import SQLite
internal import SearchText

/// The words of names in memory, loaded a part at a time.
struct NameVocabulary {
  private var loaded: [Vocabulary] = []
  private var loading: [Vocabulary] = []
  private var last: (role: Int, word: [LetterCode]) = (0, [])
  /// The newest citizen's number when loading began.
  private var newest: Int64 = 0
  private var isStale = true

  /// Words read in one step: some milliseconds.
  private static let step = 8000

  var isLoaded: Bool { !loaded.isEmpty }

  func words(_ role: NameRole) -> Vocabulary? { isLoaded ? loaded[role.rawValue] : nil }

  /// How many citizens have a name of this beginning; `nil` before the words are loaded. It may be a
  /// little out of date: never a reason not to look.
  func citizens(_ beginning: [LetterCode], _ role: NameRole) -> Int? {
    words(role)?.occurrences(ofPrefix: beginning)
  }

  /// A few new names are no reason to load all words again; for a small register it costs nothing.
  mutating func noticeChange(_ connection: Connection) throws {
    guard !isStale else { return }
    let number = try Self.newestCitizen(connection)
    isStale = number - newest > newest / 100
  }

  /// Reads the next words; `true` while there are more.
  mutating func load(_ connection: Connection) throws -> Bool {
    guard isStale else { return false }
    if loading.isEmpty {
      loading = NameRole.allCases.map { _ in Vocabulary() }
      last = (0, [])
      newest = try Self.newestCitizen(connection)
    }
    var count = 0
    try connection.forEach(
      """
      SELECT role, word, citizens FROM name_word WHERE (role, word) > (?, ?)
      ORDER BY role, word LIMIT ?
      """, values: [last.role, last.word, Self.step]
    ) { row in
      last = (try row.next(), try row.next())
      if loading.indices.contains(last.role) {
        loading[last.role].append(last.word, count: try row.next())
      }
      count += 1
      return true
    }
    guard count < Self.step else { return true }
    loaded = loading
    loading = []
    isStale = false
    return false
  }

  private static func newestCitizen(_ connection: Connection) throws -> Int64 {
    try connection.value("SELECT coalesce(max(number), 0) FROM citizen") ?? 0
  }
}
