/// What a book's rules say in certain circumstances: worked out once, asked about many services.
package struct Assessment: Sendable {
  let book: AdviceBook
  let evaluation: Evaluation

  package func judgement(of service: Service.ID) -> Judgement {
    book.root(of: service).map(evaluation.judgement) ?? .withoutRule
  }
}

extension AdviceBook {
  package func assessment(in circumstances: Circumstances) -> Assessment {
    Assessment(book: self, evaluation: Evaluation(table, in: circumstances))
  }
}

extension Rule {
  /// What the rule says by itself.
  package func judgement(in circumstances: Circumstances) -> Judgement {
    let table = RuleTable([self])
    return Evaluation(table, in: circumstances).judgement(at: table.roots[0])
  }
}
