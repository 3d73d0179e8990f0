// The citizen's own screen, as the store's thread keeps it: what it is told, and the answer that it brings.

internal import DeskCore
internal import Domain
internal import LocalStore

struct CitizenLink {
  /// Seconds after which a question without any answer is over: that screen has been silent for longer than it
  /// may be.
  private static let patience: Int64 = 3600

  private let directory: String
  private let offset: TimeZoneOffset
  /// In how many days a citizen shall be called who asks for it; absent where no call is offered.
  private let callbackDays: Int?
  /// Whether the citizen's screen has a keyboard.
  private let takesWords: Bool
  /// Whether there is a form to which a word for later leads.
  private let givesCodes: Bool
  /// Absent until it is opened, and where another screen of this desk has the citizen's.
  private var desk: CitizenDesk?
  private var view: CitizenView
  private var told: CitizenView?
  private var isUp = false
  private var isServing = false
  private var asked: AskedRating?
  /// The visit that is asked about; absent where an earlier run of the program has asked.
  private var visit: LoggedVisit?

  /// - Parameter view: the names of the centre and the window.
  init(
    directory: String, view: CitizenView, givesCodes: Bool, callbackDays: Int? = nil,
    takesWords: Bool = false, offset: TimeZoneOffset
  ) {
    self.callbackDays = callbackDays
    self.takesWords = takesWords
    self.givesCodes = givesCodes
    self.directory = directory
    self.view = view
    self.offset = offset
  }

  /// Where it cannot be opened the desk's own screen is the citizen's.
  mutating func open(_ store: LocalStore) {
    desk = try? CitizenDesk(directory: directory)
    asked = desk == nil ? nil : try? store.askedRating()
  }

  mutating func close() {
    isServing = false
    tell()
    desk = nil
  }

  mutating func look(_ store: LocalStore, at now: Instant) -> [Event] {
    guard let desk else { return [] }
    var events = settle(store, at: now)
    guard desk.isScreenUp != isUp else {
      // A trainer may have moved the day's clock.
      if told?.clock != SystemClock.told { tell() }
      return events
    }
    isUp.toggle()
    told = nil
    tell()
    events.append(.citizenScreen(isUp: isUp))
    return events
  }

  mutating func greet(_ isServing: Bool) {
    self.isServing = isServing
    tell()
  }

  /// The question before this one, if it is still there, was not answered in time.
  mutating func ask(about visit: LoggedVisit, _ store: LocalStore, _ stamp: Stamp) -> [Event] {
    var events = settle(store, at: stamp.now)
    if let earlier = asked { events += record(.timeout(earlier), earlier, store) }
    guard desk?.isScreenUp == true else {
      isUp = false
      return events + [.notAsked(visit)]
    }
    let question = AskedRating(
      token: LocalStore.newRatingToken(), situation: visit.situation,
      employee: stamp.author.employee, since: stamp.now)
    do throws(StoreError) {
      try store.setAskedRating(question)
    } catch {
      return events + [.notAsked(visit)]
    }
    // Without a word for later the question is asked all the same.
    view.later = givesCodes ? try? store.issueRatingToken(stamp) : nil
    asked = question
    self.visit = visit
    tell()
    return events
  }

  /// An answer that is there already counts.
  mutating func withdraw(_ store: LocalStore, at now: Instant) -> [Event] {
    let events = settle(store, at: now)
    if asked != nil { forget(store) }
    tell()
    return events
  }

  /// Takes the answer, if it has come.
  private mutating func settle(_ store: LocalStore, at now: Instant) -> [Event] {
    guard let desk, let asked else { return [] }
    if let answer = desk.answer, answer.token == asked.token {
      return record(answer, asked, store)
    }
    return now > asked.since + Self.patience ? record(.timeout(asked), asked, store) : []
  }

  /// An answer that cannot be kept just now stays where it is for the next look.
  private mutating func record(
    _ answer: CitizenAnswer, _ asked: AskedRating, _ store: LocalStore
  ) -> [Event] {
    let callback = answer.phone.flatMap { phone in
      callbackDays.map { CallbackRequest(phone: phone, days: $0) }
    }
    let entry = RatingEntry(
      situation: asked.situation, result: answer.result, answeredIn: answer.answeredIn)
    let stamp = Stamp(
      now: asked.since, author: Author(desk: store.desk, employee: asked.employee), offset: offset)
    do throws(StoreError) {
      try store.recordRating(
        entry, isAskedOutside: true, callback: callback, words: takesWords ? answer.words : nil,
        stamp)
    } catch .notFound {
      // Another catalogue has no such situation any more.
      forget(store)
      return []
    } catch {
      return [.failed(error)]
    }
    let visit = visit
    forgetAnswered()
    tell()
    return [.answeredOutside(answer.result, about: visit)]
  }

  private mutating func forget(_ store: LocalStore) {
    try? store.setAskedRating(nil)
    forgetAnswered()
  }

  /// The store knows already.
  private mutating func forgetAnswered() {
    asked = nil
    visit = nil
    desk?.removeAnswer()
  }

  private mutating func tell() {
    guard let desk, isUp else { return }
    view.stage = asked.map { .asking($0.token) } ?? (isServing ? .greeting : .idle)
    view.clock = SystemClock.told
    guard view != told else { return }
    do throws(StoreError) {
      try desk.tell(view)
      told = view
    } catch {
      told = nil
    }
  }
}

extension CitizenAnswer {
  fileprivate static func timeout(_ asked: AskedRating) -> CitizenAnswer {
    CitizenAnswer(token: asked.token, result: .timedOut)
  }
}
