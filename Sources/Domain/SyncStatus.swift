// How the desk stands with the central store: what the header shows and `okno sync` prints.

/// The state of the link and of what lies in between.
package struct SyncStatus: Hashable, Sendable {
  package enum Link: Hashable, Sendable {
    /// The desk has no credentials: it works alone.
    case alone
    /// Another process of this desk keeps the link.
    case elsewhere
    /// Not linked now; tries again at that moment.
    case waiting(until: Instant)
    case connecting
    case linked
    /// Somebody has to do something; the desk itself tries only now and then.
    case stopped(Stop)
  }

  /// What a person has to see to.
  package enum Stop: String, Hashable, Sendable, CaseIterable {
    /// Name or password are not those of an enrolled desk.
    case credentials
    /// The server's certificate is not the one that was promised.
    case certificate
    /// The desk's enrolment was taken back.
    case revoked
    /// The server wants a newer program, or the program a newer server.
    case version
    /// The server, or what it sent, makes no sense.
    case protocolFault = "protocol"
  }

  /// What is worth knowing while work goes on.
  package enum Trouble: String, Hashable, Sendable, CaseIterable {
    /// No answer from the network.
    case unreachable
    /// The server asks to wait.
    case busy
    /// The desk's disk is full or its file cannot be written.
    case localStore = "local_store"
    /// A copy of this desk is at work somewhere.
    case forked
    /// The desk's clock and the server's differ by more than two minutes.
    case clock
    /// A catalogue release came whose signature does not hold.
    case release
    /// Rows came that this program cannot read; they are kept out, and all others are in.
    case rows
  }

  /// How far a first fill, or another snapshot, has come, in rows.
  package struct Fill: Hashable, Sendable {
    package var done: Int
    package var total: Int

    package init(done: Int, total: Int) {
      self.done = done
      self.total = total
    }
  }

  package var link: Link
  /// When the desk last had all that the server had, by the desk's clock.
  package var synced: Instant?
  /// Operations without a verdict.
  package var pending: Int
  /// Operations that the server refused and nobody has looked at.
  package var refused: Int
  /// Conflicts between desks that wait for a person.
  package var conflicts: Int
  /// Pairs of cards that may be one person's and wait for a person; a hundred stands for more.
  package var duplicates: Int
  package var fill: Fill?
  package var trouble: Trouble?

  package init(
    link: Link = .alone, synced: Instant? = nil, pending: Int = 0, refused: Int = 0,
    conflicts: Int = 0, duplicates: Int = 0, fill: Fill? = nil, trouble: Trouble? = nil
  ) {
    self.link = link
    self.synced = synced
    self.pending = pending
    self.refused = refused
    self.conflicts = conflicts
    self.duplicates = duplicates
    self.fill = fill
    self.trouble = trouble
  }
}
