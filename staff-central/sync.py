def sub(p,*pairs):
    s=open(p).read()
    for a,b in pairs:
        assert a in s,(p,a)
        s=s.replace(a,b,1)
    open(p,'w').write(s)
sub('Sources/Sync/Messages/Requests.swift',('''  case catalogue(release: Int64)
}
''','''  case catalogue(release: Int64)
  /// The head of the desk's audit, to be kept where the desk cannot change it.
  case anchor(AuditHead, incarnation: [UInt8])
}

/// The end of a desk's audit: how many entries it has, and the last one's hash.
package struct AuditHead: Hashable, Sendable {
  package var sequence: Int64
  package var hash: [UInt8]

  package init(sequence: Int64, hash: [UInt8]) {
    self.sequence = sequence
    self.hash = hash
  }
}
'''))
sub('Sources/Sync/Messages/Replies.swift',('''  case release(SignedRelease)
''','''  case release(SignedRelease)
  case anchored(Int64)
'''))
sub('Sources/Sync/Machine/SyncMachine.swift',('''    case catalogue(Int64)
''','''    case catalogue(Int64)
    case anchor(AuditHead)
'''),('''  // What is shown.
''','''  /// The head of the audit that the server was told on this connection.
  var anchored: AuditHead?

  // What is shown.
'''))
sub('Sources/Sync/Machine/Calling.swift',('.hello, .push, .pull, .snapshot, .catalogue: false','.hello, .push, .pull, .snapshot, .catalogue, .anchor: false'))
sub('Sources/Sync/Machine/MachineInputs.swift',('''  package var synced: Instant?

  package init(''','''  package var synced: Instant?
  /// Absent before the first entry.
  package var audit: AuditHead?

  package init('''),('''    synced: Instant? = nil
  ) {''','''    synced: Instant? = nil, audit: AuditHead? = nil
  ) {'''),('''    self.synced = synced
  }
}''','''    self.synced = synced
    self.audit = audit
  }
}'''))
sub('Sources/Sync/Machine/Answers.swift',('''      takeRelease(release, number, &turn)
    default''','''      takeRelease(release, number, &turn)
    case (.anchor(let head), .anchored(head.sequence)):
      questions.removeFirst()
      anchored = head
    default'''),('(.pull, .snapshotNeeded), (.catalogue, .release):','(.pull, .snapshotNeeded), (.catalogue, .release),\n      (.anchor, .anchored):'))
sub('Sources/Sync/Machine/Pushing.swift',('''    } else if !questions.contains(where: \\.isPull) {
      pull(from''','''    } else if !questions.contains(where: \\.isPull) {
      anchorAudit(&turn)
      pull(from'''),('''  mutating func send(_ operations''','''  /// Tells the head of the audit where it has grown: an idle poll stays as short as it is.
  private mutating func anchorAudit(_ turn: inout Turn) {
    guard serverVersion >= SyncProtocol.withAnchors, let store, let head = store.audit, head != anchored else { return }
    ask(.anchor(head), .anchor(head, incarnation: store.incarnation), &turn)
  }

  mutating func send(_ operations'''))
sub('Sources/Sync/Machine/Linking.swift',('''    serverVersion = welcome.version
''','''    serverVersion = welcome.version
    anchored = nil
'''),('''  package static let withTickets = 2
''','''  package static let withTickets = 2
  /// And the server keeps the heads of the desks' audits.
  package static let withAnchors = 2
'''))
sub('Sources/CentralStore/Remote/RequestStatement.swift',('''    case .snapshot: return nil
''','''    case .anchor(let head, let incarnation):
      sql = "SELECT okno_api_v1.anchor($1,$2,$3)"
      parameters = [.bytes(incarnation), .integer(head.sequence), .bytes(head.hash)]
    case .snapshot: return nil
'''))
sub('Sources/CentralStore/Remote/ReplyText.swift',('''    case .snapshot: nil
''','''    case .anchor: result.withBytes(0, 0, anchored) ?? nil
    case .snapshot: nil
'''),('''  private static func verdicts(''','''  private static func anchored(_ bytes: UnsafeRawBufferPointer) -> SyncReply? {
    var fields = FieldReader(bytes)
    return fields.number().map { .anchored($0) }
  }

  private static func verdicts('''))
sub('Sources/LocalStore/Sync/SyncStateTable.swift',('''      spread: row.spread, poll: row.poll, synced: row.synced)
''','''      spread: row.spread, poll: row.poll, synced: row.synced,
      audit: try ChainHead.read(.audit, from: connection).flatMap { head in
        head.count > 0 ? AuditHead(sequence: head.count, hash: head.hash) : nil
      })
'''))
