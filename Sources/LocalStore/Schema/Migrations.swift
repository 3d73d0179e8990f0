internal import SQLite

/// One step from a version of the schema to the next. A shipped step is never changed: a test holds
/// its hash, and a new need is a new step at the end.
struct Migration: Sendable {
  let name: String
  let sql: String
  /// What SQL alone cannot do, after it.
  var rest: @Sendable (Connection) throws -> Void = { _ in }
}

/// All steps, in order; the file's `user_version` is how many of them it has taken.
enum Migrations {
  static let all: [Migration] = [
    Migration(name: "first", sql: SearchSchema.ddl + "\n" + StoreSchema.first),
    Migration(name: "releases of the catalogue", sql: ReleaseTable.ddl),
    Migration(name: "sync", sql: SyncSchema.ddl),
    Migration(name: "batches of ratings", sql: RatingBatches.ddl),
    Migration(name: "queue", sql: QueueSchema.ddl),
    Migration(name: "staff", sql: StaffSchema.ddl),
    Migration(name: "messages", sql: MessageSchema.ddl),
    Migration(name: "feedback", sql: FeedbackSchema.ddl),
    Migration(name: "remarks", sql: RemarkSchema.ddl),
    Migration(
      name: "pace and words of ratings", sql: RatingPace.ddl + "\n" + RatingTokenSchema.first),
    Migration(name: "calls after a low rating", sql: CallbackSchema.first),
    Migration(
      name: "months and words of ratings", sql: RatingHours.ddl + "\n" + RatingWordsTable.ddl),
    Migration(
      name: "calls and tokens of the centre",
      sql: CallbackSchema.shared + "\n" + RatingTokenSchema.shared,
      rest: RatingTokenSchema.hashPlainWords),
  ]

  static var current: Int { all.count }
}
