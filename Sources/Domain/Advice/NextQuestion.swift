/// The question that decides most.
package struct NextQuestion: Hashable, Sendable {
  package var fact: Fact
  /// The services whose answer can depend on it, in the order in which they were given.
  package var services: [Service.ID]
}

extension AdviceBook {
  /// Of all facts that can still change an answer the one that settles the most services on average,
  /// when each class of its answers is as likely as any other; of equals the one that more services
  /// need, then the one that is needed first.
  ///
  /// - Parameter except: facts that are not to be asked, as somebody has said that they do not know.
  package func nextQuestion(
    over services: [Service.ID], in circumstances: Circumstances, except: Set<Fact.ID> = []
  ) -> NextQuestion? {
    var order: [Fact.ID] = []
    var open: [Fact.ID: [ServiceRule]] = [:]
    for service in services {
      guard let rule = rule(for: service) else { continue }
      for need in rule.rule.judgement(in: circumstances).needs where !except.contains(need) {
        if open[need] == nil { order.append(need) }
        open[need, default: []].append(rule)
      }
    }
    var best: (question: NextQuestion, settled: Settled)?
    for id in order {
      guard let fact = fact(id), let rules = open[id] else { continue }
      let settled = settled(by: fact, rules, circumstances)
      guard best.map({ $0.settled < settled }) ?? true else { continue }
      best = (NextQuestion(fact: fact, services: rules.map(\.service)), settled)
    }
    return best?.question
  }

  private func settled(
    by fact: Fact, _ rules: [ServiceRule], _ circumstances: Circumstances
  ) -> Settled {
    let tests = Set(rules.flatMap { $0.rule.comparisons.filter { $0.fact == fact.id } }.map(\.test))
    let values = AnswerClasses(of: fact, told: Array(tests)).values(in: circumstances)
    var count = 0
    for value in values {
      let known = circumstances.knowing(fact.id, value)
      count += rules.count { $0.rule.truth(in: known) != .unknown }
    }
    return Settled(count: count, classes: max(values.count, 1), services: rules.count)
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
