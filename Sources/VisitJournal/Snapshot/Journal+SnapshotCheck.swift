/// Holding the snapshot against the log.
extension Journal {
  /// What a snapshot was found to be.
  public enum SnapshotCheck: String, Hashable, Sendable {
    /// This member has none that opening would trust.
    case none
    /// It says to the byte what the log adds up to.
    case agrees
    /// It says something else, or cannot be read to its end. The log is what counts; the snapshot is to be removed.
    case differs
  }

  /// Makes this member's snapshot anew from the log and compares the two, byte by byte.
  public func checkSnapshot() -> SnapshotCheck {
    guard let archive = snapshotArchive(), let position = archive.contents.head.covered.first?.position else {
      return .none
    }
    let source = snapshotSource
    do throws(LogError) {
      try source.reader.forEachEntry(from: position) { _, _ in }
    } catch {
      return .none
    }
    let made = source.plain(upTo: position, reach: archive.contents.head.reach)
    guard let made, let kept = archive.contents.allBytes else { return .differs }
    return made == kept ? .agrees : .differs
  }
}
