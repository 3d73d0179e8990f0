// What the thread of a training keeps of the day.

internal import DeskCore
internal import Domain
internal import LocalStore
internal import Terminal
internal import Training
internal import TrainingRuntime

struct Trainer {
  /// Seconds from a visit's end to the visitor's answer.
  private static let readsFor: Int64 = 2
  /// Milliseconds for which news stand before hints are shown again, and what a trainer says: people read as slowly on a
  /// fast day.
  private static let newsLast: Milliseconds = 45_000
  private static let commentLasts: Milliseconds = 120_000

  let day: TrainingDay
  let lesson: Lesson
  let link: TrainingLink
  let mailbox: Mailbox
  private var keys: [Visit.ID: Review.Keys] = [:]
  /// Whether a trainer's keys go to the trainee's desk.
  private var isLed = false
  private var helped: HelpedSteps
  private var answered: Set<Visit.ID> = []
  private var shown: TrainingScene?
  /// What has happened last: to the centre, or in the hall.
  private var news: PassingWords?
  private var toldNews: LocalizedText?
  /// What a trainer has said last.
  private var comment: PassingWords?
  private var isLinkDown = false
  private var seen: Observed?
  /// By which it is known whether anything has changed: by others, and by the day itself.
  private var mark: (others: Int64, own: Int)?

  init(day: TrainingDay, lesson: Lesson, link: TrainingLink, mailbox: Mailbox) {
    self.day = day
    self.lesson = lesson
    self.link = link
    self.mailbox = mailbox
    helped = HelpedSteps(lesson)
  }

  mutating func take(_ order: TrainingOrder) throws(StoreError) {
    switch order {
    case .speed: break
    case .nextArrival: day.nextArrival.map(SystemClock.jump)
    case .link(let isDown): try day.setLink(isDown: isDown)
    case .incident(let incident):
      news = PassingWords(incident.words, lasting: Self.newsLast)
    case .logged(let visit, let count):
      keys[visit] = Review.Keys(trainee: count.trainee, trainer: count.trainer)
    case .comment(let text):
      comment = PassingWords(LocalizedText(ru: text), lasting: Self.commentLasts)
    }
  }

  /// What was done until now is of those who have led until now.
  mutating func take(isLed: Bool) throws(StoreError) {
    try look(at: SystemClock.now())
    self.isLed = isLed
  }

  mutating func look(at now: Instant) throws(StoreError) {
    try day.advance(to: now)
    let found = (others: try day.mark(), own: day.happened)
    if mark.map({ $0 != found }) ?? true {
      mark = found
      let found = try day.observe()
      helped.look(found, isLed: isLed, ledVisits: Set(keys.filter { $1.trainer > 0 }.keys))
      seen = found
    }
    guard var seen else { return }
    seen.now = now
    try answer(seen)
    tellLink(now)
    if let latest = day.news, latest != toldNews {
      toldNews = latest
      news = PassingWords(latest, lasting: Self.newsLast)
    }
    let scene = TrainingScene(
      lesson: lesson.title, speed: SystemClock.speed, visitor: visitor(seen),
      hall: hall(seen), comment: comment?.now, word: news?.now ?? hint(seen), goal: lesson.goal,
      isDone: lesson.steps.allSatisfy { $0.check.holds(in: seen) })
    guard scene != shown else { return }
    shown = scene
    mailbox.put(.trainingChanged(scene))
  }

  /// The header says that there is no link, and later that there is one again; calls are made accordingly.
  private mutating func tellLink(_ now: Instant) {
    guard day.isLinkDown != isLinkDown else { return }
    isLinkDown = day.isLinkDown
    link.set(isDown: isLinkDown)
    mailbox.put(
      .syncChanged(
        isLinkDown ? SyncStatus(link: .waiting(until: now + 60), synced: now) : SyncStatus()))
  }

  /// Who sits at the trainee's window, or is on the way there.
  private func visitor(_ seen: Observed) -> TrainingScene.Visitor? {
    guard lesson.plays == .clerk else { return nil }
    let here = seen.day.last { ticket in
      ticket.desk == seen.desk && (ticket.state == .called || ticket.state == .serving)
    }
    guard let here, let arrival = day.arrival(of: here.id) else { return nil }
    return TrainingScene.Visitor(
      ticket: here.id, name: arrival.citizen.details.fullName, looks: arrival.mood.looks,
      says: arrival.story, leavesOut: arrival.leavesOut ?? arrival.wrongPaper,
      eventDate: arrival.eventDate)
  }

  /// Those in the hall for whom a supervisor has something to do now, with the numbers of their tickets.
  private func hall(_ seen: Observed) -> [TrainingScene.Visitor] {
    guard lesson.plays == .supervisor else { return [] }
    return lesson.steps.filter { !$0.check.holds(in: seen) }.compactMap { step in
      guard let ticket = step.check.who.flatMap({ seen.tickets[$0] }),
        step.check.supervision(of: ticket) != nil, let arrival = day.arrival(of: ticket.id)
      else { return nil }
      return TrainingScene.Visitor(
        ticket: ticket.id, name: "\(ticket.number) \(arrival.citizen.details.fullName)",
        looks: arrival.mood.looks, says: arrival.story, leavesOut: arrival.leavesOut)
    }
  }

  /// A hint; of several people in the hall it says whom it is about.
  private func hint(_ seen: Observed) -> LocalizedText? {
    guard let hint = lesson.latestHint(seen) else { return nil }
    let step = lesson.steps.first { $0.id == hint.step }
    guard lesson.plays == .supervisor, let ticket = step?.check.who.flatMap({ seen.tickets[$0] })
    else { return hint.text }
    return LocalizedText(
      ru: "\(ticket.number): \(hint.text.ru)", en: "\(ticket.number): \(hint.text(.en))")
  }

  /// Visitors rate what they went through, once they have had the time to read the question.
  private mutating func answer(_ seen: Observed) throws(StoreError) {
    for visit in seen.visits
    where !answered.contains(visit.id) && seen.now >= visit.ended + Self.readsFor {
      guard let rating = try day.rating(of: visit) else { continue }
      answered.insert(visit.id)
      mailbox.put(
        .simulatedAnswer(
          SimulatedAnswer(
            visit: visit.id, score: rating.score,
            criteria: Criterion.allCases.filter(rating.criteria.contains))))
    }
  }

  mutating func review() throws(StoreError) -> Review {
    try look(at: SystemClock.now())
    return try day.review(of: lesson, keys: keys, helped: helped.steps)
  }
}

/// Words that are shown for a while of the world's time.
private struct PassingWords {
  private let words: LocalizedText
  private let until: Milliseconds

  init(_ words: LocalizedText, lasting time: Milliseconds) {
    self.words = words
    until = MonotonicClock.now() + time
  }

  var now: LocalizedText? { MonotonicClock.now() < until ? words : nil }
}
