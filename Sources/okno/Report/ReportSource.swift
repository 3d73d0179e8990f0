internal import Configuration
internal import DeskScreens
internal import Domain
internal import LocalStore

/// The figures of a report and the names of what they count.
struct ReportSource {
  let figures: PeriodFigures
  let targets: TargetFigures
  let picture: RatingPicture
  let names: Names
  let session: Session
  private let windows: WindowNames

  init(from: CalendarDate, to: CalendarDate, _ store: LocalStore, _ session: Session) throws {
    figures = try store.figures(from: from, to: to, offset: session.offset)
    targets = try store.targets(
      of: figures, baseline: session.configuration.baseline, offset: session.offset)
    picture = try store.ratingPicture(
      from: from, to: to, today: session.now.date(offset: session.offset))
    names = try Names(store, session)
    self.session = session
    windows = try WindowNames(store, session)
  }

  func window(_ id: Identifier<Desk>) -> String { windows.name(of: id) }
}

/// Pairs in the order in which a person looks for them: the most first, equal ones by name.
func ranked<Key>(
  _ counts: [Key: Int], _ name: (Key) -> String
) -> [(key: Key, name: String, count: Int)] {
  counts.map { (key: $0.key, name: name($0.key), count: $0.value) }
    .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
}
