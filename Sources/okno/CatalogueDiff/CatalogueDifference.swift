/// What differs between two editions of a catalogue.
struct CatalogueDifference {
  enum Change: String { case added, removed, changed }

  struct Field: Hashable {
    var field: EntryField
    var removed: [String]
    var added: [String]
    /// The same values in another order, the new one; empty otherwise.
    var order: [String]
    /// Whether at most one value stands on each side.
    var isSingle: Bool
  }

  struct Entry {
    var kind: EntryKind
    var id: String
    var title: String
    var change: Change
    /// Of a changed entry.
    var fields: [Field] = []
  }

  /// By kind; in each the order of the new edition, then what is gone.
  let entries: [Entry]
  /// Kinds of which one of the two says nothing.
  let unsaid: [EntryKind]

  init(from old: ToldCatalogue, to new: ToldCatalogue) {
    var entries: [Entry] = []
    var unsaid: [EntryKind] = []
    for kind in EntryKind.allCases {
      guard let before = old.entries[kind], let after = new.entries[kind] else {
        if old.entries[kind] != nil || new.entries[kind] != nil { unsaid.append(kind) }
        continue
      }
      entries += Self.differences(kind, before, after)
    }
    self.entries = entries
    self.unsaid = unsaid
  }

  func count(_ change: Change) -> Int { entries.count { $0.change == change } }

  private static func differences(
    _ kind: EntryKind, _ old: [ToldEntry], _ new: [ToldEntry]
  ) -> [Entry] {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.map(\.id))
    var entries = new.compactMap { entry -> Entry? in
      guard let earlier = before[entry.id] else {
        return Entry(kind: kind, id: entry.id, title: entry.title, change: .added)
      }
      let fields = differences(earlier.fields, entry.fields)
      guard !fields.isEmpty else { return nil }
      return Entry(kind: kind, id: entry.id, title: entry.title, change: .changed, fields: fields)
    }
    entries += old.filter { !kept.contains($0.id) }.map {
      Entry(kind: kind, id: $0.id, title: $0.title, change: .removed)
    }
    return entries
  }

  /// Both entries are of one kind, so that their fields are the same ones.
  private static func differences(_ old: [EntryField], _ new: [EntryField]) -> [Field] {
    zip(old, new).compactMap { old, new in
      guard old.values != new.values else { return nil }
      let (before, after) = (Set(old.values), Set(new.values))
      let removed = old.values.filter { !after.contains($0) }
      let added = new.values.filter { !before.contains($0) }
      return Field(
        field: new, removed: removed, added: added,
        order: removed.isEmpty && added.isEmpty ? new.values : [],
        isSingle: old.values.count <= 1 && new.values.count <= 1)
    }
  }
}
