/// Why a journal was not copied, put back or salvaged. What was there before is as it was.
public enum CareError: Error, Hashable, Sendable {
  /// The journal or the disk refused.
  case journal(JournalError)
  /// The journal to be copied is damaged or was rolled back: a copy would carry that on.
  case sourceNotGood(JournalPath, LogVerifier.Report)
  /// The copy was checked and is not what it was copied from; it is not a journal and nothing should rely on it.
  case copyNotGood(JournalPath, LogVerifier.Report)
}

extension CareError {
  init(_ error: DiskError) { self = .journal(.disk(error)) }
  init(_ error: KeyringError) { self = .journal(JournalError(error)) }
  init(_ error: LogError) { self = .journal(JournalError(error)) }
}
