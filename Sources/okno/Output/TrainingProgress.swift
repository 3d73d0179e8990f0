// What a trainee has come to, lesson by lesson: a small file beside the day's store.

internal import Domain
internal import JSON5
internal import Training

struct TrainingProgress {
  struct Entry: Hashable, Decodable {
    var lesson: String
    /// How often it was played to a review.
    var played: Int
    var best: String
  }

  private(set) var entries: [Entry]
  private let path: String

  /// A file that cannot be read counts as none: the next review writes it anew.
  init(in directory: String) {
    path = "\(directory)/progress.json"
    entries = (try? JSON5Document(file: path).decode([Entry].self)) ?? []
  }

  subscript(lesson: String) -> Entry? { entries.first { $0.lesson == lesson } }

  mutating func note(_ review: Review) {
    let known = self[review.lesson]
    let grades = [review.grade.rawValue, known?.best].compactMap(\.self)
    let entry = Entry(
      lesson: review.lesson, played: (known?.played ?? 0) + 1,
      best: Self.order.first(where: grades.contains) ?? review.grade.rawValue)
    entries.removeAll { $0.lesson == review.lesson }
    entries.append(entry)
  }

  func write() throws(Failure) {
    let json = JSONValue.array(entries) { entry in
      [
        "lesson": .string(entry.lesson), "played": .integer(entry.played),
        "best": .string(entry.best),
      ]
    }
    try OutputFile.write(json.written + "\n", to: path)
  }

  /// The best grade first.
  private static let order: [String] =
    [Review.Grade.best, .fair, .poor].map(\.rawValue)

  /// What stands beside a lesson in the list.
  static func words(_ entry: Entry?, _ language: Language) -> String {
    let words: LocalizedText? =
      switch entry?.best {
      case Review.Grade.best.rawValue: LocalizedText(ru: "✓ всё получилось", en: "✓ all done")
      case Review.Grade.fair.rawValue: LocalizedText(ru: "почти", en: "nearly")
      case Review.Grade.poor.rawValue: LocalizedText(ru: "пройден", en: "played")
      default: nil
      }
    guard let words, let entry else { return "" }
    let times = LocalizedText(ru: "раз: \(entry.played)", en: "times: \(entry.played)")
    return "\(words(language)) · \(times(language))"
  }
}
