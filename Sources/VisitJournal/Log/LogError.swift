/// A log operation that did not happen.
public enum LogError: Error, Hashable, Sendable {
  /// Another program is writing this journal; the process id it left in the lock file, if readable.
  case inUse(lock: JournalPath, processID: Int?)
  /// The disk refused, and nothing was being saved.
  case disk(DiskError)
  /// The entries were NOT SAVED; the log was cut back to its last good end and may be tried again.
  case notSaved(DiskError)
  /// The entries were NOT SAVED, and what is on the disk is uncertain: nothing more is written until the journal is
  /// opened again. Also thrown by every later append of the same run.
  case poisoned(DiskError)
  /// Opening found damage or a rollback: nothing is written.
  case readOnly(LogVerdict)
  /// The log's file is not as long as this writer left it: something else wrote to it.
  case changedUnderneath(JournalPath, expected: Int, found: Int)
  /// One entry has more bytes than a frame can hold.
  case entryTooLarge(bytes: Int, limit: Int)
  /// The keys do not belong to this segment.
  case wrongKeys(JournalPath, epoch: UInt16)
  /// No key of this epoch was given.
  case keyMissing(JournalPath, epoch: UInt16)
  /// The segment belongs to another journal or device.
  case foreign(JournalPath)
  /// The segment was written by a newer program.
  case unsupportedVersion(JournalPath, version: Int, suite: Int)
  /// The position to go on from is not in this log (a snapshot of another log, or of a later state of it).
  case positionNotFound(LogPosition)
}
