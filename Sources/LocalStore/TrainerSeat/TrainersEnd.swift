package import Domain
internal import Synchronization

/// The trainer's end of the files that a terminal shares with the trainee's desk.
package final class TrainersEnd: Sendable {
  static let drawn = UInt8(ascii: "d")
  private static let over = UInt8(ascii: "s")

  private let files: TrainerFiles
  private let bell: NamedPipe
  private let lock: Mutex<FileLock>
  private let isOver = Mutex(false)

  /// - Parameter directory: the data folder of a day that has begun.
  /// - Returns: `nil` where another trainer's terminal shows the screen already.
  package init?(directory: String) throws(StoreError) {
    files = TrainerFiles(directory)
    try files.create()
    let seat = try FileLock(path: files.lock)
    // The desk looks whether somebody is here, and has the lock for a moment then.
    guard (try? seat.acquire(waitingMilliseconds: 100)) != nil else { return nil }
    bell = try NamedPipe(path: files.bell)
    lock = Mutex(seat)
  }

  /// Hands over each picture that the desk draws, until `stop` is called: the body of a thread.
  package func run(_ take: ([UInt8]) -> Void) {
    while !isOver.withLock({ $0 }) {
      if let picture = files.read() { take(picture) }
      _ = bell.read()
    }
  }

  package func stop() {
    isOver.withLock { $0 = true }
    _ = NamedPipe.put([Self.over], into: files.bell)
    lock.withLock { $0.release() }
  }

  /// - Parameter line: without an end of line in it.
  /// - Returns: whether the trainee's desk is there to read it.
  package func put(_ line: String) -> Bool { Self.put(line, to: files) }

  /// The same, of somebody who does not look on.
  package static func put(_ line: String, in directory: String) -> Bool {
    put(line, to: TrainerFiles(directory))
  }

  private static func put(_ line: String, to files: TrainerFiles) -> Bool {
    NamedPipe.put(Array((line + "\n").utf8), into: files.keys)
  }

  /// Whether the trainee's desk is there.
  package var hasTrainee: Bool { NamedPipe.put([], into: files.keys) }
}
