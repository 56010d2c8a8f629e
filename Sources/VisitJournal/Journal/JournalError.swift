public import VisitModel

/// Why a journal did not open, or did not do what was asked. Nothing is lost in any of these cases.
public enum JournalError: Error, Hashable, Sendable {
  /// There is no journal in this folder.
  case noJournal(JournalPath)
  /// There is a journal in this folder already.
  case alreadyThere(JournalPath)
  /// The folder holds other things; a journal needs one of its own.
  case folderNotEmpty(JournalPath)
  /// A journal could not be made.
  case cannotCreate(DiskError)
  /// The key cost of a rehearsal is not for journals on a real disk.
  case costTooLow
  /// Another program is writing this journal; its process, where it is known.
  case inUse(lock: JournalPath, processID: Int?)

  /// The passphrase does not open this member's keys.
  case wrongPassphrase
  /// The recovery code does not open this member's keys.
  case wrongRecoveryCode
  /// The key kept from an earlier unlocking does not open the journal any more.
  case wrongSessionKey
  /// There is not enough memory for a try of a passphrase (128 MiB at the usual cost).
  case noMemory
  /// No member goes by that name or number.
  case unknownMember
  /// It could be any of these members; one has to be named.
  case severalMembers([MemberNumber])
  /// The member has left the journal.
  case memberLeft(MemberNumber)
  /// The member holds no key to what was asked: the family, where it is one.
  case notAllowed(FamilyID?)

  /// A file outside the log is not as it was written: the place. A backup of that one file is the cure.
  case fileDamaged(JournalPath)
  /// A file outside the log is whole but was not written by a member of this journal.
  case tampered(JournalPath)
  /// A file belongs to another journal or device.
  case foreign(JournalPath)
  /// A file was written by a newer program.
  case newerFormat(JournalPath, version: Int)
  /// The log is damaged or was rolled back: good entries are served, nothing is written.
  case logRefusesWriting(LogVerdict)
  /// The log and the keyring do not belong together.
  case logKeysMissing(JournalPath)

  /// The journal was opened for reading.
  case readingOnly
  /// NOT SAVED, but it may be tried again: the log is as it was before.
  case notSaved(DiskError)
  /// NOT SAVED, and the disk cannot be trusted: nothing more is written until the journal is opened again.
  case poisoned(DiskError)
  /// Something else has written to the log.
  case changedUnderneath(JournalPath)
  /// An entry has more bytes than one may have.
  case entryTooLarge(bytes: Int, limit: Int)
  /// A fact states something that no rule lets through.
  case unwritable(RecordError)
  /// The disk refused.
  case disk(DiskError)
}

extension JournalError {
  init(_ error: KeyringError) {
    switch error {
    case .notFound(let path), .damaged(let path): self = .fileDamaged(path)
    case .disk(let error): self = .disk(error)
    case .tampered(let path): self = .tampered(path)
    case .foreign(let path): self = .foreign(path)
    case .unsupportedVersion(let path, let version): self = .newerFormat(path, version: version)
    case .wrongPassphrase: self = .wrongPassphrase
    case .wrongRecoveryCode: self = .wrongRecoveryCode
    case .wrongKey: self = .wrongSessionKey
    case .noMemory: self = .noMemory
    case .unknownMember: self = .unknownMember
    case .severalMembers(let members): self = .severalMembers(members)
    case .memberLeft(let member): self = .memberLeft(member)
    case .notAllowed: self = .notAllowed(nil)
    case .unknownFamily(let family): self = .notAllowed(family)
    }
  }

  init(_ error: LogError) {
    switch error {
    case .inUse(let lock, let processID): self = .inUse(lock: lock, processID: processID)
    case .disk(let error): self = .disk(error)
    case .notSaved(let error): self = .notSaved(error)
    case .poisoned(let error): self = .poisoned(error)
    case .readOnly(let verdict): self = .logRefusesWriting(verdict)
    case .changedUnderneath(let path, _, _): self = .changedUnderneath(path)
    case .entryTooLarge(let bytes, let limit): self = .entryTooLarge(bytes: bytes, limit: limit)
    case .wrongKeys(let path, _), .keyMissing(let path, _): self = .logKeysMissing(path)
    case .foreign(let path): self = .foreign(path)
    case .unsupportedVersion(let path, let version, _): self = .newerFormat(path, version: version)
    case .positionNotFound: preconditionFailure("only the snapshot asks for a position")
    }
  }
}
