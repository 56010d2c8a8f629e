public import VisitModel

/// Erasing a family for good. Every step can be done again, so that a power cut between two of them costs nothing: the
/// next opening for writing finishes what was begun.
///
/// 1. The entry that says when, why and on whose authority, with the plain numbers that stay, is made durable.
/// 2. Every wrap of the family's key is deleted from the keyring, which keeps a tombstone: from here on nobody opens a box.
/// 3. Drafts about the family, the snapshot and everything in quarantine are removed.
/// 4. The family's entries, those closed for the office too, are redacted in the log: the chain goes on without them.
/// 5. The tombstone says that nothing is left.
extension Journal {
  /// What was removed beside the key.
  public struct Cleared: Hashable, Sendable {
    /// Entries taken out of the log.
    public var entries = 0
    /// Unfinished forms of this member about the family.
    public var drafts = 0
    /// Files that lay in quarantine, which might have held some of it.
    public var quarantined = 0
  }

  /// Every entry about a family, in the order of the log: what goes when the family is erased. With those that name it go
  /// those about its concerns, and the copies that their authors alone can open, which stand right behind what they wrote.
  ///
  /// - Throws: as ``forEachEntry(_:)``.
  public func entries(about families: FamilyID...) throws(JournalError) -> [KeptEntry] {
    try entries(about: families)
  }

  /// Every entry about some families that are one by now, as for one.
  ///
  /// - Throws: as ``forEachEntry(_:)``.
  public func entries(about families: [FamilyID]) throws(JournalError) -> [KeptEntry] {
    var holdings = FamilyHoldings(families)
    try forEachEntry { holdings.take($0) }
    return holdings.entries
  }

  /// Erases a family and those that were merged into it. Only a supervisor may; the facts are those that ``EraseFamily`` gave.
  ///
  /// Where something fails after the entry was recorded, the family is erased all the same and the next opening for writing
  /// goes on where this stopped.
  ///
  /// - Throws: `notAllowed`, and as ``record(_:)-swift.method``.
  public func erase(
    recording facts: [Fact]
  ) throws(JournalError) -> (kept: [KeptEntry], cleared: Cleared) {
    let erased = facts.compactMap { fact -> FamilyID? in
      if case .oversight(.familyErased(let erasure)) = fact { erasure.family } else { nil }
    }
    guard let family = erased.first else { preconditionFailure("nothing is erased") }
    guard role == .supervisor, vaults.keys.office != nil else { throw .notAllowed(family) }
    let going = try entries(about: erased).map(\.number)
    let kept = try record(facts)
    for family in erased { try destroyKeys(of: family, entries: going) }
    return (kept, try clear())
  }

  /// Finishes what was begun of erasing families: after a power cut, and after an older copy of the keyring was put back.
  func finishErasures(_ seen: Set<FamilyID>) throws(JournalError) {
    for family in seen.sorted() where !keyring.isErased(family) {
      guard vaults.keys.office != nil else { continue }
      try destroyKeys(of: family, entries: try entries(about: family).map(\.number))
      finishedErasures.insert(family)
    }
    if keyring.hasUnfinishedErasure {
      _ = try clear()
    } else if !keyring.ring.erased.isEmpty {
      // Other members' drafts are closed for them alone: each is removed when its writer comes back.
      _ = try drafts.remove(about: keyring.erasedFamilies)
    }
  }

  private func destroyKeys(of family: FamilyID, entries: [EntryNumber]) throws(JournalError) {
    do throws(KeyringError) {
      try keyring.erase(family, entries: entries, as: vaults.keys)
    } catch {
      throw JournalError(error)
    }
    vaults.renew(vaults.keys)
  }

  /// Removes what is left of erased families on this device, and notes that nothing is.
  private func clear() throws(JournalError) -> Cleared {
    guard let writer else { throw .readingOnly }
    var cleared = Cleared()
    cleared.drafts = try drafts.remove(about: keyring.erasedFamilies)
    try removeSnapshots()
    do throws(DiskError) {
      if try fileSystem.exists(layout.quarantine) {
        for name in try fileSystem.list(layout.quarantine) {
          try fileSystem.remove(layout.quarantine.appending(name))
          cleared.quarantined += 1
        }
        if cleared.quarantined > 0 { try fileSystem.syncFolder(layout.quarantine) }
      }
    } catch {
      throw .disk(error)
    }
    do throws(LogError) {
      cleared.entries = try writer.redact(keyring.entriesToRedact)
    } catch {
      throw JournalError(error)
    }
    do throws(KeyringError) {
      try keyring.noteCleared(as: vaults.keys)
    } catch {
      throw JournalError(error)
    }
    return cleared
  }

  /// Redacts what is left of families that were erased, as every opening for writing does; returns how many entries of
  /// erased families the log has no more.
  public func redact() throws(JournalError) -> Cleared {
    guard let writer else { throw .readingOnly }
    if writer.isReadOnly { throw .logRefusesWriting(writer.recovery.verdict) }
    return try clear()
  }
}
