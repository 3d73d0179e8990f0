import Catalogue
import Domain

/// A catalogue of two situations' worth of nothing, clean, to be spoilt by tests.
struct SampleCatalogue: CatalogueSource {
  var documents = sampleDocuments
  var services = sampleServices
  var situation = sampleSituation
  var facts = sampleFacts
  var parameters = sampleParameters
  var rules = sampleRules
  var offers = "[]"
  var situationFile = "moving.json5"
  var requiredSituations: [LifeSituation.ID] = []
  var requiredRules = 0

  var isReleased = false

  let root = "sample"

  func files() -> [CatalogueFile] {
    [
      CatalogueFile(group: .documents, name: "papers.json5", bytes: Array(documents.utf8)),
      CatalogueFile(group: .services, name: "home.json5", bytes: Array(services.utf8)),
      CatalogueFile(group: .situations, name: situationFile, bytes: Array(situation.utf8)),
      CatalogueFile(group: .facts, name: "facts.json5", bytes: Array(facts.utf8)),
      CatalogueFile(group: .parameters, name: "social.json5", bytes: Array(parameters.utf8)),
      CatalogueFile(group: .rules, name: "home.json5", bytes: Array(rules.utf8)),
      CatalogueFile(group: .offers, name: "offers.json5", bytes: Array(offers.utf8)),
    ]
  }
}

private let sampleDocuments = """
  [
    { id: "passport", title: { ru: "Паспорт", en: "Passport" }, origin: "bring" },
    { id: "residence-record", title: { ru: "Сведения", en: "Record" }, origin: "interagency" },
  ]
  """

private let sampleServices = """
  [
    {
      id: "registration",
      title: { ru: "Регистрация", en: "Registration" },
      colloquial: ["прописка", "прописаться"],
      body: { ru: "МВД России", en: "Ministry of the Interior" },
      level: "federal",
      audience: ["person"],
      channels: ["centre"],
      fee: { kopecks: 0 },
      term: { count: 8, unit: "working_days" },
      result: { ru: "Отметка", en: "Stamp" },
      documents: [
        { id: "passport" },
        { id: "residence-record" },
      ],
      legal_basis: [{ act: "Закон РФ от 25.06.1993 № 5242-1", article: "ст. 6" }],
      provenance: { source: "https://www.gosuslugi.ru", reviewed: "2026-11-24" },
    },
    {
      id: "attachment",
      title: { ru: "Прикрепление к поликлинике", en: "Attachment to a clinic" },
      colloquial: ["поликлиника", "прикрепиться"],
      body: { ru: "Поликлиника", en: "Clinic" },
      level: "regional",
      audience: ["person"],
      channels: ["body"],
      result: { ru: "Прикрепление", en: "Attachment" },
      documents: [{ id: "passport" }],
      legal_basis: [{ act: "Федеральный закон от 21.11.2011 № 323-ФЗ" }],
      provenance: { source: "Федеральный закон от 21.11.2011 № 323-ФЗ", reviewed: "2026-11-20" },
    },
  ]
  """

private let sampleSituation = """
  {
    id: "moving",
    title: { ru: "Переезд", en: "Moving" },
    audience: "person",
    in_words: { ru: "Я переехал", en: "I have moved" },
    synonyms: ["переезд", "новый дом", "новоселье", "сменил адрес", "прописка", "жильё", "а", "б"],
    care: { ru: "Спросите, кто переехал.", en: "Ask who has moved." },
    event: { title: { ru: "Дата переезда", en: "Date of moving" } },
    questions: [
      { id: "who", text: { ru: "Кто переехал?", en: "Who has moved?" } },
      { id: "where", text: { ru: "Куда?", en: "Where to?" } },
    ],
    deadlines: [
      {
        title: { ru: "Зарегистрироваться", en: "Register" },
        within: { count: 7, unit: "calendar_days" },
        service: "registration",
        legal_basis: { act: "Закон РФ от 25.06.1993 № 5242-1" },
      },
    ],
    services: [
      { id: "registration" },
      { id: "attachment", after: ["registration"] },
    ],
    facts: { moved: "event-date", citizen: true }, provenance: { source: "https://www.gosuslugi.ru", reviewed: "2026-11-24" },
  }
  """

private let sampleFacts = """
  [
    { id: "citizen", title: { ru: "Гражданство", en: "Citizenship" }, question: { ru: "Гражданин?", en: "A citizen?" }, kind: "yes_no", yes: { ru: "да", en: "yes" }, no: { ru: "нет", en: "no" }, about: "citizen" },
    { id: "moved", title: { ru: "День переезда", en: "Day of moving" }, question: { ru: "Когда?", en: "When?" }, kind: "date", about: "case" },
    { id: "income", title: { ru: "Доход", en: "Income" }, question: { ru: "Какой доход?", en: "What income?" }, kind: "money", range: { from: 0, to: 100000000 }, about: "citizen" },
    { id: "rooms", title: { ru: "Комнаты", en: "Rooms" }, question: { ru: "Сколько комнат?", en: "How many rooms?" }, kind: "number", range: { from: 1, to: 9 }, about: "case" },
    { id: "home", title: { ru: "Жильё", en: "Home" }, question: { ru: "Какое жильё?", en: "What home?" }, kind: "choice", choices: [{ id: "own", title: { ru: "своё", en: "own" } }, { id: "let", title: { ru: "съёмное", en: "let" } }], about: "case" },
    { id: "event-date", title: { ru: "День", en: "Day" }, question: { ru: "Когда это было?", en: "When was it?" }, kind: "date", about: "case" },
  ]
  """

private let sampleParameters = """
  [
    {
      id: "minimum",
      title: { ru: "Минимум", en: "Minimum" },
      kind: "money",
      values: [
        { from: "2026-01-01", amount: 1900000, legal_basis: { act: "Закон о минимуме" } },
      ],
      provenance: { source: "https://www.gosuslugi.ru", reviewed: "2026-11-20" },
    },
  ]
  """

private let sampleRules = """
  [
    {
      service: "registration",
      rule: {
        all: [
          { fact: "citizen", is: true },
          { fact: "moved", within: { count: 90, unit: "days" } },
          { any: [{ fact: "home", is: "own" }, { fact: "rooms", at_least: 2 }] },
        ],
      },
      provenance: { source: "https://www.gosuslugi.ru", reviewed: "2026-11-20" },
    },
    {
      service: "attachment",
      rule: { fact: "income", at_most: { parameter: "minimum", times: 1.5 } },
      provenance: { source: "https://www.gosuslugi.ru", reviewed: "2026-11-20" },
    },
  ]
  """
