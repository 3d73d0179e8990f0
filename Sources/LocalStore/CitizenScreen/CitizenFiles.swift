internal import Domain
internal import Glibc

// The desk and the citizen's screen beside it do not share the store. They have a folder of four small
// files in the data folder, and each says there what the other may know:
//
//   desk.lock     held by the desk; the citizen's screen watches it
//   screen.lock   held by the citizen's screen
//   view.json     from the desk: the window's name, what happens at it, the question's random word
//   answer.json   from the citizen's screen: the answer to that word
//
// Whoever holds a lock is there, and the kernel gives it back however its holder ends. A file is written
// beside its place and put there in one step, so that nobody reads half of it.

/// The files between a desk and its citizen's screen.
struct CitizenFiles: Sendable {
  private let folder: String

  var deskLock: String { folder + "/desk.lock" }
  var screenLock: String { folder + "/screen.lock" }
  private var view: String { folder + "/view.json" }
  private var answer: String { folder + "/answer.json" }

  /// The longest text that is read: both are far shorter.
  private static let longest = 4096

  init(_ directory: DataDirectory) { folder = directory.path + "/rate" }

  func create() throws(StoreError) { try DataDirectory(folder).create() }

  func readView() -> CitizenView? { read(view).flatMap(CitizenView.init(json:)) }
  func write(_ told: CitizenView) throws(StoreError) { try write(told.json.written, to: view) }

  func readAnswer() -> CitizenAnswer? { read(answer).flatMap(CitizenAnswer.init(json:)) }
  func write(_ given: CitizenAnswer) throws(StoreError) {
    try write(given.json.written, to: answer)
  }
  func removeAnswer() { unlink(answer) }

  private func read(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Self.longest)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }

  private func write(_ text: String, to path: String) throws(StoreError) {
    let new = path + ".new"
    let file = open(new, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw SystemError.storeError(errno, path: new) }
    let bytes = Array(text.utf8)
    let isWhole = Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let code = errno
    close(file)
    guard isWhole, rename(new, path) == 0 else {
      throw SystemError.storeError(isWhole ? errno : code, path: path)
    }
  }
}

/// Opens a file for writing and closes it: whoever watches it hears of that (inotify(7), IN_CLOSE_WRITE).
func ring(_ path: String) {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  if descriptor >= 0 { close(descriptor) }
}

extension CitizenView {
  var json: JSONText {
    var fields: [String: JSONText] = ["centre": .string(centre), "window": .string(window)]
    if let later { fields["later"] = .string(later.description) }
    if let clock { fields["clock"] = .string(clock) }
    switch stage {
    case .idle: fields["stage"] = .string("idle")
    case .greeting: fields["stage"] = .string("greeting")
    case .asking(let token):
      fields["stage"] = .string("asking")
      fields["token"] = .string(token.description)
    }
    return .object(fields)
  }

  init?(json text: String) {
    var (centre, window, stage, token) = ("", "", "", "")
    var later: RatingToken?
    var clock: String?
    let isRead: Void? = try? JSONReader.read(text) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "centre": centre = try reader.string()
        case "window": window = try reader.string()
        case "stage": stage = try reader.string()
        case "token": token = try reader.string()
        case "later": later = RatingToken(try reader.string())
        case "clock": clock = try reader.string()
        default: try reader.skip()
        }
      }
    }
    guard isRead != nil else { return nil }
    let at: Stage
    switch stage {
    case "idle": at = .idle
    case "greeting": at = .greeting
    case "asking":
      guard let token = RatingToken(token) else { return nil }
      at = .asking(token)
    default: return nil
    }
    self.init(centre: centre, window: window, stage: at, later: later, clock: clock)
  }
}

extension CitizenAnswer {
  var json: JSONText {
    var fields: [String: JSONText] = [
      "token": .string(token.description),
      "answered_in": answeredIn.map(JSONText.number) ?? .null,
    ]
    if let phone { fields["phone"] = .string(phone.digits) }
    if let words { fields["words"] = .string(words.text) }
    switch result {
    case .given(let score, let criteria):
      fields["result"] = .string("given")
      fields["score"] = .number(score)
      fields["criteria"] = .array(criteria.map(\.rawValue).sorted().map(JSONText.string))
    case .skipped: fields["result"] = .string("skipped")
    case .declined: fields["result"] = .string("declined")
    case .timedOut: fields["result"] = .string("timed_out")
    }
    return .object(fields)
  }

  init?(json text: String) {
    var (token, result) = ("", "")
    var (score, answeredIn) = (0, Int?.none)
    var criteria: Set<Criterion> = []
    var phone: Phone?
    var words: CitizenWords?
    let isRead: Void? = try? JSONReader.read(text) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "token": token = try reader.string()
        case "result": result = try reader.string()
        case "score": score = try reader.integer()
        case "criteria":
          try reader.array { reader throws(JSONFault) in
            if let criterion = Criterion(rawValue: try reader.string()) {
              criteria.insert(criterion)
            }
          }
        case "phone": phone = Phone(try reader.string())
        case "words": words = CitizenWords(try reader.string())
        case "answered_in": answeredIn = try reader.null() ? nil : try reader.integer()
        default: try reader.skip()
        }
      }
    }
    guard isRead != nil, let token = RatingToken(token) else { return nil }
    switch result {
    case "given":
      guard (1...5).contains(score) else { return nil }
      let given = RatingResult.given(score: score, criteria: criteria)
      self.init(token: token, result: given, answeredIn: answeredIn, phone: phone, words: words)
    case "skipped": self.init(token: token, result: .skipped)
    case "declined": self.init(token: token, result: .declined)
    case "timed_out": self.init(token: token, result: .timedOut)
    default: return nil
    }
  }
}
