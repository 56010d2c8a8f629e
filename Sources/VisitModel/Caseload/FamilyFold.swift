/// A family's file in the making, from the family's own entries in their order.
package struct FamilyFold {
  /// The file so far; nil until the family itself was entered.
  package private(set) var file: FamilyFile?
  /// Records that can be asked for by their identity, in the order in which they began.
  package private(set) var begun: [RecordID] = []
  /// What the entries come to, as a caseload counts them.
  package private(set) var counts = CaseloadCounts()

  /// No entry yet.
  package init() {}

  /// Takes in one more entry.
  package mutating func take(_ kept: KeptEntry) {
    counts.entries += 1
    counts.lastStamp = max(counts.lastStamp, kept.entry.stamp)
    if case .familyAdded(let id, let family) = kept.entry.fact {
      counts.families += 1
      file = FamilyFile(id: id, details: Record(first: Version(kept, value: family)))
      return
    }
    switch file?.take(kept) {
    case .known: break
    case .begins: begun.append(kept.entry.id)
    case .unknown, nil: counts.sealed += 1
    }
  }
}

extension FamilyFile {
  /// The file that a family's entries add up to, in their order; nil where they do not begin with the family itself.
  public init?(folding entries: some Sequence<KeptEntry>) {
    var fold = FamilyFold()
    for kept in entries { fold.take(kept) }
    guard let file = fold.file else { return nil }
    self = file
  }
}
