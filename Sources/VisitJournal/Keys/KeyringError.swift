internal import VisitModel

/// Why the keyring did not open, or did not do what was asked.
enum KeyringError: Error, Hashable, Sendable {
  /// There is no keyring where the journal should have one.
  case notFound(JournalPath)
  /// The disk refused.
  case disk(DiskError)
  /// The file's bytes are not as they were written: a bad disk, or a careless hand.
  case damaged(JournalPath)
  /// The file is whole, but was not written by a member of this journal.
  case tampered(JournalPath)
  /// The file was written by a newer program.
  case unsupportedVersion(JournalPath, version: Int)
  /// The file belongs to another journal.
  case foreign(JournalPath)
  /// The passphrase does not open this member's keys.
  case wrongPassphrase
  /// The recovery code does not open this member's keys.
  case wrongRecoveryCode
  /// The key that was kept does not open the journal any more.
  case wrongKey
  /// There is not enough memory for a try of a passphrase (128 MiB at the usual cost).
  case noMemory
  /// No member of this journal goes by that name or number.
  case unknownMember
  /// It could be any of these members; one has to be named.
  case severalMembers([MemberNumber])
  /// The member has left the journal.
  case memberLeft(MemberNumber)
  /// The member does not hold the keys that this needs.
  case notAllowed
  /// There is no key for this family: it was erased, or belongs to another journal.
  case unknownFamily(FamilyID)
}
