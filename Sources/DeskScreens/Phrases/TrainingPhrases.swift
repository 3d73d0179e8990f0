// The words of a training.

package struct TrainingPhrases: Sendable {
  /// On every screen and every paper.
  package var mark: String
  package var paused: String
  /// What the terminal's window is called.
  package var title: String
  /// The digits that move a board's clock.
  package var boardKeys: String
  package var hint: @Sendable (String) -> String
  package var says: @Sendable (_ name: String, _ looks: String, _ words: String) -> String
}

extension TrainingPhrases {
  package static let ru = TrainingPhrases(
    mark: "ДЕМО", paused: "пауза", title: "ДЕМО · Окно",
    boardKeys: "часы: 0 стоп · 1 ×1 · 2 ×2 · 3 ×10 · 4 к следующему",
    hint: { "→ \($0)" }, says: { "\($0) (\($1)): «\($2)»" })

  package static let en = TrainingPhrases(
    mark: "DEMO", paused: "paused", title: "DEMO · Okno",
    boardKeys: "clock: 0 stop · 1 ×1 · 2 ×2 · 3 ×10 · 4 next arrival",
    hint: { "→ \($0)" }, says: { "\($0) (\($1)): “\($2)”" })
}
