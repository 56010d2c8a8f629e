/// How far the log was known to reach: the second, independently placed fact that tells a torn tail from damage.
///
/// The file `head` holds two slots of 512 bytes, written in turn after each acknowledgement, so that a write that is cut
/// short leaves the other slot whole.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 8 | magic `VHEAD`, 0D, 0A, 1A |
/// | 8 | 16 | device id |
/// | 24 | 8 | generation: the higher of the two slots counts |
/// | 32 | 8 | sequence number of the last acknowledged frame |
/// | 40 | 8 | count of entries up to it |
/// | 48 | 8 | its segment's number |
/// | 56 | 8 | where it ends in that segment |
/// | 64 | 32 | chain hash with it |
/// | 96 | 412 | zero |
/// | 508 | 4 | CRC-32C of bytes 0 to 507 |
struct HeadMark: Hashable, Sendable {
  static let slotByteCount = 512
  private static let magic: [UInt8] = Array("VHEAD\r\n".utf8) + [0x1A]

  var deviceID: LogID
  var generation: Int
  var sequence: Int
  var entryCount: Int
  var segment: Int
  var end: Int
  var chain: ChainHash

  /// The acknowledged place.
  var place: LogPlace { LogPlace(segment: segment, offset: end) }

  /// Where the slot of this generation lies in the file.
  var slotOffset: Int { generation % 2 * HeadMark.slotByteCount }

  /// The 512 bytes of the slot.
  var bytes: [UInt8] {
    var bytes = HeadMark.magic
    bytes.reserveCapacity(HeadMark.slotByteCount)
    bytes += deviceID.bytes
    for number in [generation, sequence, entryCount, segment, end] {
      bytes.append(littleEndian: UInt64(number))
    }
    bytes += chain.bytes
    bytes += [UInt8](repeating: 0, count: 508 - bytes.count)
    bytes.append(littleEndian: Checksum.of(bytes))
    return bytes
  }

  /// The mark in one slot; `nil` if the slot is not whole.
  init?(_ slot: RawSpan) {
    guard slot.byteCount == HeadMark.slotByteCount, slot.copy(0..<8) == HeadMark.magic,
      Checksum.of(slot.extracting(0..<508)) == slot.number(at: 508, as: UInt32.self),
      let deviceID = LogID(slot.copy(8..<24)), let generation = slot.count(at: 24),
      let sequence = slot.count(at: 32), let entryCount = slot.count(at: 40),
      let segment = slot.count(at: 48),
      let end = slot.count(at: 56), let chain = ChainHash(slot.copy(64..<96))
    else { return nil }
    self.init(
      deviceID: deviceID, generation: generation, sequence: sequence, entryCount: entryCount,
      segment: segment,
      end: end, chain: chain)
  }

  init(
    deviceID: LogID, generation: Int, sequence: Int, entryCount: Int, segment: Int, end: Int, chain: ChainHash
  ) {
    self.deviceID = deviceID
    self.generation = generation
    self.sequence = sequence
    self.entryCount = entryCount
    self.segment = segment
    self.end = end
    self.chain = chain
  }

  /// The mark for a log that reaches `position`.
  init(deviceID: LogID, generation: Int, position: LogPosition) {
    self.init(
      deviceID: deviceID, generation: generation, sequence: position.sequence,
      entryCount: position.entryCount,
      segment: position.segment, end: position.end, chain: position.chain)
  }
}

/// What the head file was found to say.
struct HeadReading: Sendable {
  /// The newer whole slot; `nil` when there is none.
  let mark: HeadMark?
  /// How many of the two slots are whole.
  let slotsReadable: Int

  /// Reads the file at `path`; a missing file reads as no slots.
  init(_ fileSystem: any FileSystem, _ path: JournalPath) throws(DiskError) {
    guard try fileSystem.exists(path) else {
      self.init([])
      return
    }
    self.init(try fileSystem.readAll(path))
  }

  init(_ bytes: [UInt8]) {
    let slots = [0, HeadMark.slotByteCount].compactMap { offset -> HeadMark? in
      guard bytes.count >= offset + HeadMark.slotByteCount else { return nil }
      return HeadMark(bytes.span.bytes.extracting(offset..<offset + HeadMark.slotByteCount))
    }
    mark = slots.max { $0.generation < $1.generation }
    slotsReadable = slots.count
  }
}
