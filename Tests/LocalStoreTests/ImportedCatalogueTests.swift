import Domain
import Testing

@testable import LocalStore

/// Entries of another catalogue beside the desk's own.
@Suite struct ImportedCatalogueTests {
  private static let day = TestStore.morning.date(offset: .moscow)

  private func service(
    _ id: String, _ title: String, note: LocalizedText? = nil
  ) -> ImportedEntry {
    let text = LocalizedText(ru: title)
    return ImportedEntry(
      subject: "https://city.example/\(id)", source: "city.example",
      content: .service(
        Service(
          id: Service.ID(rawValue: id), title: text, colloquial: [], body: text, level: .regional,
          audience: [.person], channels: [.body], fee: nil, term: nil, result: text, documents: [],
          note: note, legalBasis: [],
          provenance: Provenance(source: "city.example", reviewed: Self.day))),
      facts: ["title": 1, "http://x.example/a b": .max])
  }

  private func situation(_ id: String, _ services: [Service.ID]) -> ImportedEntry {
    let text = LocalizedText(ru: "Een hond")
    return ImportedEntry(
      subject: "https://city.example/\(id)", source: "city.example",
      content: .situation(
        LifeSituation(
          id: LifeSituation.ID(rawValue: id), title: text, audience: .person, inWords: text,
          synonyms: [], care: text, event: nil, questions: [], deadlines: [],
          services: services.map { LifeSituation.Link(id: $0) },
          provenance: Provenance(source: "city.example", reviewed: Self.day))),
      facts: ["title": 3])
  }

  private func found(_ text: String, _ desk: TestStore) throws -> [String] {
    try Searcher(desk.store.connection).search(text).map(\.id)
  }

  @Test func theyAreListedFoundAndShownBehindTheOwn() throws {
    let desk = try TestStore()
    let own = try desk.store.situations()
    let all = [situation("dog-1", ["dogtax-1"]), service("dogtax-1", "Hondenbelasting")]
    try desk.store.keepImported(all, desk.stamp())
    let listed = try desk.store.situations()
    #expect(Array(listed.dropLast()) == own)
    #expect(listed.last?.source == "city.example")
    #expect(try desk.store.sheet(of: "dog-1")?.services.map(\.title.ru) == ["Hondenbelasting"])
    #expect(try found("hondenbelasting", desk).first == "dogtax-1")
    #expect(try found("city example", desk).contains("dog-1"))
    let known = try desk.store.knownCatalogue()
    #expect(Set(known.imported) == Set(all.map(\.mark)))
    #expect(known.ownKeys.count == SampleCatalogue.content.entries.count)
    #expect(try known.content(all[1].mark.key) == all[1].content)
    let audit = try desk.store.auditEntries()
    #expect(audit.last?.subject == "catalogue")
    #expect(audit.last?.subjectID == "city.example")
  }

  @Test func aServiceThatNoSituationListsIsReadByItself() throws {
    let desk = try TestStore()
    let lone = service("dogtax-1", "Hondenbelasting")
    try desk.store.keepImported([lone], desk.stamp())
    #expect(try desk.store.situations(with: "dogtax-1").isEmpty)
    let sheet = try desk.store.serviceSheet(of: "dogtax-1")
    #expect(sheet?.service.title.ru == "Hondenbelasting")
    #expect(sheet?.documents.isEmpty == true)
    #expect(try desk.store.serviceSheet(of: "no-such") == nil)
  }

  /// It is read on the service's sheet, as the note of an own service is: its words are anybody's.
  @Test func aDescriptionIsNotSearched() throws {
    let desk = try TestStore()
    let note = LocalizedText(ru: "Voor iedere eigenaar")
    try desk.store.keepImported([service("dogtax-1", "Hondenbelasting", note: note)], desk.stamp())
    #expect(try found("eigenaar", desk).isEmpty)
    #expect(try desk.store.service("dogtax-1")?.note == note)
  }

  @Test func whatComesAgainTakesThePlaceOfTheEarlierOne() throws {
    let desk = try TestStore()
    try desk.store.keepImported([service("a-1", "Gamma"), service("b-1", "Delta")], desk.stamp())
    try desk.store.keepImported([service("a-1", "Epsilon")], desk.stamp(1))
    #expect(try found("gamma", desk).isEmpty)
    #expect(try found("epsilon", desk) == ["a-1"])
    #expect(try found("delta", desk) == ["b-1"])
    #expect(try desk.store.knownCatalogue().imported.count == 2)
  }

  /// A new catalogue of the desk's own leaves them, but for an id that it takes itself.
  @Test func aNewCatalogueLeavesThem() throws {
    let desk = try TestStore()
    try desk.store.keepImported([service("a-1", "Gamma"), service("b-1", "Delta")], desk.stamp())
    var content = SampleCatalogue.content
    if case .service(let taken) = service("a-1", "Own").content { content.services.append(taken) }
    try desk.store.installCatalogue({ content }, fingerprint: [2])
    #expect(try found("own", desk) == ["a-1"])
    #expect(try found("gamma", desk).isEmpty)
    #expect(try found("delta", desk) == ["b-1"])
    let known = try desk.store.knownCatalogue()
    #expect(known.imported.map(\.key.id) == ["b-1"])
    #expect(try known.own().services == content.services)
  }

  /// A subject that has become something of another kind.
  @Test func aServiceThatBecomesASituation() throws {
    let desk = try TestStore()
    try desk.store.keepImported([service("a-1", "Gamma")], desk.stamp())
    try desk.store.keepImported([situation("a-1", [])], desk.stamp(1))
    #expect(try desk.store.service("a-1") == nil)
    #expect(try desk.store.situations().last?.id == "a-1")
    #expect(try desk.store.knownCatalogue().imported.map(\.key.kind) == [.situation])
  }

  /// Another process that searches notices the import.
  @Test func aSearcherElsewhereNotices() throws {
    let desk = try TestStore(.disk)
    let searcher = try Searcher(directory: try #require(desk.folder).path)
    defer { searcher.close() }
    #expect(try searcher.search("hondenbelasting").isEmpty)
    try desk.store.keepImported([service("dogtax-1", "Hondenbelasting")], desk.stamp())
    #expect(try searcher.search("hondenbelasting").map(\.id) == ["dogtax-1"])
  }
}
