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
}

extension SnapshotContents {
  /// Whether the plain bytes are these, and can all be read.
  func says(_ plain: [UInt8]) -> Bool {
    guard plain.count == byteCount else { return false }
    // Some mebibytes at a time: two copies of a large book would fill the memory.
    for start in stride(from: 0, to: plain.count, by: SnapshotContents.bytesAtOnce) {
      let range = start..<min(plain.count, start + SnapshotContents.bytesAtOnce)
      guard let bytes = bytes(at: range), bytes[...] == plain[range] else { return false }
    }
    return true
  }

  private static let bytesAtOnce = 1 << 24
}
