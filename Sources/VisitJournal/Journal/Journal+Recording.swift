internal import Crypto
public import VisitModel

/// Writing into the journal.
extension Journal {
  /// Records facts as this member, now: all of them or none, durable when it returns.
  ///
  /// A family that is added gets its key first; a family that is given to a volunteer who is a member, or granted to a
  /// member, is opened to them, and one that is withdrawn from a member closed; all of it is durable before the entries
  /// are.
  ///
  /// - Throws: `readingOnly`, `logRefusesWriting`, `notAllowed` where the member holds no key to the family, `notSaved`
  ///   (may be tried again), `poisoned`, `unwritable`, `entryTooLarge`, `disk`.
  @discardableResult
  public func record(_ facts: [Fact]) throws(JournalError) -> [KeptEntry] {
    try moveKeys(for: facts)
    return try append(stamped(facts))
  }

  /// Records facts as ``record(_:)-swift.method`` does and closes the journal, with one sync for both: for a command that
  /// records once and ends. The journal is closed whatever happens.
  ///
  /// - Throws: as ``record(_:)-swift.method``.
  @discardableResult
  public func recordAndClose(_ facts: [Fact]) throws(JournalError) -> [KeptEntry] {
    let kept: [KeptEntry]
    do throws(JournalError) {
      try moveKeys(for: facts)
      kept = try append(stamped(facts), isLast: true)
    } catch {
      try? close()
      throw error
    }
    // What was recorded is durable; closing can only fail at making the next opening quicker.
    try? close()
    return kept
  }

  /// Records one fact, as ``record(_:)-swift.method`` does.
  ///
  /// - Throws: as for several facts.
  @discardableResult
  public func record(_ fact: Fact) throws(JournalError) -> KeptEntry {
    let kept = try record([fact])
    return kept[0]
  }

  /// Writes an invented past: entries with identities, stamps and authors of their own, in the order of their stamps.
  ///
  /// Only for a journal made in the same run, by the rehearsal of a scheme: everyone else's entries are stamped and signed
  /// by ``record(_:)-swift.method``. Packs the entries close together, with a checkpoint behind every hundred or so: one bad
  /// byte costs those between two checkpoints and no more. Syncs once for some thousands.
  ///
  /// - Returns: how many entries were written.
  /// - Throws: as ``record(_:)-swift.method``; what was written before stays.
  @discardableResult
  public func recordHistory(_ history: some Sequence<Entry>) throws(JournalError) -> Int {
    var written = 0
    var batch: [Entry] = []
    for entry in history {
      batch.append(entry)
      guard batch.count == Journal.historyBatch else { continue }
      written += try append(batch, groupCount: Journal.historyGroup).count
      batch.removeAll(keepingCapacity: true)
    }
    if !batch.isEmpty { written += try append(batch, groupCount: Journal.historyGroup).count }
    return written
  }

  private static let historyBatch = 8_192
  /// Each group ends with a checkpoint of some 430 bytes: 3 to 4 bytes an entry.
  private static let historyGroup = 128

  /// The facts as this member's entries of now, each later than all before it.
  private func stamped(_ facts: [Fact]) -> [Entry] {
    guard let writer else { return [] }
    let now = environment.nowMilliseconds()
    var stamp = lastStamp
    var number = writer.end.entryCount
    return facts.map { fact in
      stamp = stamp.next(nowMilliseconds: now)
      number += 1
      return Entry(id: recordIDs.id(of: number), stamp: stamp, author: member, fact: fact)
    }
  }

  /// Appends entries as one group, or as groups of `groupCount` that each end with a checkpoint.
  private func append(
    _ entries: [Entry], isLast: Bool = false, groupCount: Int? = nil
  ) throws(JournalError) -> [KeptEntry] {
    guard let writer else { throw .readingOnly }
    guard !entries.isEmpty else { return [] }
    if writer.isReadOnly { throw .logRefusesWriting(writer.recovery.verdict) }
    if let poison = writer.poison { throw .poisoned(poison) }
    try provideKeys(for: entries)
    var encoded: [[UInt8]] = []
    encoded.reserveCapacity(entries.count)
    for entry in entries {
      do throws(RecordError) {
        encoded.append(try codec.encode(entry))
      } catch {
        throw error.problem == .noKey ? .notAllowed(entry.fact.family) : .unwritable(error)
      }
    }
    let groups = stride(from: 0, to: encoded.count, by: groupCount ?? encoded.count).map { start in
      Array(encoded[start..<min(start + (groupCount ?? encoded.count), encoded.count)])
    }
    let receipt: LogWriter.AppendReceipt
    do throws(LogError) {
      receipt = try writer.append(
        together: groups, isLast: isLast, withCheckpoints: groupCount != nil)[0]
    } catch {
      throw JournalError(error)
    }
    if let last = entries.last { lastStamp = max(lastStamp, last.stamp) }
    return entries.enumerated().map { place, entry in
      KeptEntry(entry: asRead(entry), number: EntryNumber(receipt.firstEntryNumber + place))
    }
  }

  /// Grants and withdrawals that are facts of their own. Before a family's first entry it has no key to be withdrawn.
  private func moveKeys(for facts: [Fact]) throws(JournalError) {
    guard canRecord else { return }
    for fact in facts {
      guard case .oversight(let done) = fact else { continue }
      switch done {
      case .accessGranted(let family, let member, _) where isKnown(family, member):
        try grant(family, to: member)
      case .accessWithdrawn(let family, let member, _) where isKnown(family, member):
        try withdraw(family, from: member)
      default: continue
      }
    }
  }

  /// Whether there are a key to move and a member to move it for; members of an invented scheme have none.
  private func isKnown(_ family: FamilyID, _ member: MemberNumber) -> Bool {
    keyring.family(family) != nil && keyring.entry(of: member).map { $0.leftAtEpoch == 0 } ?? false
  }

  /// An entry as its author reads it from now on: what they sent to the office is shut to them at once.
  private func asRead(_ entry: Entry) -> Entry {
    guard entry.fact.readers == .office,
      vaults.key(of: .office, epoch: vaults.epoch(of: .office)) == nil
    else { return entry }
    return Entry(
      id: entry.id, stamp: entry.stamp, author: entry.author,
      fact: .sealed(SealedFact(kind: entry.fact.kind, family: entry.fact.family)))
  }

  /// Keys for families that are new here, and grants for volunteers who are members.
  private func provideKeys(for entries: [Entry]) throws(JournalError) {
    var families: [FamilyID] = []
    var grants: [(family: FamilyID, member: MemberNumber)] = []
    for entry in entries {
      switch entry.fact {
      case .familyAdded(let id, _): families.append(id)
      case .episodeOpened(let id, let move), .episodeMoved(let id, let move),
        .evaluation(let id, .moveAmended(_, let move)):
        guard let volunteer = move.state.volunteer, let member = keyring.member(visitingAs: volunteer) else {
          continue
        }
        grants.append((id, member))
      default: continue
      }
    }
    guard !families.isEmpty || !grants.isEmpty else { return }
    do throws(KeyringError) {
      vaults.learn(try keyring.provide(families: families, grants: grants, as: vaults.keys))
    } catch {
      // Nothing of the entries was written: the person is told so in the same words as when the log fails.
      if case .disk(let error) = error { throw .notSaved(error) }
      throw JournalError(error)
    }
  }
}
