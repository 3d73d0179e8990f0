internal import Domain

private let shells = ["bash", "zsh", "fish"]

extension CommandSpec {
  static let completions = CommandSpec(
    path: ["completions"],
    access: .anyone,
    summary: LocalizedText(
      ru: "подсказки оболочки по клавише Tab", en: "the shell's completions"),
    details: [
      LocalizedText(
        ru: "bash: okno completions bash > ~/.local/share/bash-completion/completions/okno. "
          + "zsh: файл _okno в одной из папок $fpath. "
          + "fish: okno completions fish > ~/.config/fish/completions/okno.fish.",
        en: "bash: okno completions bash > ~/.local/share/bash-completion/completions/okno. "
          + "zsh: a file _okno in one of the folders of $fpath. "
          + "fish: okno completions fish > ~/.config/fish/completions/okno.fish.")
    ],
    operands: [OperandSpec(.choice(shells), ru: "оболочка", en: "the shell")],
    needsConfiguration: false,
    shape: #"{"shell","script"}"#,
    examples: ["okno completions bash"],
    run: { session in
      let shell = session.invocation.operand(0)
      let script = Completions(table: .okno, language: session.language).script(for: shell)
      return Reply(
        json: ["shell": .string(shell), "script": .string(script)], text: script)
    })

  static let manual = CommandSpec(
    path: ["man"],
    access: .anyone,
    summary: LocalizedText(
      ru: "руководство для программы man", en: "the manual, for the program man"),
    needsConfiguration: false,
    shape: #"{"format":"roff","text"}"#,
    examples: ["okno man > okno.1", "okno man | man -l -"],
    run: { session in
      let page = ManualPage(table: .okno, language: session.language).text
      return Reply(json: ["format": "roff", "text": .string(page)], text: page)
    })
}
