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
    return SnapshotPages.readMuch(range, first..<last + 1, file, seal)
  }

  /// Much at once, as a whole column is: not kept, and where it is very much opened on all cores.
  private static func readMuch(
    _ range: Range<Int>, _ chunks: Range<Int>, _ file: any OpenFile, _ seal: SnapshotSeal
  ) -> [UInt8]? {
    let shares = stride(from: chunks.lowerBound, to: chunks.upperBound, by: partCount).map {
      $0..<min(chunks.upperBound, $0 + partCount)
    }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let start = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      // Each chunk has a part of the buffer of its own: shares that are opened at once never write the same bytes.
      nonisolated(unsafe) let target = start
      isWhole = AllCores.map(shares) { open($0, range, to: target, file, seal) }.allSatisfy(\.self)
      if isWhole { count = range.count }
    }
    return isWhole ? bytes : nil
  }

  /// Puts what some chunks have of a range where it belongs in the range's bytes; false where one of them does not open.
  private static func open(
    _ chunks: Range<Int>, _ range: Range<Int>, to target: UnsafeMutableRawPointer, _ file: any OpenFile,
    _ seal: SnapshotSeal
  ) -> Bool {
    // One buffer for all of them: fresh memory for some mebibytes costs more than opening what is put there.
    var sealed = [UInt8](repeating: 0, count: SnapshotSeal.sealedByteCount)
    for index in chunks {
      let place = seal.fileRange(of: index)
      guard (try? file.read(at: place.lowerBound, into: &sealed)) ?? 0 >= place.count,
        let chunk = seal.open(index, sealed.span.bytes.extracting(0..<place.count))
      else { return false }
      let (wanted, start) = part(of: chunk, index, within: range)
      chunk.withUnsafeBytes { bytes in
        let part = UnsafeRawBufferPointer(rebasing: bytes[wanted])
        guard let source = part.baseAddress else { return }
        (target + start).copyMemory(from: source, byteCount: part.count)
      }
    }
    return true
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
    let wanted = part(of: chunk, index, within: range).wanted
    chunk.withUnsafeBytes { bytes += $0[wanted] }
  }

  /// Which bytes of a chunk belong to a range, and where in the range they begin.
  private static func part(
    of chunk: Data, _ index: Int, within range: Range<Int>
  ) -> (wanted: Range<Int>, start: Int) {
    let first = index * SnapshotSeal.chunkByteCount
    let wanted = range.clamped(to: first..<first + chunk.count)
    return (
      wanted.lowerBound - first..<wanted.upperBound - first, wanted.lowerBound - range.lowerBound
    )
  }
}
