// The outside of the desk, in memory: every effect has its answer, the same one each time.

package import DeskCore
package import Domain

package struct MemoryStore: Sendable {
  package var citizens: [Citizen] = [Sample.maria, Sample.ivan]
  package var cases: [SituationCase] = Sample.mariasCard.cases
  package var visits: [Visit] = Sample.mariasCard.visits
  package var ratings: [RatingEntry] = []
  /// What citizens have written.
  package var words: [String] = []
  /// The citizen's own screen: whether it is up, what it asks, what it was told.
  package var hasCitizenScreen = false
  package var asked: LoggedVisit?
  package var greeted: [Bool] = []
  /// How many words for later were handed out.
  package var issuedTokens = 0
  package var roster = StaffRoster()
  package var pins: [Employee.ID: PIN] = [:]
  /// Wrong PINs.
  package var attempts = SignInAttempts()
  /// What sync leaves to a person.
  package var tasks = SyncTasks.none
  /// Cards that were merged into others.
  package var merged: [Citizen.ID: [Citizen]] = [:]
  /// To whom something can be offered.
  package var offerLines: [OfferLine] = []
  /// What was said of citizens.
  package var remarks: [Remark] = []
  package var draft: Draft?
  package var feedback: [FeedbackLine] = []
  /// Whom to call after a low rating.
  package var callbacks: [Callback] = []
  package var strengths: [StrengthLine] = Sample.strengths
  /// Answers that were read.
  var noted: Set<FeedbackAnswer.ID> = []
  package var targets = Sample.targetPage
  package var preferences: [Preference] = []
  /// The next change is refused with this.
  package var failure: StoreError?
  /// The centre's queue; absent where the test has nothing to do with one.
  package var queue: MemoryQueue?
  package var hasQuit = false
  /// What was printed, and how it went.
  package var printed: [Checklist] = []
  package var printResult = PrintResult.done
  /// The situations of a catalogue that waits to be used.
  package var newCatalogue: [SituationSummary]?

  package init() {}

  /// What the store, the catalogue and the search answer; `nil` where nobody waits for an answer.
  package mutating func answer(to effect: Effect, at now: Instant) -> Event? {
    if let failure, effect.isChange {
      self.failure = nil
      return .failed(failure)
    }
    return switch effect {
    case .search(let request): .searchAnswered(generation: request.generation, hits: hits(request))
    case .loadSituation(let id, let select): .situationLoaded(sheet(id), select: select)
    case .loadService(let id, let preferring):
      sheet(with: id, preferring: preferring).map { .situationLoaded($0, select: id) }
        ?? .serviceLoaded(SampleCatalogue.alone.service.id == id ? SampleCatalogue.alone : nil)
    case .loadCard(let id, let use): .cardLoaded(card(id), for: use)
    case .loadDay(let date): .dayLoaded(day(date))
    case .findDuplicates(let details):
      .duplicatesFound(citizens.filter { $0.details.surname == details.surname })
    case .loadOfferList: .offerListLoaded(offerLines)
    case .tell(let draft, let citizen): keep(draft, of: citizen, at: now)
    case .addCitizen(let citizen): add(citizen)
    case .changeCitizen(let citizen, let base): change(citizen, basedOn: base)
    case .logVisit(let visit, let date, let remarks, _):
      answer(queue: effect, at: now) ?? log(visit, eventDate: date, remarks, at: now)
    case .withdrawVisit(let id): withdraw(id)
    case .recordRating(let entry, let written): record(entry, written)
    case .ask(let logged): ask(about: logged)
    case .withdrawQuestion: withdrawQuestion()
    case .issueRatingToken: issueRatingToken()
    case .greet(let isServing): greet(isServing)
    case .loadSyncTasks: .syncTasksLoaded(tasks)
    case .retryRefused(let id): see(to: id, .retried)
    case .dropRefused(let id, _): see(to: id, .dropped)
    case .amendRefused(let id, let citizen, let base): amend(id, citizen, basedOn: base)
    case .settleConflict(let conflict, let chosen): settle(conflict, choosing: chosen)
    case .mergeCitizens(let kept, let merged): merge(merged, into: kept)
    case .keepApart(let offer): keepApart(offer)
    case .unmergeCitizen(let id, let kept): unmerge(id, from: kept)
    case .signIn(let id, let pin): .signInAnswered(signIn(id, pin))
    case .addFirstAccount(let employee, let pin): save(employee, pin)
    case .changePIN(let id, let old, let new): changePIN(of: id, old, new)
    case .callNext, .callUnverified, .stepTicket, .tellPresence, .readMessage:
      answer(queue: effect, at: now)
    case .loadOwnDay: .pageLoaded(.ownDay(ownDay()))
    case .loadStrengths: .pageLoaded(.strengths(strengths))
    case .loadTargets: .pageLoaded(.targets(targets))
    case .loadFeedback: .feedbackLoaded(feedback)
    case .giveFeedback(let draft): give(draft, at: now)
    case .answerFeedback(let id, let answer): take(answer, to: id)
    case .noteAnswers(let ids): note(ids)
    case .loadCallbacks: .callbacksLoaded(callbacks)
    case .settleCallback(let id, let outcome): settle(id, outcome)
    case .saveDraft(let draft): keep(draft)
    case .remember(let preference): keep(preference)
    case .changeCatalogue: newCatalogue.map { .catalogueChanged($0) }
    case .quit: quit()
    case .printChecklist(let list, let number): print(list, number)
    case .wake, .redraw, .suspend, .syncNow, .loadQueue, .makeCodes, .train: nil
    }
  }

  private func sheet(_ id: LifeSituation.ID) -> SituationSheet? {
    SampleCatalogue.all.first { $0.situation.id == id }
  }

  private func sheet(with id: Service.ID, preferring: [LifeSituation.ID]) -> SituationSheet? {
    let holding = SampleCatalogue.all.filter { $0.services.contains { $0.id == id } }
    return preferring.lazy.compactMap { id in holding.first { $0.situation.id == id } }.first
      ?? holding.first
  }

  private func card(_ id: Citizen.ID) -> CitizenCard? {
    let kept = merged.first { $0.value.contains { $0.id == id } }?.key ?? id
    guard let citizen = citizens.first(where: { $0.id == kept }) else { return nil }
    let id = kept
    return CitizenCard(
      citizen: citizen, cases: cases.filter { $0.citizen == id },
      visits: visits.filter { $0.citizen == id }, merged: merged[id] ?? [],
      conflicts: tasks.conflicts.filter { $0.citizen == id },
      duplicates: tasks.duplicates.filter { $0.id.first == id || $0.id.second == id },
      remarks: remarks.filter { $0.citizen == id })
  }

  func day(_ date: CalendarDate) -> DaySummary {
    var summary = RatingSummary.none
    for entry in ratings {
      switch entry.result {
      case .given: summary.count += 1
      case .skipped: summary.skipped += 1
      case .declined: summary.declined += 1
      case .timedOut: summary.timedOut += 1
      }
      if entry.isTooFast { summary.tooFast += 1 }
    }
    return DaySummary(
      visits: visits.reversed().filter { $0.ended.date(offset: .moscow) == date }.map { visit in
        VisitLine(
          visit: visit,
          situationTitle: sheet(visit.situation)?.situation.title ?? LocalizedText(ru: "?"),
          citizenName: citizens.first { $0.id == visit.citizen }?.details.fullName)
      }, ratings: summary)
  }
}

extension MemoryStore {
  /// Situations, services and citizens in which every word of the text begins a word.
  private func hits(_ request: SearchRequest) -> [SearchHit] {
    let words = request.text.lowercased().split(separator: " ")
    func fits(_ texts: [String]) -> Bool {
      let parts = texts.flatMap { $0.lowercased().split { " -+".contains($0) } }
      return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }
    var hits: [SearchHit] = []
    for sheet in SampleCatalogue.all where request.kinds.contains(.situation) {
      let situation = sheet.situation
      if fits([situation.title.ru] + situation.synonyms) {
        hits.append(
          SearchHit(
            target: .situation(situation.id), title: situation.title.ru,
            detail: situation.inWords.ru, score: 1, reasons: [.title]))
      }
    }
    for service in SampleCatalogue.birth.services where request.kinds.contains(.service) {
      if fits([service.title.ru]) {
        hits.append(
          SearchHit(
            target: .service(service.id), title: service.title.ru, detail: service.body.ru,
            score: 0.5, reasons: [.synonym("метрика")]))
      }
    }
    for citizen in citizens where request.kinds.contains(.citizen) {
      let details = citizen.details
      if fits([details.fullName, details.snils?.digits ?? "", details.phone?.digits ?? ""]) {
        hits.append(
          SearchHit(
            target: .citizen(citizen.id), title: details.fullName,
            detail: details.birthDate.map(typed) ?? "", score: 0.4, reasons: [.name]))
      }
    }
    return hits
  }

  private mutating func add(_ citizen: Citizen) -> Event {
    citizens.append(citizen)
    return .citizenSaved(citizen)
  }

  mutating func change(_ citizen: Citizen, basedOn base: Citizen) -> Event {
    guard let index = citizens.firstIndex(where: { $0.id == citizen.id }) else {
      return .failed(.notFound(kind: "citizen", id: citizen.id.description))
    }
    guard citizens[index].version == base.version else {
      return .failed(.conflict(current: citizens[index]))
    }
    citizens[index].details = citizen.details
    citizens[index].version += 1
    return .citizenSaved(citizens[index])
  }

  private mutating func log(
    _ visit: Visit, eventDate: CalendarDate?, _ remarks: [RemarkDraft], at now: Instant
  ) -> Event {
    visits.append(visit)
    if let citizen = visit.citizen {
      keep(remarks, of: citizen, in: visit.id, at: now)
      let known = cases.firstIndex { $0.citizen == citizen && $0.situation == visit.situation }
      let index = known ?? cases.count
      if known == nil {
        cases.append(
          SituationCase(
            id: Sample.id(UInt64(100 + index)), citizen: citizen, situation: visit.situation,
            opened: now))
      }
      cases[index].eventDate = eventDate ?? cases[index].eventDate
      for line in visit.services {
        cases[index].services[line.id] = SituationCase.Progress(line.outcome)
      }
    }
    return .visitLogged(LoggedVisit(id: visit.id, situation: visit.situation))
  }

  private mutating func withdraw(_ id: Visit.ID) -> Event {
    visits.removeAll { $0.id == id }
    remarks.removeAll { $0.visit == id }
    return .visitWithdrawn(id)
  }

  private mutating func record(_ entry: RatingEntry, _ written: CitizenWords?) -> Event {
    ratings.append(entry)
    if let written { words.append(written.text) }
    return .ratingRecorded(entry.result)
  }

  private mutating func ask(about logged: LoggedVisit) -> Event? {
    guard hasCitizenScreen else { return .notAsked(logged) }
    asked = logged
    return nil
  }

  private mutating func withdrawQuestion() -> Event? {
    asked = nil
    return nil
  }

  private mutating func issueRatingToken() -> Event? {
    issuedTokens += 1
    return .ratingTokenIssued(RatingToken(random: (7, UInt64(issuedTokens))))
  }

  private mutating func greet(_ isServing: Bool) -> Event? {
    greeted.append(isServing)
    return nil
  }

  /// The citizen answers at their own screen.
  package mutating func answerOutside(_ result: RatingResult) -> Event? {
    guard let asked else { return nil }
    self.asked = nil
    ratings.append(RatingEntry(situation: asked.situation, result: result))
    return .answeredOutside(result, about: asked)
  }

  private mutating func keep(_ draft: Draft?) -> Event? {
    self.draft = draft
    return nil
  }

  private mutating func keep(_ preference: Preference) -> Event? {
    preferences.append(preference)
    return nil
  }

  private mutating func print(_ list: Checklist, _ number: Int) -> Event? {
    printed.append(list)
    return .printed(number: number, printResult)
  }

  private mutating func quit() -> Event? {
    hasQuit = true
    return nil
  }
}

extension Effect {
  /// Whether the store writes what a person entered; a draft is kept silently.
  fileprivate var isChange: Bool {
    switch self {
    case .addCitizen, .changeCitizen, .logVisit, .withdrawVisit, .recordRating, .retryRefused,
      .dropRefused, .amendRefused, .settleConflict, .mergeCitizens, .keepApart, .unmergeCitizen,
      .giveFeedback, .answerFeedback, .tell, .settleCallback:
      true
    default: false
    }
  }
}
