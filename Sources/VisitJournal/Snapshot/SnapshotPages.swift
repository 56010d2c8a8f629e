internal import Crypto
internal import FoundationEssentials
internal import Synchronization

/// The plain bytes of a snapshot, as one run that is opened chunk by chunk where it is read.
///
/// A chunk that does not open is no error for anybody above: the whole run is then made anew from the log, which gives the
/// same bytes, and read from memory from then on.
final class SnapshotPages: Sendable {
  private struct Sealed {
    let file: any OpenFile
    let seal: SnapshotSeal
  }

  /// Where bytes come from: the file, or memory once that could not be trusted.
  private enum Source {
    case sealed(Sealed)
    case plain([UInt8])
  }

  private struct State {
    var source: Source
    /// Chunks opened last, newest at the end.
    var recent: [(index: Int, bytes: Data)] = []
  }

  /// Chunks that are kept for the next reading; a look-up touches few.
  private static let recentMax = 6

  private let state: Mutex<State>
  /// Makes the plain bytes anew.
  private let remade: @Sendable () -> [UInt8]

  /// The snapshot in a file; nil where the file is not one that this member wrote with this very program.
  init?(
    _ file: any OpenFile, journal: LogID, secret: MemberSecret, programMark: UInt64,
    remade: @escaping @Sendable () -> [UInt8]
  ) {
    guard let head = try? file.read(at: 0, count: SnapshotHeader.byteCount),
      let header = SnapshotHeader(head), header.journal == journal, header.member == secret.number,
      header.programMark == programMark, let seal = SnapshotSeal(header, vault: secret.vault),
      (try? file.size()) == seal.fileByteCount
    else { return nil }
    state = Mutex(State(source: .sealed(Sealed(file: file, seal: seal))))
    self.remade = remade
  }

  /// Plain bytes that are in memory already.
  init(plain: [UInt8]) {
    state = Mutex(State(source: .plain(plain)))
    remade = { plain }
  }

  /// Whether a chunk did not open, so that everything was made anew.
  var wasRemade: Bool {
    state.withLock { if case .plain = $0.source { true } else { false } }
  }

  /// The bytes of a range; nil where there are none such, which says that the range is not one of this snapshot.
  func read(_ range: Range<Int>) -> [UInt8]? {
    if let bytes = readTrusting(range) { return bytes }
    let plain = remade()
    state.withLock { state in
      if case .sealed = state.source { state = State(source: .plain(plain)) }
    }
    return readTrusting(range)
  }

  /// The bytes of a range where every chunk of it opens.
  private func readTrusting(_ range: Range<Int>) -> [UInt8]? {
    state.withLock { state in
      switch state.source {
      case .plain(let plain):
        return range.lowerBound >= 0 && range.upperBound <= plain.count ? Array(plain[range]) : nil
      case .sealed(let sealed):
        return SnapshotPages.read(range, from: sealed, &state.recent)
      }
    }
  }

  private static func read(
    _ range: Range<Int>, from sealed: Sealed, _ recent: inout [(index: Int, bytes: Data)]
  ) -> [UInt8]? {
    let seal = sealed.seal
    guard range.lowerBound >= 0, range.upperBound <= seal.plainByteCount else { return nil }
    guard !range.isEmpty else { return [] }
    let chunks =
      range.lowerBound / SnapshotSeal.chunkByteCount...(range.upperBound - 1) / SnapshotSeal.chunkByteCount
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in chunks {
      let chunk: Data
      if let place = recent.firstIndex(where: { $0.index == index }) {
        chunk = recent[place].bytes
      } else {
        let place = seal.fileRange(of: index)
        guard let read = try? sealed.file.read(at: place.lowerBound, count: place.count),
          read.count == place.count, let opened = seal.open(index, read.span.bytes)
        else { return nil }
        if recent.count == recentMax { recent.removeFirst() }
        recent.append((index, opened))
        chunk = opened
      }
      let start = index * SnapshotSeal.chunkByteCount
      let wanted = range.clamped(to: start..<start + chunk.count)
      chunk.withUnsafeBytes { bytes += $0[wanted.lowerBound - start..<wanted.upperBound - start] }
    }
    return bytes
  }
}
