internal import Domain
internal import LocalStore

/// A group of figures. Each has a file of its own and a line in `main.swift`.
protocol Bench {
  /// What it is called on the command line.
  var name: String { get }
  func figures(_ context: BenchContext) throws -> [Figure]
}

/// What all measurements share.
final class BenchContext {
  let store: BenchStore
  /// The search set, as a path.
  let queries: String
  let isVerbose: Bool
  let today = CalendarDate(year: 2026, month: 11, day: 24)
  private var warmSearcher: Searcher?

  init(store: BenchStore, queries: String, isVerbose: Bool) {
    self.store = store
    self.queries = queries
    self.isVerbose = isVerbose
  }

  /// A searcher over the store, warmed up.
  func searcher() throws -> Searcher {
    if let warmSearcher { return warmSearcher }
    let searcher = try Searcher(directory: store.directory)
    while try searcher.warmUp() {}
    warmSearcher = searcher
    return searcher
  }
}
