import Domain
import Sync

// Messages in a few words for the trace: what is the same in each run of a seed, and no more.

extension SyncRequest {
  var traced: String {
    switch self {
    case .hello: "hello"
    case .push(let operations, _):
      "push \(operations.map { "\($0.sequence) \($0.kind)" }.joined(separator: ","))"
    case .pull(let cursor, _): "pull \(cursor.map { "\($0.epoch) \($0.number)" } ?? "-")"
    case .snapshot: "snapshot"
    case .anchor(let head, _): "anchor \(head.sequence)"
    case .catalogue(let release): "catalogue \(release)"
    case .call(let call): "call \(String("\(call.request.id)".suffix(6)))"
    case .lease(let wish): "lease \(wish.held.count)"
    case .desks: "desks"
    }
  }
}

extension SyncReply {
  var traced: String {
    switch self {
    case .welcome: return "welcome"
    case .verdicts(let verdicts):
      let words = verdicts.verdicts.map { "\($0.kind) \($0.number)" }
      return "verdicts \(words.joined(separator: ","))\(verdicts.isForked ? " forked" : "")"
    case .page(let page):
      let rows = page.rows.map { "\($0.entity) \($0.tracedID) \($0.version)" }
      return "page \(rows.joined(separator: ",")) to \(page.cursor.number) of \(page.head)"
        + " durable \(page.durable)"
    case .snapshotNeeded: return "snapshot needed"
    case .snapshotBegan(let cursor, let rows): return "snapshot at \(cursor.number) of \(rows)"
    case .snapshotRows(let rows): return "rows \(rows.count)"
    case .snapshotEnded: return "snapshot ended"
    case .anchored(let sequence): return "anchored \(sequence)"
    case .release(let release): return "release \(release.number)"
    case .called(let row): return "called \(row.map { String("\($0.id)".suffix(6)) } ?? "nobody")"
    case .leased(let leases): return "leased \(leases.count)"
    case .desks(let desks): return "desks \(desks.count)"
    case .notPermitted: return "not permitted"
    case .busy(let seconds): return "busy \(seconds)"
    case .stopped(let stop): return "stopped \(stop.rawValue)"
    }
  }
}

extension SyncRow {
  /// The last digits of the id; those of ratings are of the system's random bytes.
  fileprivate var tracedID: String {
    entity == .rating ? "-" : String(id.description.suffix(6)) + (body == nil ? " gone" : "")
  }
}

extension SyncInput {
  var traced: String {
    switch self {
    case .start: return "start"
    case .alarm: return "alarm"
    case .connected: return "connected"
    case .replied(let reply): return reply.traced
    case .broken(let fault): return "broken \(fault)"
    case .stored(let result): return "stored \(result.traced)"
    case .changed: return "changed"
    case .asked: return "asked"
    case .call: return "call"
    case .stop: return "stop"
    }
  }
}

extension StoreResult {
  fileprivate var traced: String {
    switch self {
    case .state(let state), .applied(let state):
      "at \(state.cursor?.number ?? -1)\(state.isAtHead ? "" : " behind"), pushed \(state.pushedThrough), \(state.pending) wait,"
        + " \(state.refused) refused, \(state.conflicts) conflicts"
    case .operations(let operations): "\(operations.count) operations"
    case .sweeping: "sweeping"
    case .releaseRefused: "release refused"
    case .failed: "failed"
    }
  }
}
