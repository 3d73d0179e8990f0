// A small catalogue for the tests of the desk: real in its shape, and independent of the bundled
// content, which its authors may change at any time.

package import Domain

package enum SampleCatalogue {
  /// Four services, an event with deadlines, documents of every origin.
  package static let birth = SituationSheet(
    situation: LifeSituation(
      id: "birth-of-child", title: LocalizedText(ru: "Рождение ребёнка", en: "Birth of a child"),
      audience: .person,
      inWords: LocalizedText(ru: "У меня родился ребёнок", en: "I have had a baby"),
      synonyms: ["родился ребенок", "родила", "новорождённый"],
      care: LocalizedText(
        ru: "Поздравьте и предложите сесть, пропустите с коляской. Скажите сразу, что СНИЛС и"
          + " маткапитал придут сами.",
        en: "Congratulate, offer a seat, let a pram through. Say at once that the SNILS and the"
          + " maternity capital come by themselves."),
      event: LifeSituation.Event(
        title: LocalizedText(ru: "Дата рождения ребёнка", en: "Child's date of birth")),
      questions: [
        LifeSituation.Question(
          id: "which-child",
          text: LocalizedText(ru: "Какой это ребёнок по счёту?", en: "Which child is it?"))
      ],
      deadlines: [
        deadline("Зарегистрировать рождение", "Register the birth", Term(1, .months)),
        deadline(
          "Сообщить о выплате", "Report the payment",
          Term(
            10, .workingDays,
            note: LocalizedText(ru: "со дня получения", en: "from the day of receipt"))),
        deadline("Обратиться за пособием", "Apply for the allowance", Term(6, .months)),
      ],
      services: [
        LifeSituation.Link(id: "birth-registration"),
        LifeSituation.Link(id: "newborn-snils", after: ["birth-registration"]),
        LifeSituation.Link(
          id: "residence-registration", after: ["birth-registration"],
          when: LocalizedText(ru: "по адресу одного из родителей", en: "at a parent's address")),
        LifeSituation.Link(id: "birth-allowance", after: ["birth-registration"]),
      ],
      facts: ["child-birth-date": .text("event-date")], provenance: provenance),
    services: [registration, snils, residence, allowance], documents: documents)

  /// One service, no event, no deadline, no question: the least a situation can be.
  package static let travel = SituationSheet(
    situation: LifeSituation(
      id: "foreign-travel", title: LocalizedText(ru: "Выезд за границу", en: "Foreign travel"),
      audience: .person,
      inWords: LocalizedText(ru: "Я еду за границу", en: "I am going abroad"),
      synonyms: ["загранпаспорт"],
      care: LocalizedText(ru: "Спросите, когда поездка.", en: "Ask when the trip is."),
      event: nil, questions: [], deadlines: [],
      services: [LifeSituation.Link(id: "foreign-passport")], provenance: provenance),
    services: [passport], documents: documents)

  /// Everything as long as an author can make it, with text of every width, and a control.
  package static let longest = SituationSheet(
    situation: LifeSituation(
      id: "longest",
      title: LocalizedText(ru: String(repeating: "Очень длинное название ", count: 9)),
      audience: .person,
      inWords: LocalizedText(ru: "漢字 и 👨‍👩‍👧‍👦 и ❤️ и e\u{301} и \u{1B}[31m и \u{202E}справа"),
      synonyms: [], care: LocalizedText(ru: String(repeating: "Слово ", count: 120)),
      event: LifeSituation.Event(title: LocalizedText(ru: String(repeating: "Дата ", count: 30))),
      questions: (1...12).map {
        LifeSituation.Question(
          id: "q\($0)", text: LocalizedText(ru: String(repeating: "Вопрос \($0) ", count: 12)))
      },
      deadlines: (1...12).map {
        deadline("Срок номер \($0) 漢字漢字漢字", "Deadline", Term($0, .months))
      },
      services: (1...30).map { LifeSituation.Link(id: Service.ID(rawValue: "long-\($0)")) },
      provenance: provenance),
    services: (1...30).map { longService($0) }, documents: documents)

  package static let all = [birth, travel, longest]

  /// A service of another catalogue that none of the situations lists.
  package static let alone: ServiceSheet = {
    var service = allowance
    service.id = "housing-grant-1f"
    service.title = LocalizedText(ru: "Toetus eluaseme kohandamiseks")
    return ServiceSheet(service: service, documents: documents)
  }()

  package static let summaries = all.map { sheet in
    SituationSummary(
      id: sheet.situation.id, title: sheet.situation.title, audience: sheet.situation.audience)
  }

  private static let provenance = Provenance(
    source: "https://www.gosuslugi.ru", reviewed: CalendarDate(dayNumber: 20_781))

  private static func deadline(_ ru: String, _ en: String, _ within: Term)
    -> LifeSituation.Deadline
  {
    LifeSituation.Deadline(
      title: LocalizedText(ru: ru, en: en), within: within, service: nil, legalBasis: nil)
  }
}

extension SampleCatalogue {
  private static let documents: [Document.ID: Document] = Dictionary(
    uniqueKeysWithValues: [
      document("passport", "Паспорт", "Passport", .bring),
      document("medical-birth-certificate", "Справка из роддома", "Hospital certificate", .bring),
      document("bank-details", "Реквизиты счёта", "Bank account details", .copy),
      document("marriage-record", "Сведения о браке", "Marriage record", .interagency),
      document("snils-record", "Сведения о СНИЛС", "SNILS record", .interagency),
    ].map { ($0.id, $0) })

  private static func document(
    _ id: Document.ID, _ ru: String, _ en: String, _ origin: Document.Origin
  ) -> Document {
    Document(id: id, title: LocalizedText(ru: ru, en: en), origin: origin)
  }

  private static let registration = service(
    "birth-registration", "Государственная регистрация рождения", "Registration of birth",
    short: LocalizedText(ru: "Регистрация рождения", en: "Birth registration"),
    channels: [.centre, .portal, .body], fee: Fee(kopecks: 0),
    term: Term(
      1, .workingDays,
      note: LocalizedText(ru: "через центр дольше", en: "longer through a centre")),
    documents: [
      Service.Requirement(
        id: "passport", note: LocalizedText(ru: "заявителя", en: "of the applicant")),
      Service.Requirement(id: "medical-birth-certificate"),
      Service.Requirement(id: "marriage-record"),
    ],
    note: LocalizedText(
      ru: "Если родители в браке, достаточно одного из них.",
      en: "Married parents: one of them is enough."))

  private static let snils = service(
    "newborn-snils", "СНИЛС новорождённому", "SNILS for a newborn", channels: [.proactive],
    documents: [])

  private static let residence = service(
    "residence-registration", "Регистрация по месту жительства", "Registration of residence",
    short: LocalizedText(ru: "Постоянная регистрация", en: "Residence registration"),
    channels: [.centre, .portal], fee: Fee(kopecks: 0), term: Term(6, .workingDays),
    documents: [
      Service.Requirement(id: "passport", note: LocalizedText(ru: "обоих родителей")),
      Service.Requirement(id: "marriage-record"),
    ])

  private static let allowance = service(
    "birth-allowance", "Единовременное пособие при рождении", "Lump-sum birth allowance",
    channels: [.centre, .portal], level: .regional, term: Term(10, .workingDays),
    documents: [
      Service.Requirement(id: "passport", origin: .copy),
      Service.Requirement(id: "bank-details"), Service.Requirement(id: "snils-record"),
    ])

  private static let passport = service(
    "foreign-passport", "Загранпаспорт нового образца", "Biometric foreign passport",
    channels: [.centre, .portal, .body],
    fee: Fee(kopecks: 600_000, note: LocalizedText(ru: "детям 3 000 ₽", en: "children 3 000 ₽")),
    term: Term(1, .months), documents: [Service.Requirement(id: "passport")])

  private static func longService(_ number: Int) -> Service {
    service(
      Service.ID(rawValue: "long-\(number)"),
      "Услуга \(number) " + String(repeating: "с длинным названием ", count: 8), "Long",
      channels: Service.Channel.allCases, fee: Fee(kopecks: 123_456_789),
      term: Term(1000, .years),
      documents: [
        Service.Requirement(id: "passport"), Service.Requirement(id: "bank-details"),
        Service.Requirement(id: "snils-record"),
      ], note: LocalizedText(ru: String(repeating: "Важное ", count: 40)))
  }

  private static func service(
    _ id: Service.ID, _ ru: String, _ en: String, short: LocalizedText? = nil,
    channels: [Service.Channel],
    level: Service.Level = .federal, fee: Fee? = nil, term: Term? = nil,
    documents: [Service.Requirement], note: LocalizedText? = nil
  ) -> Service {
    Service(
      id: id, title: LocalizedText(ru: ru, en: en), short: short, colloquial: ["метрика"],
      body: LocalizedText(ru: "Орган ЗАГС", en: "Civil registry office"), level: level,
      audience: [.person], channels: channels, fee: fee, term: term,
      result: LocalizedText(ru: "Свидетельство", en: "Certificate"), documents: documents,
      note: note,
      legalBasis: [
        LegalBasis(act: "Федеральный закон от 15.11.1997 № 143-ФЗ", article: "ст. 14–23")
      ], provenance: provenance)
  }
}
