// The link in the header: a few words that are true at every width.

internal import Canvas
internal import DeskCore
internal import Domain

/// What the header says of the link, made for so many columns.
///
/// What a person has to see to comes first, the count that changes most comes last, so that nothing
/// before it moves.
struct SyncChip {
  /// Drawn stronger than the rest; it has a sign of its own, for colours are not enough.
  private(set) var attention = ""
  private(set) var rest = ""

  /// More is never needed.
  static let widest = 64

  init(_ status: SyncStatus, _ clock: Clock, columns: Int, _ words: Phrases) {
    let pieces = Pieces(status, clock, words.sync)
    for variant in pieces.variants {
      attention = variant.attention ?? ""
      rest = variant.rest.compactMap { $0 }.joined(separator: " · ")
      if reserved <= columns { return }
    }
  }

  var separator: String { attention.isEmpty || rest.isEmpty ? "" : " · " }

  var columns: Int { DisplayWidth.columns(of: attention + separator + rest) }

  /// The columns with room for one more digit in each short number, so that the words stay the same
  /// while it grows.
  private var reserved: Int {
    let numbers = (attention + separator + rest).split { !$0.isNumber && $0 != ":" && $0 != "." }
    return columns + numbers.count { $0.count == 1 }
  }
}

private struct Pieces {
  var attention: String?
  var shortAttention: String?
  var link: String
  /// The link without a count, where there is one.
  var plainLink: String
  var age: String?
  var shortAge: String?
  var dataAge: String?
  var pending: String?

  /// The best that fits is taken: words get shorter before anything is left out, and the age of the data goes before
  /// what waits, for that is a clerk's own work.
  var variants: [(attention: String?, rest: [String?])] {
    [
      (attention, [link, dataAge, pending]), (attention, [link, age, pending]),
      (attention, [link, shortAge, pending]), (shortAttention, [link, shortAge, pending]),
      (attention, [link, pending]), (shortAttention, [link, pending]),
      (attention, [link, shortAge]), (shortAttention, [link, shortAge]),
      (attention, [plainLink]), (shortAttention, [plainLink]), (nil, [link, shortAge]),
      (nil, [plainLink]),
    ]
  }

  init(_ status: SyncStatus, _ clock: Clock, _ words: SyncPhrases) {
    let isSending =
      status.link == .linked && status.pending > 0 && status.fill == nil && status.trouble != .busy
    plainLink = words.chip(status.linkWord)
    link = isSending ? words.chip(.sending(status.pending)) : plainLink
    // Alone nothing waits for anybody.
    if status.pending > 0, !isSending, status.link != .alone {
      pending = words.chip(.pending(status.pending))
    }
    if let synced = status.synced, status.link != .alone {
      age = synced.age(clock)
      shortAge = synced.shortAge(clock)
      dataAge = age.map { words.chip(.data($0)) }
    }
    let said = status.attentionWords.map(words.chip)
    attention = Self.joined(said)
    shortAttention =
      status.hasGraveTrouble || status.tasks == 0 ? said.first : words.chip(.tasks(status.tasks))
  }
}

extension Pieces {
  /// One sign for all of them.
  private static func joined(_ said: [String]) -> String? {
    guard let first = said.first else { return nil }
    return said.dropFirst().reduce(first) { text, next in
      text + ", " + (next.hasPrefix("! ") ? String(next.dropFirst(2)) : next)
    }
  }
}

extension SyncStatus {
  fileprivate var linkWord: ChipWord {
    if let fill, link == .linked { return .filling(percent: fill.percent) }
    return switch link {
    case .alone: .alone
    case .elsewhere: .elsewhere
    case .connecting: trouble == .unreachable ? .offline : .connecting
    case .linked: trouble == .busy ? .busy : .linked
    case .waiting: trouble == .busy ? .busy : .offline
    case .stopped(let stop): .stopped(stop)
    }
  }

  /// What a person has to see to, the gravest first.
  fileprivate var attentionWords: [ChipWord] {
    hasGraveTrouble
      ? [troubleWord, taskWord].compactMap(\.self) : [taskWord, troubleWord].compactMap(\.self)
  }

  /// What is entered here may be lost.
  fileprivate var hasGraveTrouble: Bool { trouble == .localStore || trouble == .forked }

  private var taskWord: ChipWord? {
    switch (refused, conflicts, duplicates) {
    case (0, 0, 0): nil
    case (1..., 1..., 0): .both(refused: refused, conflicts: conflicts)
    case (_, 0, 0): .refused(refused)
    case (0, _, 0): .conflicts(conflicts)
    case (0, 0, _): .duplicates(duplicates)
    default: .tasks(tasks)
    }
  }

  private var troubleWord: ChipWord? {
    switch trouble {
    case .localStore: .localStore
    case .forked: .forked
    case .clock: .clock
    case .release: .release
    case .rows: .rows
    case nil, .unreachable, .busy: nil
    }
  }
}

extension SyncStatus {
  /// What waits for a person.
  var tasks: Int { refused + conflicts + duplicates }
}

extension SyncStatus.Fill {
  /// Whole per cent; 100 only when all is there.
  var percent: Int {
    guard total > 0 else { return 0 }
    return max(0, min(100, done * 100 / total))
  }
}

extension Instant {
  /// The time of day, and the day where it is not today.
  func age(_ clock: Clock) -> String {
    let civil = civil(offset: clock.offset)
    let today = clock.date
    guard civil.date != today else { return civil.time.short }
    guard civil.date.year == today.year else { return typed(civil.date) }
    return "\(typed(civil.date).prefix(5)) \(civil.time.short)"
  }

  fileprivate func shortAge(_ clock: Clock) -> String {
    let civil = civil(offset: clock.offset)
    guard civil.date != clock.date else { return civil.time.short }
    return civil.date.year == clock.date.year
      ? String(typed(civil.date).prefix(5)) : typed(civil.date)
  }
}
