internal import Canvas
internal import DeskCore
internal import Domain
internal import LocalStore

/// The way from a trainer's terminal to the trainee's desk, while the trainer has the trainee's screen before them.
struct SeatLink {
  private let directory: String
  private let mailbox: Mailbox
  private var end: TrainersEnd?
  private var reader: Worker?

  init(directory: String, mailbox: Mailbox) {
    self.directory = directory
    self.mailbox = mailbox
  }

  mutating func take(_ request: SeatRequest) throws(StoreError) {
    switch request {
    case .open: try open()
    case .close: close()
    case .lead(let isLed): put(.lead(isLed))
    case .key(let key): put(.key(key))
    }
  }

  /// A desk that has ended is told of.
  mutating func look() {
    guard let end, !end.hasTrainee else { return }
    close()
    mailbox.put(.traineeGone)
  }

  private mutating func open() throws(StoreError) {
    close()
    guard let end = try TrainersEnd(directory: directory) else {
      mailbox.put(.seatTaken)
      return
    }
    self.end = end
    let mailbox = mailbox
    reader = Worker {
      end.run { picture in
        if let frame = Frame(bytes: picture) { mailbox.put(.traineeDrew(frame)) }
      }
    }
  }

  /// With the terminal that has gone the keys are the trainee's again.
  mutating func close() {
    end?.stop()
    reader?.join()
    (end, reader) = (nil, nil)
  }

  private func put(_ line: TrainerLine) {
    if let text = line.text { _ = end?.put(text) }
  }
}
