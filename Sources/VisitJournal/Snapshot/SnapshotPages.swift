internal import Crypto
internal import FoundationEssentials
internal import Synchronization

/// The plain bytes of a snapshot as one run, of which a chunk is opened where it is read.
final class SnapshotPages: Sendable {
  /// Where the bytes come from: the sealed file, or memory where they were made from the log.
  private enum Source: Sendable {
    case sealed(any OpenFile, SnapshotSeal)
    case plain([UInt8])
  }

  /// Chunks that are kept for the next reading; a look-up touches few.
  private static let recentMax = 6
  /// How many chunks one core opens in one go: four mebibytes, which are given back as soon as they are joined.
  private static let partCount = 64

  private let source: Source
  /// Chunks opened last, newest at the end.
  private let recent = Mutex<[(index: Int, bytes: Data)]>([])
  /// How many plain bytes there are.
  let byteCount: Int
  /// The mark of the keyring that the file was written beside; nil of bytes in memory.
  let keyringMark: UInt64?

  /// The snapshot in a file; nil where the file is not one that this member wrote with this very program.
  init?(_ file: any OpenFile, journal: LogID, secret: MemberSecret, programMark: UInt64) {
    guard let head = try? file.read(at: 0, count: SnapshotHeader.byteCount),
      let header = SnapshotHeader(head), header.journal == journal, header.member == secret.number,
      header.programMark == programMark, let seal = SnapshotSeal(header, vault: secret.vault),
      (try? file.size()) == seal.fileByteCount
    else { return nil }
    source = .sealed(file, seal)
    byteCount = header.plainByteCount
    keyringMark = header.keyringMark
  }

  /// Plain bytes that are in memory already.
  init(plain: [UInt8]) {
    source = .plain(plain)
    byteCount = plain.count
    keyringMark = nil
  }

  /// The bytes of a range; nil where a chunk of it does not open, or where there are none such.
  func read(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= byteCount else { return nil }
    switch source {
    case .plain(let plain): return Array(plain[range])
    case .sealed(let file, let seal): return read(range, file, seal)
    }
  }

  private func read(_ range: Range<Int>, _ file: any OpenFile, _ seal: SnapshotSeal) -> [UInt8]? {
    guard !range.isEmpty else { return [] }
    let first = range.lowerBound / SnapshotSeal.chunkByteCount
    let last = (range.upperBound - 1) / SnapshotSeal.chunkByteCount
    if last - first < SnapshotPages.recentMax { return readKeeping(range, first...last, file, seal) }
    // Much at once, as a whole column is: not kept, and where it is very much opened on all cores.
    let shares = stride(from: first, through: last, by: SnapshotPages.partCount).map {
      $0..<min(last + 1, $0 + SnapshotPages.partCount)
    }
    var parts = AllCores.map(shares) { SnapshotPages.open($0, range, file, seal) }
    if parts.count == 1 { return parts[0] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for part in parts.indices {
      guard let opened = parts[part] else { return nil }
      bytes += opened
      parts[part] = nil
    }
    return bytes
  }

  /// What some chunks have of a range; nil where one of them does not open.
  private static func open(
    _ chunks: Range<Int>, _ range: Range<Int>, _ file: any OpenFile, _ seal: SnapshotSeal
  ) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(range.count, chunks.count * SnapshotSeal.chunkByteCount))
    // One buffer for all of them: fresh memory for some mebibytes costs more than opening what is put there.
    var sealed = [UInt8](repeating: 0, count: SnapshotSeal.sealedByteCount)
    for index in chunks {
      let place = seal.fileRange(of: index)
      guard (try? file.read(at: place.lowerBound, into: &sealed)) ?? 0 >= place.count,
        let chunk = seal.open(index, sealed.span.bytes.extracting(0..<place.count))
      else { return nil }
      add(chunk, index, within: range, to: &bytes)
    }
    return bytes
  }

  private func readKeeping(
    _ range: Range<Int>, _ chunks: ClosedRange<Int>, _ file: any OpenFile, _ seal: SnapshotSeal
  ) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in chunks {
      let known = recent.withLock { recent in recent.first { $0.index == index }?.bytes }
      guard let chunk = known ?? opened(index, file, seal) else { return nil }
      SnapshotPages.add(chunk, index, within: range, to: &bytes)
    }
    return bytes
  }

  private func opened(_ index: Int, _ file: any OpenFile, _ seal: SnapshotSeal) -> Data? {
    let place = seal.fileRange(of: index)
    guard let sealed = try? file.read(at: place.lowerBound, count: place.count), sealed.count == place.count,
      let chunk = seal.open(index, sealed.span.bytes)
    else { return nil }
    recent.withLock { recent in
      if recent.count >= SnapshotPages.recentMax { recent.removeFirst() }
      recent.append((index, chunk))
    }
    return chunk
  }

  private static func add(_ chunk: Data, _ index: Int, within range: Range<Int>, to bytes: inout [UInt8]) {
    let start = index * SnapshotSeal.chunkByteCount
    let wanted = range.clamped(to: start..<start + chunk.count)
    chunk.withUnsafeBytes { bytes += $0[wanted.lowerBound - start..<wanted.upperBound - start] }
  }
}
