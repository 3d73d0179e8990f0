internal import Domain
internal import LocalStore
internal import SQLite
internal import SearchText

/// The time of a search at each keystroke, against `fzf --filter` and FTS5's ranking over the same
/// people.
struct SearchBench: Bench {
  let name = "search"

  /// Of 16 ms from key to frame the rest of the keystroke may take 2.
  private static let budget = 14.0

  func figures(_ context: BenchContext) throws -> [Figure] {
    let searcher = try context.searcher()
    let typing = try TypedQueries(context).all
    // Files and statements are warm, as they are a minute after the program's start.
    for text in typing.prefix(200) { _ = try searcher.search(text, today: context.today) }
    let all = try measure(typing, searcher, context)
    let starts = try TypedQueries.shortBeginnings(context)
    let short = try measure(starts, searcher, context)
    let fzf = try fzfTimes(typing, context)
    let rank = try rankTimes(starts, context)
    let size = "\(context.store.citizens) citizens"
    return [
      Figure(
        name: "search: keystroke, p99, \(size)", ours: all.p99, unit: "ms",
        goal: .atMost(Self.budget)),
      Figure(name: "search: keystroke, the worst", ours: all.worst, unit: "ms", goal: .none),
      Figure(
        name: "search: keystroke, median", ours: all.median, peer: fzf.median,
        peerName: "fzf --filter", unit: "ms", goal: .ratioAtMost(1.0 / 100)),
      Figure(
        name: "search: keystroke, p99", ours: all.p99, peer: fzf.p99, peerName: "fzf --filter",
        unit: "ms", goal: .ratioAtMost(1.0 / 100)),
      Figure(
        name: "search: 1 to 3 letters, median", ours: short.median, peer: rank.median,
        peerName: "FTS5 ORDER BY rank", unit: "ms", goal: .ratioAtMost(1.0 / 20)),
      Figure(
        name: "search: 1 to 3 letters, p99", ours: short.p99, peer: rank.p99,
        peerName: "FTS5 ORDER BY rank", unit: "ms", goal: .ratioAtMost(1.0 / 20)),
    ]
  }

  /// The whole list is typed three times and the middle time of each keystroke counts: other
  /// programs on the machine are not what is measured, and after thousands of other searches each
  /// is as cold as before.
  private func measure(
    _ texts: [String], _ searcher: Searcher, _ context: BenchContext
  ) throws -> Sample {
    var times = [[Double]](repeating: [], count: texts.count)
    for _ in 0..<3 {
      for (index, text) in texts.enumerated() {
        times[index].append(try timed { try searcher.search(text, today: context.today) }.1)
      }
    }
    var sample = Sample()
    for time in times { sample.add(time.sorted()[1]) }
    if context.isVerbose {
      let slowest = zip(texts, sample.values).sorted { $0.1 > $1.1 }.prefix(25)
      for slow in slowest { note("\(rounded(slow.1)) ms  \(slow.0)") }
    }
    return sample
  }

  private func fzfTimes(_ typing: [String], _ context: BenchContext) throws -> Sample {
    var sample = Sample()
    let step = max(typing.count / 12, 1)
    for index in stride(from: 0, to: typing.count, by: step) {
      sample.add(try Peer.run(["fzf", "--filter", typing[index]], input: context.store.lines))
    }
    return sample
  }

  private func rankTimes(_ starts: [String], _ context: BenchContext) throws -> Sample {
    let connection = try Connection(path: context.store.fullText, access: .readOnly)
    defer { connection.close() }
    var sample = Sample()
    for start in starts {
      let run = try timed {
        try connection.all(
          "SELECT rowid FROM people WHERE people MATCH ? ORDER BY rank LIMIT 20", "\"\(start)\" *"
        ) { try $0.next(Int64.self) }
      }
      sample.add(run.milliseconds)
    }
    return sample
  }
}

/// What is typed, keystroke by keystroke.
struct TypedQueries {
  let all: [String]

  init(_ context: BenchContext) throws {
    var texts: [String] = []
    for query in try QuerySet.load() { texts += Self.keystrokes(query.text) }
    for (index, citizen) in context.store.people().enumerated() where index % 4999 == 0 {
      texts += Self.keystrokes(Self.spoken(citizen.details, way: index / 4999 % 14))
    }
    all = texts + Self.hard
  }

  private static func keystrokes(_ text: String) -> [String] {
    var typed = ""
    return text.map { letter in
      typed.append(letter)
      return typed
    }
  }

  /// One of the ways to ask for a person.
  private static func spoken(_ details: CitizenDetails, way: Int) -> String {
    let (surname, name, father) = (details.surname, details.givenName, details.patronymic)
    return switch way {
    case 0: details.fullName.lowercased()
    case 1: "\(name) \(surname)".lowercased()
    case 2: "\(name) \(father)".lowercased()
    case 3: "\(name.prefix(1)) \(father.prefix(1)) \(surname)".lowercased()
    case 4: "\(surname.prefix(3)) \(name.prefix(3)) \(father.prefix(3))".lowercased()
    case 5: KeyboardLayout.latin(details.fullName.lowercased())
    case 6: misspelt(surname.lowercased()) + " " + name.lowercased()
    case 7: details.birthDate.map { "\($0.day).\($0.month).\($0.year)" } ?? surname
    case 8: details.phone.map { "8" + $0.digits.dropFirst() } ?? surname
    case 9: details.snils?.description ?? surname
    case 10: String(details.phone?.digits.suffix(7) ?? "")
    case 11: "\(surname) \(details.birthDate?.year ?? 1980)".lowercased()
    case 12: "\(father) \(surname)".lowercased()
    default: "\(surname.lowercased()) пособие"
    }
  }

  private static func misspelt(_ word: String) -> String {
    var letters = Array(word)
    if letters.count > 4 { letters.swapAt(2, 3) }
    return String(letters)
  }

  private static let letters = "абвгдежзийклмнопрстуфхцчшщэюя".map(String.init)

  /// The first one, two and three letters of what is typed, as often as they are.
  static func shortBeginnings(_ context: BenchContext) throws -> [String] {
    var texts = try QuerySet.load().map(\.text)
    for (index, citizen) in context.store.people().enumerated() where index % 4999 == 0 {
      texts.append(citizen.details.surname.lowercased())
    }
    return texts.filter { $0.prefix(3).allSatisfy(\.isLetter) }
      .flatMap { text in (1...3).map { String(text.prefix($0)) } }
  }

  /// Pairs of common words that seldom meet, and letters alone.
  private static let hard: [String] =
    letters.flatMap { letter in
      [
        "\(letter) зоя", "зоя \(letter)", "\(letter) э", "\(letter) эраст", "\(letter) \(letter)",
        "\(letter) \(letter) \(letter)", "\(letter) эрастовна", "александр \(letter) эрастович",
      ]
    } + [
      "иванов зоя", "иванова эраст", "мамедов пелагея", "петров прасковья", "кузнецова фома",
      "smirnov zoya", "иванова ивановна", "сергеев сергей сергеевич", "александр александрович",
      "эрастовна", "лукинична", "оооооооо", "qqqqqq", "zzz zzz", "привет как дела", "1", "19",
      "199", "1990", "12.03", "12.03.19", "0000", "7000", "8000", "+7 000", "9", "90", "900",
    ]
}
