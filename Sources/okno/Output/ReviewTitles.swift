internal import Catalogue
internal import Domain
internal import Training
internal import TrainingRuntime

/// What the catalogue calls services and situations, and what the lessons are called.
struct ReviewTitles {
  private let services: [Service.ID: LocalizedText]
  private let situations: [LifeSituation.ID: LocalizedText]

  init() throws { self.init(try BundledCatalogue().load()) }

  init(_ content: CatalogueContent) {
    services = Dictionary(content.services.map { ($0.id, $0.title) }) { first, _ in first }
    situations = Dictionary(content.situations.map { ($0.id, $0.title) }) { first, _ in first }
  }

  func service(_ id: Service.ID) -> LocalizedText {
    services[id] ?? LocalizedText(ru: id.rawValue)
  }

  func situation(_ id: LifeSituation.ID) -> LocalizedText {
    situations[id] ?? LocalizedText(ru: id.rawValue)
  }

  /// A lesson of a trainer's own has its name alone.
  func lesson(_ name: String) -> LocalizedText {
    let lesson = try? LessonLibrary.lesson(named: name)
    return lesson?.title ?? LocalizedText(ru: name)
  }
}
