internal import Domain
internal import LocalStore

/// How many of the written queries have the right entry among the first three, on the full store:
/// a million people with all their surnames must not get between a citizen and a situation.
struct RecallBench: Bench {
  let name = "recall"

  func figures(_ context: BenchContext) throws -> [Figure] {
    let searcher = try context.searcher()
    let queries = try QuerySet.load(context.queries)
    var found: [String: (hits: Int, all: Int)] = [:]
    for query in queries {
      let hits = try searcher.search(query.text, limit: 20, today: context.today)
      let isFound = hits.prefix(3).contains { query.expect.contains($0.id) }
      found[query.kind, default: (0, 0)].all += 1
      if isFound { found[query.kind, default: (0, 0)].hits += 1 }
      if !isFound { note("not found: \(query.text) → \(query.expect)\n\(Self.lines(hits))") }
    }
    let hits = found.values.reduce(0) { $0 + $1.hits }
    let total = Figure(
      name: "search: recall at 3, \(queries.count) written queries",
      ours: 100 * Double(hits) / Double(max(queries.count, 1)), unit: "%", goal: .atLeast(95))
    let parts = found.sorted { $0.key < $1.key }.map { kind, count in
      Figure(
        name: "  \(kind) (\(count.all))", ours: 100 * Double(count.hits) / Double(count.all),
        unit: "%", goal: .none)
    }
    return [total] + parts
  }

  static func lines(_ hits: [SearchHit]) -> String {
    hits.prefix(6).map { "    \(rounded($0.score)) \($0.kind) \($0.id) \($0.title) \($0.reasons)" }
      .joined(separator: "\n")
  }
}
