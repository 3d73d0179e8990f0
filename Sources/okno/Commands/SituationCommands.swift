internal import Domain
internal import LocalStore

extension CommandSpec {
  static let situationList = CommandSpec(
    path: ["situation", "list"],
    access: .anyone,
    summary: LocalizedText(ru: "жизненные ситуации", en: "life situations"),
    options: [.preview],
    shape: #"[{"id","title","audience"}], imported ones with "source""#,
    examples: ["okno situation list"],
    run: { session in
      let store = try session.openForReading()
      defer { store.close() }
      let situations = try store.situations()
      return Reply(
        json: .array(situations) { .summary($0, session.language) },
        text: TextTable.text(situations.map { [$0.id.rawValue, $0.listed(session.language)] }))
    })

  static let situationShow = CommandSpec(
    path: ["situation", "show"],
    access: .anyone,
    summary: LocalizedText(
      ru: "жизненная ситуация с её услугами по порядку",
      en: "a life situation with its services in order"),
    operands: [
      OperandSpec(
        .situation, ru: "обозначение из okno situation list", en: "an id of okno situation list")
    ],
    options: [.preview],
    shape: #"""
      {"id","title","audience","in_words","care","event","questions":[{"id","text"}],
       "deadlines":[{"title","count","unit","note","service"}],
       "services":[{"id","title","when","after":[ID],"body","level","channels","fee_kopecks",
        "fee_note","term":{"count","unit","note"},"result","documents":[{"id","title","origin","note"}]}],
       "source","reviewed"}
      """#,
    examples: ["okno situation show birth-of-child", "okno situation show retirement --json"],
    run: { session in
      let id = LifeSituation.ID(rawValue: session.invocation.operand(0))
      let store = try session.openForReading()
      defer { store.close() }
      guard let sheet = try store.sheet(of: id) else {
        throw StoreError.notFound(kind: "situation", id: id.rawValue)
      }
      return Reply(
        json: .sheet(sheet, session.language),
        text: SheetText(sheet: sheet, phrases: session.phrases).text)
    })
}
