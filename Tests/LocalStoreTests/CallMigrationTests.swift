import Domain
import SQLite
import Sync
import Testing

@testable import LocalStore

/// What a store of version 11 had of words and calls, which were the desk's own then.
@Suite struct CallMigrationTests {
  @Test func wordsAreHashedAndOpenCallsAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Fixture(name: "store-v11.sqlite").bytes(), to: "okno.sqlite")
    let token = RatingToken(random: (7, 9))
    do {
      let old = try StoreConnection.open(folder.path + "/okno.sqlite", access: .readWrite)
      defer { old.close() }
      try old.run(
        "INSERT INTO rating_token (token, issued) VALUES (?, '2026-11-23')", token.description)
      try old.run(
        """
        INSERT INTO rating_token (token, issued, answered, score, criteria)
        VALUES (?, '2026-11-23', '2026-11-24', 5, 'clarity')
        """, RatingToken(random: (8, 9)).description)
      for (word, phone, outcome) in [(1, "'79000000001'", "NULL"), (2, "NULL", "'won_back'")] {
        try old.execute(
          """
          INSERT INTO callback (id, phone, asked, due, outcome, settled)
          VALUES (x'0193590e08007000800000000000000\(word)', \(phone), '2026-11-23', '2026-11-26',
            \(outcome), \(outcome == "NULL" ? "NULL" : "'2026-11-24'"))
          """)
      }
    }
    let store = try TestStore.open(folder)
    let stamp = Stamp(now: TestStore.morning, author: Author(desk: store.desk), offset: .moscow)
    let picture = try store.ratingPicture(
      from: stamp.today.adding(days: -1), to: stamp.today, today: stamp.today)
    #expect(picture.control == ControlSample(issued: 2, answered: 1, best: 1))
    #expect(picture.callbacks == CallbackFigures(open: 1, settled: 1, wonBack: 1))
    #expect(try store.answer(token, score: 3, criteria: [], stamp) == .taken)

    let before = try store.newestOperation()
    _ = store.perform(.read, now: TestStore.morning, offset: .moscow)
    let told = try store.operations(after: before).map(\.operation.kind)
    #expect(told == [.callbackAsked, .ratingTokenAnswered])
  }
}
