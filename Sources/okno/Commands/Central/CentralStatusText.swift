internal import CentralStore
internal import Domain

struct CentralStatusText {
  let status: CentralStatus
  let session: Session

  static func json(_ status: CentralStatus) -> JSONValue {
    [
      "schema": .integer(status.schema), "centres": .integer(status.centres),
      "release": .integer(status.release), "desks": .array(status.desks, desk),
    ]
  }

  private static func desk(_ desk: CentralStatus.Desk) -> JSONValue {
    [
      "centre": .string(desk.centre), "desk": .string(desk.name), "program": .text(desk.program),
      "protocol": desk.protocolVersion.map { .integer($0) } ?? .null, "seen": .text(desk.seen),
      "lag": .integer(desk.lag), "accepted": .integer(desk.accepted),
      "merged": .integer(desk.merged), "refused": .integer(desk.refused),
      "forked": .bool(desk.isForked), "revoked": .bool(desk.isRevoked),
    ]
  }

  var text: String {
    let head = [
      session.words("центров: ", "centres: ") + "\(status.centres)",
      session.words("схема: ", "schema: ") + "\(status.schema)",
      session.words("справочник: ", "catalogue: ") + "\(status.release)",
    ].joined(separator: "  ")
    guard !status.desks.isEmpty else { return head }
    let titles =
      session.language == .ru
      ? ["центр", "окно", "программа", "был", "отставание", "принято", "слито", "отказы", ""]
      : ["centre", "desk", "program", "seen", "lag", "accepted", "merged", "refused", ""]
    let rows = status.desks.map { desk in
      [
        desk.centre, desk.name, desk.program ?? "–", desk.seen ?? "–", "\(desk.lag)",
        "\(desk.accepted)", "\(desk.merged)", "\(desk.refused)", remark(desk),
      ]
    }
    return head + "\n\n" + TextTable.text([titles] + rows)
  }

  private func remark(_ desk: CentralStatus.Desk) -> String {
    if desk.isRevoked { return session.words("отключено", "revoked") }
    if desk.isForked {
      return session.words("работает копия: подключите заново", "a copy is at work: enrol again")
    }
    return ""
  }
}
