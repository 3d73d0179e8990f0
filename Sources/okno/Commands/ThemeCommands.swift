internal import Domain
internal import JSON5
internal import Themes

extension CommandSpec {
  static let themeCheck = CommandSpec(
    path: ["theme", "check"],
    access: .anyone,
    summary: LocalizedText(
      ru: "проверить файл темы: запись, роли, контраст",
      en: "check a theme's file: its form, roles and contrast"),
    operands: [OperandSpec(.file, ru: "файл темы", en: "a theme's file")],
    shape: #"[{"file","line","problem"}]"#,
    examples: ["okno theme check ~/.config/okno/themes/ours.json5"],
    run: { session in
      let mistakes = try mistakes(session.invocation.operand(0), session)
      return Reply(
        json: .array(mistakes) {
          [
            "file": .string($0.file), "line": .integer($0.line),
            "problem": .string($0.problem(session.language)),
          ]
        },
        text: mistakes.isEmpty
          ? session.words("ошибок нет", "no mistakes")
          : mistakes.map { $0.text(session.language) }.joined(separator: "\n"),
        failure: mistakes.isEmpty
          ? nil
          : .badData(
            "findings", ru: "ошибок в теме: \(mistakes.count)",
            en: "mistakes in the theme: \(mistakes.count)"))
    })
}

private func mistakes(_ path: String, _ session: Session) throws(Failure) -> [JSON5Error] {
  let slash = path.lastIndex(of: "/")
  let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
  let folder = slash.map { String(path[...$0]) } ?? "."
  let ending = ".json5"
  guard file.hasSuffix(ending), file.count > ending.count else {
    throw .badData(
      "bad_input", ru: "файл темы называется ИМЯ.json5, а не «\(file)»",
      en: "a theme's file is called NAME.json5, not “\(file)”")
  }
  let library = ThemeLibrary(directories: [folder] + session.environment.themeDirectories)
  do throws(JSON5Error) {
    // A missing file must not be taken for the built-in theme of that name.
    _ = try JSON5Document(file: path)
  } catch {
    return [error]
  }
  return library.mistakes(in: String(file.dropLast(ending.count)))
}
