internal import Crypto

/// Reads the segments of a log from a disk that may refuse some of it.
struct SalvageDisk {
  let fileSystem: any FileSystem
  /// The folder with the segments.
  let folder: JournalPath
  /// What a failing disk is asked for at a time once a whole segment cannot be had.
  private static let block = 4096

  /// The segment's file.
  func path(_ number: Int) -> JournalPath { folder.appending(JournalLayout.segmentName(number)) }

  /// The segment numbers in the folder, in order.
  func segmentNumbers() throws(DiskError) -> [Int] {
    guard try fileSystem.exists(folder) else { return [] }
    return try fileSystem.list(folder).compactMap { JournalLayout.segmentNumber($0) }.sorted()
  }

  /// A segment's bytes, with noughts where the disk fails: the frames around them can then still be read.
  func read(_ number: Int) throws(DiskError) -> [UInt8] {
    let file = try fileSystem.open(path(number), .read)
    do throws(DiskError) {
      return try file.readAll()
    } catch {
      guard case .ioFailure = error.cause else { throw error }
    }
    let size = try file.size()
    var bytes = [UInt8](repeating: 0, count: size)
    for start in stride(from: 0, to: size, by: SalvageDisk.block) {
      guard let block = try? file.read(at: start, count: min(SalvageDisk.block, size - start)) else {
        continue
      }
      bytes.replaceSubrange(start..<start + block.count, with: block)
    }
    return bytes
  }
}

/// Makes out a segment's header whose own bytes are bad.
///
/// The first checkpoint that the device signed repeats the segment's salt; the frame around it has marker and key epoch;
/// where the segment begins in the chain is known if the segment before it is whole. If it is not, the first frames do
/// not open, and reading goes on at the checkpoint.
struct HeaderFromCheckpoint {
  let keys: LogReadingKeys
  /// The end of the segment before.
  let before: LogPosition

  func header(of bytes: [UInt8], _ number: Int) -> SegmentHeader? {
    // What the later devices wrote lies behind what the earlier ones did.
    keys.publicPart.devices.reversed().lazy.compactMap { header(of: bytes, number, by: $0) }.first
  }

  private func header(of bytes: [UInt8], _ number: Int, by device: LogKeys.Device) -> SegmentHeader? {
    guard let journal = keys.publicPart.journalID else { return nil }
    let (deviceKey, device) = (device.key, device.id)
    let origin = Array("visitbook/\(device.hex)\n".utf8)
    let segment = bytes.span.bytes
    var place = SegmentHeader.byteCount + FrameHeader.byteCount
    while place + origin.count <= bytes.count {
      defer { place += 1 }
      guard bytes[place] == origin[0], bytes[place...].starts(with: origin) else { continue }
      let offset = place - FrameHeader.byteCount
      let marker = segment.number(at: offset, as: UInt32.self)
      guard case .frame(let frame) = FrameHeader.read(segment, at: offset, marker: marker),
        let note = SignedCheckpoint(note: Array(bytes[place..<place + frame.bodyLength])),
        note.isSigned(by: deviceKey), note.checkpoint.journalID == journal,
        note.checkpoint.segment == number, let journalKey = keys.journalKeys[frame.epoch]
      else { continue }
      let key = SegmentKey(
        journalKey: journalKey, salt: note.checkpoint.salt, journalID: journal, deviceID: device,
        segment: number, epoch: frame.epoch)
      return SegmentHeader(
        marker: marker, journalID: journal, deviceID: device, number: number,
        firstSequence: before.sequence + 1, chain: before.chain, salt: note.checkpoint.salt,
        commitment: key.commitment, epoch: frame.epoch, madeAtMilliseconds: 0,
        entriesBefore: before.entryCount, deviceKey: Array(deviceKey.rawRepresentation))
    }
    return nil
  }
}
