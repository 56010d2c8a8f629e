internal import Crypto
internal import VisitModel

/// What a member holds keys to, told by the keyring without opening anything.
extension Keyring {
  /// A digest of which keys a member holds to some families (in ascending order), the office and the journal. A snapshot
  /// made with one reach says nothing to who has another: a grant, a withdrawal and an erasure all change it.
  func reach(of families: some Sequence<FamilyID>, for keys: MemberKeys) -> [UInt8] {
    var hasher = SHA256()
    func add(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { hasher.update(bufferPointer: $0) }
    }
    for epochs in [Array(keys.journalKeys.keys), Array(keys.offices.keys)] {
      add(UInt64(epochs.count))
      for epoch in epochs.sorted() { add(UInt64(epoch)) }
    }
    add(UInt64(keys.officeEpoch))
    hasher.update(data: self.families.reach(of: families, for: keys.member, withOffice: keys.office != nil))
    return Array(hasher.finalize())
  }
}
