package import Domain
package import SQLite
internal import SearchText

/// The desk's search: life situations, services and citizens in one list, best first.
///
/// It has a connection of its own and belongs to one thread; any other may stop it through
/// `interruptHandle`. Each search reads one snapshot, ranks only small sets and examines a bounded
/// number of rows, so that its time does not grow with the register.
package final class Searcher {
  /// Stops the search that is running: it then throws `StoreError.interrupted`.
  package let interruptHandle: InterruptHandle
  private let connection: Connection
  private let path: String
  private var catalogue: CatalogueWords?
  private var names = NameVocabulary()
  /// SQLite's count of commits by others, by which a change is noticed.
  private var seenVersion: Int64 = -1

  /// - Parameter directory: the data directory of an existing store.
  package convenience init(directory: String) throws(StoreError) {
    let path = DataDirectory(directory).database
    do {
      guard FileFacts(path) != nil else { throw StoreError.missing(path: path) }
      let connection = try StoreConnection.open(path, access: .readOnly)
      // Whoever searches has opened the store before, for what it is.
      try StoreVersion(of: connection).check(path: path, purpose: nil)
      self.init(connection, path: path)
    } catch {
      throw storeError(error, path: path)
    }
  }

  /// Searches through a connection that is set up already.
  init(_ connection: Connection, path: String = ":memory:") {
    self.connection = connection
    self.path = path
    interruptHandle = connection.interruptHandle
  }

  /// Loads a part of the words that misspelt names are compared with, in a few milliseconds; `true`
  /// while there is more to load. For moments in which nobody types. Searching works before it is
  /// done, but corrects no names and reads none in Latin letters.
  package func warmUp() throws(StoreError) -> Bool {
    try inOneSnapshot {
      try refresh()
      return try names.load(connection)
    }
  }

  /// What `text` may mean, at most `limit` hits.
  ///
  /// - Parameters:
  ///   - kinds: what is looked for.
  ///   - today: dates of birth after it are not meant; a year of two digits is the one before it.
  ///   - language: of the titles.
  package func search(
    _ text: String, kinds: Set<SearchHit.Kind> = Set(SearchHit.Kind.allCases), limit: Int = 20,
    today: CalendarDate? = nil, language: Language = .ru
  ) throws(StoreError) -> [SearchHit] {
    guard limit > 0 else { return [] }
    return try inOneSnapshot {
      try refresh()
      return try hits(Query(text), kinds, limit, today, language)
    }
  }

  /// Whatever fails after an interruption failed for its sake: asked again, it shows what is its own.
  private func inOneSnapshot<T>(_ body: () throws -> T) throws(StoreError) -> T {
    let interruptions = interruptHandle.count
    do {
      return try connection.transaction(.deferred, body)
    } catch {
      throw interruptHandle.count == interruptions ? storeError(error, path: path) : .interrupted
    }
  }

  package func close() { connection.close() }

  private func hits(
    _ query: Query, _ kinds: Set<SearchHit.Kind>, _ limit: Int, _ today: CalendarDate?,
    _ language: Language
  ) throws -> [SearchHit] {
    guard !query.isEmpty, let catalogue else { return [] }
    let nameResolver = NameResolver(connection: connection, names: names)
    let resolver = CatalogueResolver(
      catalogue: catalogue, connection: connection, isName: nameResolver.isName)
    let terms = try resolver.terms(query)
    var ranking = Ranking(limit: limit)
    if kinds.contains(.situation) || kinds.contains(.service) {
      let search = CatalogueSearch(
        catalogue: catalogue, connection: connection, language: language)
      ranking.add(try search.hits(terms, query, kinds: kinds, limit: limit))
    }
    if kinds.contains(.citizen) {
      let search = CitizenSearch(connection: connection, names: names, limit: limit, today: today)
      ranking.add(try search.hits(query, knownToCatalogue: terms.known))
    }
    return ranking.best
  }

  /// Notices what other connections have committed since the last time.
  private func refresh() throws {
    let version: Int64 = try connection.value("PRAGMA data_version") ?? 0
    if let catalogue, version == seenVersion, catalogue.isLoaded { return }
    let own = try Meta.get(.catalogueHash, connection, as: [UInt8].self) ?? []
    let imports = try Meta.get(.imports, connection, as: Instant.self)?.milliseconds ?? 0
    let fingerprint = own + Array("\(imports)".utf8)
    if catalogue?.fingerprint != fingerprint {
      catalogue = try CatalogueWords(connection, fingerprint: fingerprint)
    }
    try names.noticeChange(connection)
    seenVersion = version
  }
}
