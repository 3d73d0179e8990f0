// The programme's three targets against the centre's own figures, with their definitions on the page.

internal import Canvas
internal import DeskCore
internal import Domain

extension Passage {
  mutating func add(_ page: TargetPage, _ context: Context) {
    let words = context.words.targets
    add(words.title(typed(page.from), typed(page.to)), .heading)
    for target in TargetPhrases.Target.allCases {
      gap()
      add(words.name(target), .textStrong)
      switch target {
      case .electronic: addElectronic(page.targets, context)
      case .support: addSupport(page.targets, words)
      case .satisfaction: addSatisfaction(page.targets, context)
      }
      add(words.definition(target), .textMuted)
    }
  }

  private mutating func addElectronic(_ targets: TargetFigures, _ context: Context) {
    let words = context.words.targets
    let electronic = targets.electronic
    guard let share = electronic.share else { return add("\(words.now): \(words.noElectronic)") }
    add("\(words.now): \(percent(share)), \(words.electronicOf(electronic))")
    let missing = targets.electronicMissing
    add(
      "\(words.goal): \(TargetFigures.electronicGoal) %; "
        + (missing == 0 ? words.reached : words.electronicMissing(missing)))
    addMonths(targets, \.electronic, context)
  }

  private mutating func addSupport(_ targets: TargetFigures, _ words: TargetPhrases) {
    let isReached = targets.supported >= TargetFigures.supportedGoal
    let goal = "\(words.goal): \(TargetFigures.supportedGoal)"
    add("\(words.supported(targets.supported)); " + (isReached ? words.reached : goal))
    add(words.offers(targets.offers))
  }

  private mutating func addSatisfaction(_ targets: TargetFigures, _ context: Context) {
    let words = context.words.targets
    let share = targets.ratings.shareNotBest.map(percent) ?? words.tooFew
    add("\(words.now): \(share); \(words.responseRate(targets.ratings.responseRate))")
    if let baseline = targets.baseline, let goal = targets.notBestGoal {
      let missing = targets.answersMissing.map {
        $0 == 0 ? words.reached : words.answersMissing($0)
      }
      let parts = [words.baseline(baseline), "\(words.goal): \(percent(goal))", missing]
      add(parts.compactMap { $0 }.joined(separator: "; "))
    } else {
      add(words.noBaseline)
    }
    if let shares = targets.ratings.notBestByCriterion {
      add("\(words.criteria):")
      for criterion in Criterion.allCases {
        guard let share = shares[criterion] else { continue }
        add(item: "\(context.words.criterion(criterion)): \(percent(share))", mark: "•", .text)
      }
    }
    addMonths(targets, \.notBest, context)
  }

  /// Months of which nothing is told are left out. Each bar has its number: nothing is told by colour.
  private mutating func addMonths(
    _ targets: TargetFigures, _ share: KeyPath<TargetFigures.Month, Double?>, _ context: Context
  ) {
    let told = targets.months.compactMap { month in
      month[keyPath: share].map { (month: month, share: $0) }
    }
    guard !told.isEmpty else { return }
    add("\(context.words.targets.byMonth):")
    let room = max(10, min(50, width - 20))
    let block = context.theme.lines == .unicode ? "█" : "#"
    for (month, share) in told {
      let label = String(typed(month.start).dropFirst(3))
      let number = percent(share)
      let blank = String(repeating: " ", count: max(0, 6 - number.count))
      let bar = String(repeating: block, count: Int((share * Double(room)).rounded()))
      add("  \(label)\(blank)\(number)  \(bar)")
    }
  }
}
