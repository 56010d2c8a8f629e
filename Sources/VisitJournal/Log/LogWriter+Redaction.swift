/// Taking entries out of the log for good, with everything that follows still fitting.
extension LogWriter {
  /// Takes the entries with these running numbers out of the log, and returns how many were still there.
  ///
  /// A frame all of whose entries go is replaced by a stub that carries only its digest; of a frame that others share the
  /// rest is sealed again beside its digest. The counts, the chain and every checkpoint stay as they were.
  ///
  /// Each segment is rewritten beside the old one, synced, and takes its place by a rename, so that a power cut leaves one
  /// or the other; the old bytes stay on the medium until their blocks are used again. The segment being written is closed
  /// first: the head then points behind everything that is rewritten. Positions remembered in a redacted segment are no
  /// longer valid.
  ///
  /// - Throws: as `append`, and `disk`. After an error some segments may be redacted and others not; do it again.
  public func redact(_ entries: Set<Int>) throws(LogError) -> Int {
    guard !entries.isEmpty else { return 0 }
    try closeSegment()
    syncHead()
    if let headTrouble { throw .disk(headTrouble) }
    var count = 0
    do {
      for name in try fileSystem.list(layout.own) {
        guard let number = JournalLayout.segmentNumber(name), number < end.segment else { continue }
        let path = layout.own.appending(name)
        let bytes = try fileSystem.readAll(path)
        let redaction = SegmentRedaction(
          entries: entries, journalKeys: keys.reading.journalKeys, randomness: randomness)
        guard let redacted = redaction.redact(bytes.span.bytes) else { continue }
        try fileSystem.replaceAtomically(path, with: redacted.bytes)
        count += redacted.count
      }
    } catch {
      throw .disk(error)
    }
    return count
  }
}
