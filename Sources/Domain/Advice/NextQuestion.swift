/// The question that decides most.
package struct NextQuestion: Hashable, Sendable {
  package var fact: Fact
  /// The services whose answer can depend on it, in the order in which they were given.
  package var services: [Service.ID]
}

extension Assessment {
  /// Of all facts that can still change an answer the one that settles the most services on average,
  /// when each class of its answers is as likely as any other; of equals the one that more services
  /// need, then the one that is needed first.
  ///
  /// - Parameter except: facts that are not to be asked, as somebody has said that they do not know.
  package func nextQuestion(
    over services: [Service.ID], except: Set<Fact.ID> = []
  ) -> NextQuestion? {
    var order: [Int] = []
    var open: [Int: [Service.ID]] = [:]
    for service in services {
      for need in book.root(of: service).map(evaluation.missing) ?? [] {
        if open[need] == nil { order.append(need) }
        open[need, default: []].append(service)
      }
    }
    var best: (question: NextQuestion, settled: Settled)?
    for place in order {
      let id = evaluation.table.facts[place]
      guard !except.contains(id), let fact = book.fact(id), let services = open[place] else {
        continue
      }
      let settled = settled(by: fact, at: place, services.compactMap(book.root))
      guard best.map({ $0.settled < settled }) ?? true else { continue }
      best = (NextQuestion(fact: fact, services: services), settled)
    }
    return best?.question
  }

  private func settled(by fact: Fact, at place: Int, _ roots: [Int]) -> Settled {
    let values = AnswerClasses(of: fact, told: evaluation.table.tests(of: place, under: roots))
      .values(in: evaluation.circumstances)
    var count = 0
    var trial = evaluation
    for value in values {
      trial.learn(value, of: place)
      count += roots.count { trial.truths[$0] != .unknown }
    }
    return Settled(count: count, classes: max(values.count, 1), services: roots.count)
  }
}

extension RuleTable {
  /// What the rules ask of a fact, each once.
  fileprivate func tests(of fact: Int, under roots: [Int]) -> [Comparison.Test] {
    var isReached = Array(repeating: false, count: conditions.count)
    for root in roots { isReached[root] = true }
    var tests: [Comparison.Test] = []
    // What is inside a condition stands before it.
    for place in dependents[fact].reversed() where isReached[place] {
      switch conditions[place].form {
      case .all(let inside), .any(let inside): for place in inside { isReached[place] = true }
      case .not(let inside): isReached[inside] = true
      case .comparison(let comparison, fact): tests.append(comparison.test)
      case .comparison, .always: break
      }
    }
    return tests
  }
}

/// How much an answer decides: services settled over all classes of answers.
private struct Settled: Comparable {
  let count: Int
  let classes: Int
  let services: Int

  static func < (left: Settled, right: Settled) -> Bool {
    let (first, second) = (left.count * right.classes, right.count * left.classes)
    return first == second ? left.services < right.services : first < second
  }
}
