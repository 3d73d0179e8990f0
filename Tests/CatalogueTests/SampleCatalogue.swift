import Catalogue
import Domain

/// A catalogue of two situations' worth of nothing, clean, to be spoilt by tests.
struct SampleCatalogue: CatalogueSource {
  var documents = sampleDocuments
  var services = sampleServices
  var situation = sampleSituation
  var situationFile = "moving.json5"
  var requiredSituations: [LifeSituation.ID] = []

  var isReleased = false

  let root = "sample"

  func files() -> [CatalogueFile] {
    [
      CatalogueFile(group: .documents, name: "papers.json5", bytes: Array(documents.utf8)),
      CatalogueFile(group: .services, name: "home.json5", bytes: Array(services.utf8)),
      CatalogueFile(group: .situations, name: situationFile, bytes: Array(situation.utf8)),
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
    provenance: { source: "https://www.gosuslugi.ru", reviewed: "2026-11-24" },
  }
  """
