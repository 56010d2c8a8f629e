import Crypto
import Support

@testable import VisitJournal

/// Segments, frames, batches, checkpoints and the head.
enum LogDecoders {
  static let all = [
    Decoder(name: "segment", attempt: segment), Decoder(name: "frame", attempt: frame),
    Decoder(name: "batch", attempt: batch), Decoder(name: "checkpoint", attempt: checkpoint),
    Decoder(name: "head", attempt: head),
  ]

  private static let layout = JournalLayout(JournalPath("/journal"))
  private static let keys = LogKeys.forTests()

  /// A journal folder whose only segment is `bytes`.
  private static func disk(_ bytes: [UInt8], head: [UInt8]? = nil) -> MemoryFileSystem {
    let disk = MemoryFileSystem()
    try? disk.makeFolder(layout.root)
    try? disk.makeFolder(layout.own)
    try? disk.replaceAtomically(layout.own.appending("000001.vlog"), with: bytes)
    if let head { try? disk.replaceAtomically(layout.head, with: head) }
    return disk
  }

  /// Checks, reads and opens the log on a disk; whatever opens can be gone on with, and is then good.
  private static func live(on disk: MemoryFileSystem) {
    let verifier = LogVerifier(
      fileSystem: disk, folder: layout.own, head: layout.head, publicPart: keys.publicPart)
    _ = verifier.verify(everySignature: true)
    let deep = verifier.verify(everySignature: true, deepKeys: keys.reading)
    let opened = try? LogWriter.open(
      layout.root, fileSystem: disk, keys: keys, randomness: .seeded(7), now: { 1_795_000_000_000 },
      policy: WriterPolicy(), processID: 1)
    guard let opened, !opened.isReadOnly else { return }
    demand(deep.verdict == .good || deep.verdict == .tornTail, "opened for writing what is \(deep.verdict)")
    guard (try? opened.append([[1]])) != nil, (try? opened.close()) != nil else { return }
    let after = verifier.verify(everySignature: true, deepKeys: keys.reading)
    demand(after.verdict == .good, "a log that was gone on with is \(after.verdict): \(after)")
  }

  private static func segment(_ bytes: [UInt8]) { live(on: disk(bytes)) }

  private static let header: SegmentHeader = {
    let salt = [UInt8](repeating: 5, count: 32)
    let key = SegmentKey(
      journalKey: keys.journalKey, salt: salt, journalID: keys.journalID, deviceID: keys.deviceID, segment: 1,
      epoch: 1)
    return SegmentHeader(
      marker: 0x1234_5678, journalID: keys.journalID, deviceID: keys.deviceID, number: 1, firstSequence: 1,
      chain: .zero, salt: salt, commitment: key.commitment, epoch: 1, madeAtMilliseconds: 0, entriesBefore: 0,
      deviceKey: Array(keys.deviceSigning.publicKey.rawRepresentation))
  }()

  /// A frame that somebody with the key wrote: the first bytes are its header's fields, the rest its body.
  private static func frame(_ bytes: [UInt8]) {
    guard bytes.count >= 9, let kind = FrameHeader.Kind(rawValue: bytes[0] % 8) else { return }
    let fields = bytes.span.bytes
    let found = FrameHeader(
      marker: header.marker, bodyLength: 0, kind: kind, flags: FrameHeader.Flags(rawValue: bytes[1] & 3),
      epoch: 1, sequence: Int(bytes[2] % 4), entryCount: Int(fields.number(at: 3, as: UInt16.self)),
      placeInWrite: Int(fields.number(at: 5, as: UInt16.self)), nonce: [UInt8](repeating: bytes[7], count: 12)
    )
    guard
      let key = SegmentKey(journalKey: keys.journalKey, header: header)
    else { return }
    var segment = header.bytes
    let seal = FrameSeal(key: key, header: header)
    if kind == .trimmed {
      seal.write(found, remainder: Array(bytes[8...]), replacing: .zero, chain: .zero, to: &segment)
    } else {
      _ = seal.write(found, body: Array(bytes[8...]), chain: .zero, to: &segment)
    }
    live(on: disk(segment))
  }

  private static func batch(_ bytes: [UInt8]) {
    guard let count = bytes.first.map(Int.init) else { return }
    let body = Array(bytes.dropFirst())
    guard let ranges = Batch.entries(of: body, count: count) else { return }
    demand(
      ranges.count == count && ranges.allSatisfy { $0.upperBound <= body.count }, "a batch out of bounds")
  }

  private static func checkpoint(_ bytes: [UInt8]) {
    guard let found = SignedCheckpoint(note: bytes) else { return }
    demand(bytes.starts(with: Array(found.checkpoint.text.utf8)), "a checkpoint reads as another text")
    _ = found.isSigned(by: keys.deviceSigning.publicKey)
  }

  private static func head(_ bytes: [UInt8]) {
    _ = HeadReading(bytes)
    // With its checksum made to fit, so that what is behind it is reached.
    guard bytes.count >= HeadMark.slotByteCount else { return }
    var slot = Array(bytes.prefix(HeadMark.slotByteCount))
    slot.put(Checksum.of(Array(slot[..<508])), at: 508)
    live(on: disk(header.bytes, head: slot + slot))
  }
}
