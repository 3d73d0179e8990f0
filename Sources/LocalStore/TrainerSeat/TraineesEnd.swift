package import Domain

/// The trainee's end of the files that the desk shares with a trainer's terminal: what is shown there.
package final class TraineesScreen {
  private let files: TrainerFiles
  private let lock: FileLock

  /// - Parameter directory: the data folder, which exists.
  package init(directory: String) throws(StoreError) {
    files = TrainerFiles(directory)
    try files.create()
    files.removeScreen()
    lock = try FileLock(path: files.lock)
  }

  deinit { files.removeScreen() }

  /// Whether a trainer's terminal shows this screen.
  package var isWatched: Bool { lock.isTaken() }

  /// Shows another picture there, where anybody looks.
  package func show(_ picture: [UInt8]) {
    guard files.write(picture) else { return }
    _ = NamedPipe.put([TrainersEnd.drawn], into: files.bell)
  }
}

/// The trainee's end of the pipe from the trainer.
package final class TrainersWords: Sendable {
  private static let stop = "stop"
  private static let lineEnd = UInt8(ascii: "\n")

  private let files: TrainerFiles
  private let pipe: NamedPipe

  /// - Parameter directory: the data folder, which exists.
  package init(directory: String) throws(StoreError) {
    files = TrainerFiles(directory)
    try files.create()
    pipe = try NamedPipe(path: files.keys)
  }

  /// Hands over each line that comes, until `stop` is called: the body of a thread.
  package func run(_ take: (String) -> Void) {
    var rest: [UInt8] = []
    while true {
      rest += pipe.read()
      while let end = rest.firstIndex(of: Self.lineEnd) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeSubrange(...end)
        if line == Self.stop { return }
        take(line)
      }
      // No line is as long as that: whatever came was no trainer's.
      if rest.count > NamedPipe.longest { rest = [] }
    }
  }

  package func stop() {
    _ = NamedPipe.put(Array((Self.stop + "\n").utf8), into: files.keys)
  }
}
