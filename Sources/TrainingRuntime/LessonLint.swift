// What is wrong in a lesson's file, for the trainer who writes it: where, and what to do.

package import Domain
package import JSON5
internal import Training

package struct LessonFinding: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var problem: LocalizedText
  package var advice: LocalizedText
}

package struct LessonLint {
  private let document: JSON5Document
  private let lesson: Lesson
  private let services: ServicesOfSituations
  private let offers: Set<Offer.ID>
  private var findings: [LessonFinding] = []

  /// - Parameter file: the lesson's file; its name without the ending is the lesson's.
  package static func run(
    file path: String, _ catalogue: CatalogueContent, _ offers: [Offer]
  ) -> [LessonFinding] {
    do throws(JSON5Error) {
      return run(try JSON5Document(file: path), catalogue, offers)
    } catch {
      return [finding(error)]
    }
  }

  package static func run(
    _ document: JSON5Document, _ catalogue: CatalogueContent, _ offers: [Offer]
  ) -> [LessonFinding] {
    let keys = (document.unknownKeys(in: shape) + document.duplicateKeys()).map(finding)
    do throws(JSON5Error) {
      var lint = LessonLint(
        document, try document.decode(Lesson.self), catalogue.servicesOfSituations,
        Set(offers.map(\.id)))
      lint.look()
      return (keys + lint.findings).sorted { $0.line < $1.line }
    } catch {
      return (keys + [finding(error)]).sorted { $0.line < $1.line }
    }
  }

  private init(
    _ document: JSON5Document, _ lesson: Lesson, _ services: ServicesOfSituations,
    _ offers: Set<Offer.ID>
  ) {
    self.document = document
    self.lesson = lesson
    self.services = services
    self.offers = offers
  }

  private static func finding(_ error: JSON5Error) -> LessonFinding {
    LessonFinding(
      file: error.file, line: error.line,
      problem: LocalizedText(ru: error.problem(.ru), en: error.problem(.en)),
      advice: LocalizedText(
        ru: "исправьте запись: docs/training.ru.md называет все ключи",
        en: "mend it: docs/training.ru.md names all keys"))
  }

  private mutating func note(
    _ path: [JSON5Key], _ problem: (ru: String, en: String), _ advice: (ru: String, en: String)
  ) {
    findings.append(
      LessonFinding(
        file: document.name, line: document.line(of: path),
        problem: LocalizedText(ru: problem.ru, en: problem.en),
        advice: LocalizedText(ru: advice.ru, en: advice.en)))
  }

  private static let text = JSON5Shape.object(["ru": .any, "en": .any])

  private static let shape = JSON5Shape.object([
    "name": .any, "title": text, "goal": text, "plays": .any,
    "day": .object([
      "date": .any, "opens": .any, "closes": .any, "windows": .any, "others": .any, "rush": .any,
    ]),
    "cast": .list(
      .object([
        "id": .any, "name": .any, "arrives": .any, "situation": .any, "mood": .any,
        "patience": .any, "priority": .any, "says": text, "leaves_out": text,
        "wrong_paper": text, "event_date": .any,
        "right": .object([
          "services": .list(.object(["id": .any, "outcome": .any])), "card": .any, "note": .any,
          "offer": .any,
        ]),
      ])),
    "events": .list(.object(["at": .any, "kind": .any, "who": .any, "says": text])),
    "steps": .list(
      .object([
        "id": .any, "title": text, "advice": text,
        "check": .object(
          Dictionary(
            uniqueKeysWithValues: (["kind"] + Check.Field.allCases.map(\.rawValue))
              .map { ($0, JSON5Shape.any) })),
        "hints": .list(.object(["after": .any, "text": text])),
      ])),
  ])
}

// What is looked at.
extension LessonLint {
  private mutating func look() {
    lookAtName()
    lookAtDay()
    for (index, member) in lesson.cast.enumerated() {
      look(at: member, [.key("cast"), .index(index)])
    }
    for (index, event) in lesson.events.enumerated() {
      look(at: event, [.key("events"), .index(index)])
    }
    if lesson.steps.isEmpty {
      note(
        [.key("steps")], ("в уроке нет ни одного шага", "the lesson has no step"),
        ("напишите, что должно получиться", "write down what has to come of it"))
    }
    for (index, step) in lesson.steps.enumerated() {
      look(at: step, [.key("steps"), .index(index)])
    }
    lookForTwins(lesson.cast.map(\.id), "cast")
    lookForTwins(lesson.steps.map(\.id), "steps")
  }

  private mutating func lookAtName() {
    let file = document.name.split(separator: "/").last.map(String.init) ?? document.name
    guard !LifeSituation.ID(rawValue: lesson.name).isWellFormed || file != lesson.name + ".json5"
    else { return }
    note(
      [.key("name")],
      ("имя «\(lesson.name)» не подходит к файлу \(file)", "“\(lesson.name)” does not fit \(file)"),
      (
        "имя — латинские слова через дефис, файл называется ИМЯ.json5",
        "a name is lower-case words with hyphens, its file is NAME.json5"
      ))
  }

  private mutating func lookAtDay() {
    let day = lesson.day
    if day.closes <= day.opens {
      note(
        [.key("day"), .key("closes")],
        ("день кончается до начала", "the day ends before it begins"),
        ("поставьте время позже \(day.opens)", "name a time after \(day.opens)"))
    }
    lookAt(day.windows, in: 1...30, [.key("day"), .key("windows")])
    lookAt(day.others, in: 0...1000, [.key("day"), .key("others")])
    lookAt(day.rush ?? 0, in: 0...200, [.key("day"), .key("rush")])
  }

  private mutating func lookAt(_ number: Int, in range: ClosedRange<Int>, _ path: [JSON5Key]) {
    guard !range.contains(number) else { return }
    let limits = "\(range.lowerBound)…\(range.upperBound)"
    note(
      path, ("число \(number) не подходит", "the number \(number) does not fit"),
      ("возьмите число из \(limits)", "take one of \(limits)"))
  }

  private mutating func lookForTwins(_ ids: [String], _ list: String) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      note(
        [.key(list), .index(index), .key("id")],
        ("«\(id)» уже есть", "“\(id)” is there already"), ("дайте другое имя", "give another one"))
    }
  }

  private mutating func look(at member: CastMember, _ path: [JSON5Key]) {
    if member.name.split(separator: " ").count < 2 {
      note(
        path + [.key("name")], ("имя неполное", "the name is not whole"),
        (
          "напишите вымышленные фамилию, имя и отчество",
          "write an invented surname, given name and patronymic"
        ))
    }
    if member.arrives < lesson.day.opens || member.arrives >= lesson.day.closes {
      note(
        path + [.key("arrives")], ("центр в это время закрыт", "the centre is closed then"),
        (
          "время от \(lesson.day.opens) до \(lesson.day.closes)",
          "a time from \(lesson.day.opens) to \(lesson.day.closes)"
        ))
    }
    lookAt(member.priority ?? 0, in: TicketRequest.priorities, path + [.key("priority")])
    lookAt(member.patience ?? 1, in: 1...600, path + [.key("patience")])
    guard let linked = services[member.situation] else {
      note(
        path + [.key("situation")],
        (
          "нет жизненной ситуации «\(member.situation)»",
          "there is no life situation “\(member.situation)”"
        ), ("список: okno situation list", "list: okno situation list"))
      return
    }
    let right = path + [.key("right")]
    if member.right.services.isEmpty {
      note(
        right + [.key("services")], ("нет ни одной услуги", "there is no service"),
        ("назовите услуги, за которыми пришли", "name the services that are wanted"))
    }
    for (index, line) in member.right.services.enumerated() where !linked.contains(line.id) {
      note(
        right + [.key("services"), .index(index), .key("id")],
        (
          "в ситуации «\(member.situation)» нет услуги «\(line.id)»",
          "“\(member.situation)” has no service “\(line.id)”"
        ),
        (
          "список: okno situation show \(member.situation)",
          "list: okno situation show \(member.situation)"
        ))
    }
    look(for: member.right.offer, right + [.key("offer")])
  }

  private mutating func look(for offer: Offer.ID?, _ path: [JSON5Key]) {
    guard let offer, !offers.contains(offer) else { return }
    note(
      path, ("нет предложения «\(offer)»", "there is no offer “\(offer)”"),
      ("список: okno offers", "list: okno offers"))
  }

  private mutating func look(at event: CentreEvent, _ path: [JSON5Key]) {
    if event.kind == .doubled, event.who == nil {
      note(
        path, ("не сказано, чей это талон", "whose ticket it is is not said"),
        ("добавьте who", "add who"))
    }
    look(for: event.who, path + [.key("who")])
  }

  private mutating func look(for who: String?, _ path: [JSON5Key]) {
    guard let who, lesson.member(who) == nil else { return }
    note(
      path, ("в cast нет «\(who)»", "the cast has no “\(who)”"),
      ("назовите id из cast", "name an id of the cast"))
  }

  private mutating func look(at step: LessonStep, _ path: [JSON5Key]) {
    let way = path + [.key("check")]
    let check = step.check
    let needs = Set(Check.needs(check.kind))
    for field in Check.needs(check.kind) where !check.given.contains(field) {
      note(
        way,
        (
          "проверке «\(check.kind.rawValue)» не хватает «\(field.rawValue)»",
          "the check “\(check.kind.rawValue)” has no “\(field.rawValue)”"
        ), ("добавьте \(field.rawValue)", "add \(field.rawValue)"))
    }
    let allowed = check.kind == .service ? needs.union([.outcome]) : needs
    for field in Check.Field.allCases where check.given.contains(field) && !allowed.contains(field)
    {
      note(
        way + [.key(field.rawValue)],
        (
          "проверка «\(check.kind.rawValue)» не смотрит на «\(field.rawValue)»",
          "the check “\(check.kind.rawValue)” does not look at “\(field.rawValue)”"
        ), ("уберите \(field.rawValue)", "take \(field.rawValue) out"))
    }
    look(for: check.who, way + [.key("who")])
    look(for: check.than, way + [.key("than")])
    look(for: check.offer, way + [.key("offer")])
    lookAtPart(check.kind, way)
    let times = step.hints.map(\.after)
    if times.isEmpty || times != times.sorted() || times.contains(where: { $0 < 0 }) {
      note(
        path + [.key("hints")],
        (
          "подсказки нужны, и каждая позже предыдущей",
          "there have to be hints, each later than the last"
        ), ("расставьте after по возрастанию", "let after rise"))
    }
  }

  private mutating func lookAtPart(_ kind: Check.Kind, _ path: [JSON5Key]) {
    let isSupervisors = [.settled, .prioritised, .moved, .reopened].contains(kind)
    let isClerks = [
      .service, .noService, .first, .note, .card, .eventDate, .rated, .offered, .servedBetween,
    ].contains(kind)
    guard lesson.plays == .clerk ? isSupervisors : isClerks else { return }
    note(
      path + [.key("kind")],
      (
        "это делает не тот, кого играет ученик", "this is not done by whose part the trainee plays"
      ), ("исправьте plays или kind", "mend plays or kind"))
  }
}
