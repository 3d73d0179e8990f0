internal import Domain
internal import LocalStore
internal import Sync
internal import SyncRuntime

private let once = OptionSpec(
  "once", ru: "один раз отправить и получить всё и закончить (так и без параметров)",
  en: "send and fetch everything once and end (so without options too)")
private let watch = OptionSpec(
  "watch", ru: "держать связь, пока не остановят: для службы (systemd)",
  en: "keep the link until stopped: for a service (systemd)")

extension CommandSpec {
  static let sync = CommandSpec(
    path: ["sync"],
    access: .anyone,
    summary: LocalizedText(
      ru: "связать данные окна с центральным хранилищем",
      en: "bring the desk and the central store together"),
    details: [
      LocalizedText(
        ru: "Открытое окно делает это само. Код 69, если центр недоступен, 75, если связь держит "
          + "другая программа этого окна, 77, если доступ не принят или отозван, 78, если доступа "
          + "нет или файл с ним открыт другим. Ничего при этом не теряется: что записано на окне, ждёт "
          + "следующего раза.",
        en:
          "An open desk does it by itself. Exits with 69 when the centre cannot be reached, 75 when "
          + "another program of this desk keeps the link, 77 when the credentials are refused or "
          + "revoked, 78 when there are none or others can read them. Nothing is lost by that: what "
          + "was saved on the desk waits for the next time.")
    ],
    options: [once, watch],
    shape: #"{"pushed","pulled","rejected","pending","cursor":{"epoch","number","chain"}|null}"#,
    examples: ["okno sync", "okno sync --watch"],
    run: { session in try runSync(session) })
}

private func runSync(_ session: Session) throws -> Reply {
  guard !session.invocation.has(once) || !session.invocation.has(watch) else {
    throw Failure.usage(
      .sync, ru: "--once и --watch вместе не бывают", en: "--once and --watch exclude each other")
  }
  guard let access = try CentralAccess(session) else {
    throw Failure.noCredentials(session.environment.credentialPlaces)
  }
  // The syncing thread opens an existing store.
  try session.openForWriting().close()
  let link = access.session(directory: try session.dataDirectory())
  if session.invocation.has(watch) { return try reply(try SyncWatch(session).run(link), session) }
  let (tally, trouble) = try SyncOnce().run(link)
  var reply = try reply(tally, session)
  if let trouble { reply.notes.append(SyncLog(language: session.language).trouble(trouble)) }
  return reply
}

private func reply(_ tally: SyncTally, _ session: Session) throws -> Reply {
  let store = try session.openForReading()
  defer { store.close() }
  guard case .state(let state) = store.perform(.read, now: session.now) else {
    throw Failure.internal("sync state")
  }
  return Reply(
    json: [
      "pushed": .integer(tally.pushed), "pulled": .integer(tally.pulled),
      "rejected": .integer(tally.rejected), "pending": .integer(state.pending),
      "cursor": state.cursor.map { cursor in
        [
          "epoch": .string(cursor.epoch), "number": .integer(cursor.number),
          "chain": .string(cursor.chain),
        ]
      } ?? .null,
    ],
    text: session.words(
      "отправлено: \(tally.pushed), получено: \(tally.pulled), не принято: \(tally.rejected), "
        + "ждут отправки: \(state.pending)",
      "sent: \(tally.pushed), received: \(tally.pulled), refused: \(tally.rejected), "
        + "waiting: \(state.pending)"))
}
