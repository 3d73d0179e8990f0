internal import DeskScreens
internal import Domain
internal import LocalStore

private let kind = OptionSpec(
  "kind", .choice(SearchHit.Kind.allCases.map(\.rawValue)), isRepeated: true,
  ru: "искать только это; можно повторить", en: "look only for this; may be repeated")
private let limit = OptionSpec(
  "limit", .number(1...1000), ru: "не больше строк (обычно 20)",
  en: "at most so many lines (usually 20)")

private let searchText = OperandSpec(
  .text, isRepeated: true, ru: "что искать; «-» — прочесть из стандартного ввода",
  en: "what to look for; “-” reads it from standard input")
private let hitShape = #"[{"kind","id","title","score","why","detail","reasons":[REASON]}]"#

extension CommandSpec {
  static let search = CommandSpec(
    path: ["search"],
    access: .needs(.serve),
    summary: LocalizedText(
      ru: "поиск ситуаций, услуг и заявителей, лучшее сверху",
      en: "search situations, services and citizens, the best first"),
    operands: [searchText],
    options: [kind, limit, .preview],
    readsInput: true,
    shape: hitShape,
    examples: [
      "okno search родился ребенок", "okno search hj;ltybt --limit 5",
      "okno search propiska --kind service --json",
    ],
    run: { session in
      let kinds = session.invocation.all(kind).compactMap(SearchHit.Kind.init(rawValue:))
      return try answer(session, kinds.isEmpty ? Set(SearchHit.Kind.allCases) : Set(kinds))
    })

  static let citizenFind = CommandSpec(
    path: ["citizen", "find"],
    access: .needs(.serve),
    summary: LocalizedText(
      ru: "найти заявителя по части имени, дате рождения, телефону или СНИЛС",
      en: "find a citizen by parts of the name, birth date, phone or SNILS"),
    operands: [searchText],
    options: [limit],
    readsInput: true,
    shape: hitShape,
    examples: ["okno citizen find иванова мария", "echo '112-233-445 95' | okno citizen find -"],
    run: { session in try answer(session, [.citizen]) })
}

private func answer(_ session: Session, _ kinds: Set<SearchHit.Kind>) throws -> Reply {
  let words = try query(session)
  // Creates the store where there is none, and brings its catalogue up to date.
  try session.openForReading().close()
  let searcher = try Searcher(directory: session.dataDirectory())
  defer { searcher.close() }
  while try searcher.warmUp() {}
  let hits = try searcher.search(
    words, kinds: kinds, limit: session.invocation.number(limit) ?? 20,
    today: session.now.date(offset: session.offset), language: session.language)
  return Reply(json: .array(hits) { hit($0, session) }, text: table(hits, session))
}

private func query(_ session: Session) throws(Failure) -> String {
  let operands = session.invocation.operands
  guard operands == ["-"] else { return operands.joined(separator: " ") }
  return String(decoding: try session.console.readInput(64 << 10), as: UTF8.self)
}

private func table(_ hits: [SearchHit], _ session: Session) -> String {
  if hits.isEmpty { return session.phrases.nothingFound }
  return TextTable.text(
    hits.map { hit in
      // Namesakes are told apart by what stands beside the name.
      let isNamed = hit.kind == .citizen && !hit.detail.isEmpty
      let title = isNamed ? "\(hit.title), \(hit.detail)" : hit.title
      return [session.phrases.kind(hit.kind), title, hit.id, why(hit, session)]
    })
}

private func why(_ hit: SearchHit, _ session: Session) -> String {
  hit.reasons.map(session.phrases.reason).joined(separator: "; ")
}

private func hit(_ hit: SearchHit, _ session: Session) -> JSONValue {
  [
    "kind": .string(hit.kind.rawValue), "id": .string(hit.id), "title": .string(hit.title),
    "score": .number(hit.score), "why": .string(why(hit, session)),
    "detail": .string(hit.detail), "reasons": .array(hit.reasons) { .string(code($0)) },
  ]
}

/// A reason as a word for machines.
private func code(_ reason: SearchHit.Reason) -> String {
  switch reason {
  case .title: "title"
  case .synonym: "synonym"
  case .text: "text"
  case .keyboardLayout: "keyboard_layout"
  case .transliteration: "transliteration"
  case .correctedSpelling: "corrected_spelling"
  case .name: "name"
  case .birthDate: "birth_date"
  case .phone: "phone"
  case .snils: "snils"
  case .ticket: "ticket"
  }
}
