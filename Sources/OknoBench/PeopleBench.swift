internal import Domain
internal import LocalStore
internal import SearchText

/// How many of the people who are asked for in various ways are among the first three: somebody of
/// that name, or the very person where a number was typed.
struct PeopleBench: Bench {
  let name = "people"

  private static let asked = 60

  func figures(_ context: BenchContext) throws -> [Figure] {
    let searcher = try context.searcher()
    let step = max(context.store.citizens / Self.asked, 1)
    let people = context.store.people().enumerated()
      .filter { $0.offset % step == 7 && $0.element.details.audience == .person }.map(\.element)
    var counts = [Way: Int]()
    var all = 0
    var hits = 0
    for person in people {
      for way in Way.allCases {
        guard let text = way.text(person.details) else { continue }
        let found = try searcher.search(text, limit: 20, today: context.today).prefix(3)
        all += 1
        if found.contains(where: { way.isAnswer($0, person) }) {
          hits += 1
        } else {
          counts[way, default: 0] += 1
          if context.isVerbose {
            note("\(way): \(text) → \(person.details.fullName)\n\(RecallBench.lines(Array(found)))")
          }
        }
      }
    }
    for (way, misses) in counts.sorted(by: { $0.value > $1.value }) {
      note("people not found by \(way): \(misses) of \(people.count)")
    }
    return [
      Figure(
        name: "search: people found in \(Way.allCases.count) ways, at 3",
        ours: 100 * Double(hits) / Double(max(all, 1)), unit: "%", goal: .atLeast(95))
    ]
  }
}

/// A way in which a clerk asks for a person.
private enum Way: CaseIterable {
  case wholeName, nameFirst, initials, beginnings, otherLayout, latin, swapped, dropped, wrongLetter
  case byEar, nameAndYear, surnameAndDate, date, phone, phoneTail, snils, snilsBeginning

  func text(_ details: CitizenDetails) -> String? {
    let surname = details.surname.lowercased()
    let name = details.givenName.lowercased()
    let father = details.patronymic.lowercased()
    switch self {
    case .wholeName: return "\(surname) \(name) \(father)"
    case .nameFirst: return "\(name) \(father) \(surname)"
    case .initials: return "\(surname) \(name.prefix(1)). \(father.prefix(1))."
    case .beginnings:
      return surname.count < 5 ? nil : "\(surname.prefix(4)) \(name.prefix(4)) \(father.prefix(4))"
    case .otherLayout: return KeyboardLayout.latin("\(surname) \(name)")
    case .latin: return "\(Self.latin(surname)) \(Self.latin(name))"
    case .swapped: return surname.count < 6 ? nil : "\(Self.swapped(surname)) \(name)"
    case .dropped: return surname.count < 6 ? nil : "\(Self.dropped(surname)) \(name) \(father)"
    case .wrongLetter: return name.count < 5 ? nil : "\(surname) \(Self.wrong(name))"
    case .byEar:
      return surname.contains("о")
        ? surname.replacing("о", with: "а", maxReplacements: 1) + " " + name : nil
    case .nameAndYear: return details.birthDate.map { "\(surname) \(name) \($0.year)" }
    case .surnameAndDate:
      return details.birthDate.map { "\(surname) \($0.day).\($0.month).\($0.year)" }
    case .date: return details.birthDate.map { "\(name) \(father) \($0)" }
    case .phone: return details.phone.map { "8" + $0.digits.dropFirst() }
    case .phoneTail: return details.phone.map { String($0.digits.suffix(7)) }
    case .snils: return details.snils?.description
    case .snilsBeginning: return details.snils.map { String($0.digits.prefix(9)) }
    }
  }

  func isAnswer(_ hit: SearchHit, _ person: Citizen) -> Bool {
    switch self {
    case .phone, .phoneTail, .snils, .snilsBeginning, .date, .surnameAndDate:
      return hit.target == .citizen(person.id)
    case .initials, .beginnings:
      return hit.title.hasPrefix(String(person.details.surname.prefix(4)))
    case .wholeName, .nameFirst, .dropped: return hit.title == person.details.fullName
    default:
      return hit.title.hasPrefix("\(person.details.surname) \(person.details.givenName)")
    }
  }

  private static let spellings: [Character: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
  ]

  /// As a foreign passport spells it.
  private static func latin(_ word: String) -> String {
    word.map { spellings[$0] ?? String($0) }.joined()
  }

  private static func swapped(_ word: String) -> String {
    var letters = Array(word)
    letters.swapAt(3, 4)
    return String(letters)
  }

  private static func dropped(_ word: String) -> String {
    var letters = Array(word)
    letters.remove(at: 3)
    return String(letters)
  }

  private static func wrong(_ word: String) -> String {
    var letters = Array(word)
    letters[2] = letters[2] == "р" ? "п" : "р"
    return String(letters)
  }
}
