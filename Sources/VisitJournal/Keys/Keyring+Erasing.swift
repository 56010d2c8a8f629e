internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// Destroying a family's keys.
extension Keyring {
  /// Deletes every wrap of a family's keys and leaves a tombstone, with the entries of this device's log that are still
  /// to be redacted. Only the office may. Doing it again adds nothing but entries that were missed.
  func erase(_ family: FamilyID, entries: [EntryNumber], as keys: MemberKeys) throws(KeyringError) {
    guard keys.office != nil else { throw .notAllowed }
    try change(as: keys) { ring throws(KeyringError) in
      ring.families.removeAll { $0.id == family.rawValue }
      ring.erased.removeAll { $0.family == family.rawValue }
      var stone = WireRingErased()
      stone.family = family.rawValue
      stone.device = ring.ownDevice
      stone.entries = entries.map { UInt32(clamping: $0.count) }
      ring.erased.append(stone)
    }
  }

  /// Notes that nothing of the erased families is left on this device.
  func noteCleared(as keys: MemberKeys) throws(KeyringError) {
    guard ring.erased.contains(where: { !$0.isCleared }) else { return }
    try change(as: keys) { ring throws(KeyringError) in
      for place in ring.erased.indices {
        ring.erased[place].isCleared = true
        ring.erased[place].entries = []
        ring.erased[place].device = Data()
      }
    }
  }

  /// Families that were erased.
  var erasedFamilies: Set<FamilyID> { Set(ring.erased.map { FamilyID(rawValue: $0.family) }) }

  /// Whether a family was erased here, key and entries, or the redaction of its entries is at least under way.
  func isErased(_ family: FamilyID) -> Bool {
    guard place(of: family) == nil, let stone = ring.erased.first(where: { $0.family == family.rawValue })
    else { return false }
    return stone.isCleared || stone.device == ring.ownDevice
  }

  /// The entries of this device's log that are still to be redacted.
  var entriesToRedact: Set<Int> {
    Set(
      ring.erased.filter { !$0.isCleared && $0.device == ring.ownDevice }
        .flatMap { $0.entries.map { Int($0) } })
  }

  /// Whether something of an erased family may still be here.
  var hasUnfinishedErasure: Bool { ring.erased.contains { !$0.isCleared && $0.device == ring.ownDevice } }
}
