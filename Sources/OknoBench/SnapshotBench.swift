internal import CentralStore
internal import Domain
internal import Sync

/// How fast a snapshot's lines become rows, without a network and without a store.
enum SnapshotBench {
  static func parseRate() throws -> Double {
    let count = 300_000
    var ids = IDSource(seed: [5])
    // As long as a card is, with an escaped letter in every tenth.
    let lines = (0..<1000).map { index -> [UInt8] in
      let id = ids.makeID(Citizen.self, at: Instant(milliseconds: 1_795_503_600_000))
      let name = index % 10 == 0 ? #"ООО \\"Ромашка\\""# : "Константинопольская"
      let body = """
        {"id": "\(id)", "phone": "79991234567", "snils": "11223344595", "surname": "\(name)", \
        "audience": "person", "birth_date": "1990-05-17", "given_name": "Александра", \
        "patronymic": "Владимировна"}
        """
      return Array("c \(id) \(index + 1) \(body)\n".utf8)
    }
    var reader = SnapshotReader()
    let head = Array("0123456789ab 1234567 0123456789abcdef01234567 \(count)\n".utf8)
    _ = head.withUnsafeBytes { reader.take($0) }
    var rows = 0
    let start = milliseconds()
    for index in 0..<count {
      let reply = lines[index % lines.count].withUnsafeBytes { reader.take($0) }
      if case .snapshotRows(let batch)? = reply { rows += batch.count }
    }
    for case .snapshotRows(let batch) in reader.end() { rows += batch.count }
    let seconds = (milliseconds() - start) / 1000
    guard rows == count, !reader.isFaulty else { throw CentralDesk.Broken() }
    return Double(count) / seconds
  }
}
