internal import Domain
internal import JSON5

/// An entry with its place in a file.
struct CatalogueEntry<Value: Sendable>: Sendable {
  let value: Value
  let text: JSON5Document
  let path: [JSON5Key]

  /// A finding at the steps inside the entry.
  func finding(_ problem: CatalogueProblem, at steps: [JSON5Key] = []) -> CatalogueFinding {
    CatalogueFinding(file: text.name, line: text.line(of: path + steps), problem: problem)
  }

  /// `Services/family.json5:12`.
  var place: String { "\(text.name):\(text.line(of: path + [.key("id")]))" }
}

/// All that a catalogue's files say, with places.
struct CatalogueText: Sendable {
  private(set) var documents: [CatalogueEntry<Document>] = []
  private(set) var services: [CatalogueEntry<Service>] = []
  private(set) var situations: [CatalogueEntry<LifeSituation>] = []
  private(set) var facts: [CatalogueEntry<Fact>] = []
  private(set) var parameters: [CatalogueEntry<Parameter>] = []
  private(set) var rules: [CatalogueEntry<ServiceRule>] = []
  private(set) var years: [CatalogueEntry<CalendarYear>] = []
  private(set) var offers: [CatalogueEntry<Offer>] = []
  /// The files that are JSON5, whether or not they hold entries.
  private(set) var texts: [(group: CatalogueGroup, text: JSON5Document)] = []
  /// What is wrong with the files that could not be read.
  private(set) var findings: [CatalogueFinding] = []

  /// Whether every file was read, so that what is not here does not exist.
  var isWhole: Bool { findings.isEmpty }

  init(_ source: some CatalogueSource) {
    do throws(CatalogueError) {
      for file in try source.files() { read(file, from: source.root) }
    } catch {
      findings.append(Self.finding(error))
    }
  }

  private mutating func read(_ file: CatalogueFile, from root: String) {
    let text: JSON5Document
    do throws(JSON5Error) {
      text = try JSON5Document(name: root + "/" + file.path, bytes: file.bytes)
    } catch {
      findings.append(
        CatalogueFinding(
          file: error.file, line: error.line, problem: .syntax(reason: error.problem)))
      return
    }
    texts.append((file.group, text))
    switch file.group {
    case .documents: documents += entries(text)
    case .services: services += entries(text)
    case .situations:
      if let situation: CatalogueEntry<LifeSituation> = entry(text) { situations.append(situation) }
    case .facts: facts += entries(text)
    case .parameters: parameters += entries(text)
    case .rules: rules += entries(text)
    case .calendar: if let year: CatalogueEntry<CalendarYear> = entry(text) { years.append(year) }
    case .offers: offers += entries(text)
    }
  }

  /// The entries of a list, each read by itself: a mistake in one hides none of another.
  private mutating func entries<Value: Decodable>(_ text: JSON5Document) -> [CatalogueEntry<Value>]
  {
    guard case .list(let nodes) = text.root.content else {
      // Tells what is there instead.
      let _: CatalogueEntry<[Value]>? = entry(text)
      return []
    }
    return nodes.indices.compactMap { entry(text, at: [.index($0)]) }
  }

  private mutating func entry<Value: Decodable>(
    _ text: JSON5Document, at path: [JSON5Key] = []
  ) -> CatalogueEntry<Value>? {
    do throws(JSON5Error) {
      return CatalogueEntry(value: try text.decode(Value.self, at: path), text: text, path: path)
    } catch {
      findings.append(
        CatalogueFinding(
          file: error.file, line: error.line,
          problem: .wrongShape(reason: Self.sentence(error))))
      return nil
    }
  }

  private static func finding(_ error: CatalogueError) -> CatalogueFinding {
    switch error {
    case .unreadable(let path, let reason):
      CatalogueFinding(file: path, line: 0, problem: .unreadable(reason: reason))
    case .malformed(let mistake):
      CatalogueFinding(
        file: mistake.file, line: mistake.line, problem: .syntax(reason: mistake.problem))
    }
  }

  private static func sentence(_ mistake: JSON5Error) -> String {
    mistake.path.isEmpty ? mistake.problem : "\(mistake.path.written): \(mistake.problem)"
  }
}
