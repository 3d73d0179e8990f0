/// A document of several services, asked for once.
package struct MergedDocument: Hashable, Sendable {
  package var document: Document
  /// The strictest that a service wants: one that must see the original has it brought.
  package var origin: Document.Origin
  package var notes: [LocalizedText]
  /// The services that need it.
  package var services: [Service.ID]

  mutating func merge(_ other: MergedDocument) {
    origin = origin.stricter(than: other.origin)
    for note in other.notes where !notes.contains(note) { notes.append(note) }
    for service in other.services where !services.contains(service) { services.append(service) }
  }

  /// Whether bringing this one answers what `other` asks for: nobody else's, and not less.
  func answers(_ other: MergedDocument) -> Bool {
    document.id == other.document.id && origin.stricter(than: other.origin) == origin
      && other.notes.allSatisfy(notes.contains)
  }
}

extension Document.Origin {
  /// What is asked of the citizen, the most first.
  package static let strictestFirst: [Document.Origin] = [.bring, .copy, .interagency]

  func stricter(than other: Document.Origin) -> Document.Origin {
    Self.strictestFirst.first { $0 == self || $0 == other } ?? self
  }
}

/// One need: a document, or one of several.
package struct Paper: Hashable, Sendable {
  /// At least one.
  package var options: [MergedDocument]

  package var isChoice: Bool { options.count > 1 }

  /// Of a choice the strictest: who has that one at hand needs no other.
  package var origin: Document.Origin {
    options.reduce(.interagency) { $0.stricter(than: $1.origin) }
  }

  /// Whether both can be answered by the same documents.
  func offersTheSame(as other: Paper) -> Bool {
    options.count == other.options.count
      && options.allSatisfy { option in
        other.options.contains { $0.document.id == option.document.id }
      }
  }
}

extension SituationSheet {
  package func papers(of wanted: [Service]) -> [Paper] { Paper.merged(of: wanted, documents) }

  /// The same of the services with these ids, in the situation's order; of all where none is named.
  package func papers(of marked: [Service.ID]) -> [Paper] {
    papers(of: marked.isEmpty ? services : services.filter { marked.contains($0.id) })
  }
}

extension Paper {
  /// What the services need: each paper once, what the citizen brings first. A choice that another
  /// need answers already is none.
  package static func merged(
    of wanted: [Service], _ documents: [Document.ID: Document]
  ) -> [Paper] {
    var papers: [Paper] = []
    for service in wanted {
      for paper in needs(of: service, documents) { add(paper, to: &papers) }
    }
    let single = papers.filter { !$0.isChoice }.flatMap(\.options)
    papers.removeAll { paper in
      paper.isChoice
        && paper.options.contains { option in single.contains { $0.answers(option) } }
    }
    return Document.Origin.strictestFirst.flatMap { origin in
      papers.filter { $0.origin == origin }
    }
  }

  /// A service's own list, with the documents of each choice together where the first one stands.
  private static func needs(
    of service: Service, _ documents: [Document.ID: Document]
  ) -> [Paper] {
    var papers: [Paper] = []
    var places: [String: Int] = [:]
    for requirement in service.documents {
      guard let document = documents[requirement.id] else { continue }
      let merged = MergedDocument(
        document: document, origin: requirement.origin ?? document.origin,
        notes: requirement.note.map { [$0] } ?? [], services: [service.id])
      if let choice = requirement.oneOf, let place = places[choice] {
        papers[place].options.append(merged)
        continue
      }
      if let choice = requirement.oneOf { places[choice] = papers.count }
      papers.append(Paper(options: [merged]))
    }
    return papers
  }

  private static func add(_ paper: Paper, to papers: inout [Paper]) {
    guard let place = papers.firstIndex(where: { $0.offersTheSame(as: paper) }) else {
      papers.append(paper)
      return
    }
    for option in paper.options {
      let same = papers[place].options.firstIndex { $0.document.id == option.document.id }
      if let same { papers[place].options[same].merge(option) }
    }
  }
}
