extension AdviceBook {
  /// What remarks say, as values: without those that have to be asked for again, and those that are no answer
  /// to their question.
  package func values(
    of remarks: [Fact.ID: Remark], today: CalendarDate, offset: TimeZoneOffset
  ) -> [Fact.ID: FactValue] {
    var known: [Fact.ID: FactValue] = [:]
    for (id, remark) in remarks {
      guard case .fact(_, let text, _) = remark.content, let fact = fact(id),
        !fact.isStale(said: remark.told.date(offset: offset), today: today)
      else { continue }
      known[id] = fact.value(text)
    }
    return known
  }
}
