internal import Domain

private func place(ru: String, en: String) -> OperandSpec { OperandSpec(.file, ru: ru, en: en) }

extension CommandSpec {
  static let catalogueDiff = CommandSpec(
    path: ["catalogue", "diff"],
    access: .anyone,
    summary: LocalizedText(
      ru: "чем один справочник отличается от другого, словами",
      en: "how one catalogue differs from another, in words"),
    details: [
      LocalizedText(
        ru: "Справочник — папка с его файлами, файл из okno catalogue export или CPSV-AP, "
          + "либо слово bundled: встроенный.",
        en: "A catalogue is a folder with its files, a file of okno catalogue export or CPSV-AP, "
          + "or the word bundled: the program's own.")
    ],
    operands: [
      place(ru: "прежний справочник", en: "the old catalogue"),
      place(ru: "новый справочник", en: "the new catalogue"),
    ],
    shape: #"""
      [{"kind":"situation"|"service"|"document"|"fact"|"parameter"|"rule"|"offer"|"calendar",
        "id","title","change":"added"|"removed"|"changed",
        "fields":[{"field","removed":[TEXT],"added":[TEXT],"order":[TEXT]}]}]
      """#,
    examples: [
      "okno catalogue diff bundled ./catalogue", "okno catalogue diff old.json new.json --json",
    ],
    run: { session in
      let today = session.now.date(offset: session.offset)
      let (old, new) = (session.invocation.operand(0), session.invocation.operand(1))
      let before = try WholeCatalogue.at(old, today: today)
      let after = try WholeCatalogue.at(new, today: today)
      let difference = CatalogueDifference(
        from: ToldCatalogue(before, session.phrases, names: after),
        to: ToldCatalogue(after, session.phrases, names: after))
      let text = DifferenceText(difference: difference, language: session.language)
      return Reply(json: text.json, text: text.text, notes: text.notes)
    })
}
