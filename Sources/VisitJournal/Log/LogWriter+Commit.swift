internal import Crypto
internal import FoundationEssentials

/// One segment open for writing.
struct OpenSegment {
  let file: any OpenFile
  let header: SegmentHeader
  let seal: FrameSeal
  var frameCount: Int
}

/// How a write becomes durable, and what happens when it does not.
extension LogWriter {
  /// A write at the end of the log, in a segment that has room for about `room` bytes more.
  func beginWrite(room: Int) throws(LogError) -> FrameWrite {
    if let full = segment, full.frameCount > 0,
      end.end + room > policy.segmentBytesMax || full.frameCount >= policy.segmentFramesMax
    {
      try finish(full)
    }
    let open: OpenSegment
    if let segment { open = segment } else { open = try beginSegment() }
    return FrameWrite(header: open.header, seal: open.seal, randomness: randomness, from: end)
  }

  /// Closes the segment being written, if there is one; the next append begins another whether or not that succeeds.
  func finishSegment() throws(LogError) {
    defer { segment = nil }
    try requireWritable()
    if let segment, segment.frameCount > 0 { try finish(segment) }
  }

  /// Closes the segment being written, if it has frames, and begins the next one.
  func closeSegment() throws(LogError) {
    try requireWritable()
    if let segment, segment.frameCount > 0 { try finish(segment) }
    if segment == nil { _ = try beginSegment() }
  }

  private func finish(_ full: OpenSegment) throws(LogError) {
    var write = FrameWrite(header: full.header, seal: full.seal, randomness: randomness, from: end)
    write.addCheckpoint(signedBy: keys.deviceSigning)
    write.addSegmentEnd()
    try commit(write)
    segment = nil
  }

  /// Writes, syncs, and only then takes the frames as part of the log and notes how far it reaches.
  func commit(_ write: FrameWrite) throws(LogError) {
    guard var open = segment else { preconditionFailure("a commit without a segment") }
    do {
      let size = try open.file.size()
      guard size == write.start || !policy.cutsAfterFailedWrite else {
        throw LogError.changedUnderneath(open.file.path, expected: write.start, found: size)
      }
      if policy.loopsShortWrites {
        try open.file.writeAll(write.bytes[...], at: write.start)
      } else {
        _ = try open.file.write(write.bytes[...], at: write.start)
      }
    } catch let error as LogError {
      throw error
    } catch let error as DiskError {
      try cutBack(open.file, to: write.start, after: error)
    } catch {
      preconditionFailure("a file threw neither a disk nor a log error: \(error)")
    }
    if policy.movesHeadBeforeSync { moveHead(to: write.end) }
    try sync(open.file)
    open.frameCount += write.frameCount
    segment = open
    hasWritten = true
    end = write.end
    framesSinceCheckpoint = write.framesSinceCheckpoint ?? framesSinceCheckpoint + write.frameCount
    moveHead(to: end)
  }

  /// Undoes a write that failed; always throws.
  private func cutBack(_ file: any OpenFile, to end: Int, after error: DiskError) throws(LogError) {
    guard policy.cutsAfterFailedWrite else {
      self.end.end = (try? file.size()) ?? end
      throw .notSaved(error)
    }
    do throws(DiskError) {
      try file.truncate(to: end)
      try file.syncData()
    } catch {
      poison = error
      throw .poisoned(error)
    }
    throw .notSaved(error)
  }

  private func sync(_ file: any OpenFile) throws(LogError) {
    guard policy.syncsBeforeAcknowledging else { return }
    do throws(DiskError) {
      try file.syncData()
    } catch {
      if policy.retriesFailedSync, (try? file.syncData()) != nil { return }
      poison = error
      throw .poisoned(error)
    }
  }

  // The head only ever says less than is true: a failure here costs the next opening some certainty, never an entry.
  private func moveHead(to position: LogPosition) {
    do throws(DiskError) {
      try head?.move(to: position)
      if let head, head.writesSinceSync >= policy.headSyncEvery { try self.head?.sync() }
    } catch {
      headTrouble = error
    }
  }

  /// Makes the head durable.
  func syncHead() {
    do throws(DiskError) {
      try head?.sync()
      headTrouble = nil
    } catch {
      headTrouble = error
    }
  }

  /// Makes the next segment: written and synced under a draft name, renamed, and the folder synced.
  private func beginSegment() throws(LogError) -> OpenSegment {
    let number = end.segment + 1
    let salt = randomness.fill(32)
    let key = SegmentKey(
      journalKey: keys.journalKey, salt: salt, journalID: keys.journalID, deviceID: keys.deviceID,
      segment: number, epoch: keys.epoch)
    let header = SegmentHeader(
      marker: marker(), journalID: keys.journalID, deviceID: keys.deviceID, number: number,
      firstSequence: end.sequence + 1, chain: end.chain, salt: salt, commitment: key.commitment,
      epoch: keys.epoch, madeAtMilliseconds: now(), entriesBefore: end.entryCount,
      deviceKey: Array(keys.deviceSigning.publicKey.rawRepresentation))
    let path = layout.own.appending(JournalLayout.segmentName(number))
    var isUncertain = false
    do throws(DiskError) {
      let draft = layout.own.appending(path.name + ".tmp")
      if try fileSystem.exists(draft) { try fileSystem.remove(draft) }
      let file = try fileSystem.open(draft, .create)
      try file.writeAll(header.bytes[...], at: 0)
      isUncertain = true
      try file.sync()
      try fileSystem.rename(draft, to: path)
      if policy.syncsFolders { try fileSystem.syncFolder(layout.own) }
      let open = OpenSegment(
        file: try fileSystem.open(path, .update), header: header, seal: FrameSeal(key: key, header: header),
        frameCount: 0)
      segment = open
      end = LogPosition(
        segment: number, frameOffset: SegmentHeader.byteCount, end: SegmentHeader.byteCount,
        sequence: end.sequence, entryCount: end.entryCount, chainBefore: end.chain, chain: end.chain)
      moveHead(to: end)
      return open
    } catch {
      if isUncertain {
        poison = error
        throw .poisoned(error)
      }
      throw .notSaved(error)
    }
  }

  /// A random frame marker; never zero, which is what a disk leaves where nothing was written.
  private func marker() -> UInt32 {
    while true {
      let marker = randomness.fill(4).span.bytes.number(at: 0, as: UInt32.self)
      if marker != 0 { return marker }
    }
  }
}
