internal import Dispatch
internal import Glibc
internal import Synchronization
internal import VisitModel

/// Reads the bytes of entries on all cores and hands the entries on in their order.
///
/// Opening boxes is most of the work of opening a large journal. Some thousands of entries are gathered, shared out, read,
/// and delivered one after the other on the thread that asked; for fewer than that nothing is shared out.
final class EntryDelivery {
  /// An entry and what it was read from, or why it cannot be read.
  typealias Reading = Result<(entry: Entry, opened: OpenedEntry), RecordError>

  private static let batch = 8_192
  /// Sharing out costs more than it saves below this many entries for each core.
  private static let shareMin = 512

  private let codec: EntryCodec
  private let deliver: (EntryNumber, ArraySlice<UInt8>, Reading) -> Void
  private var places: [EntryNumber] = []
  private var pending: [ArraySlice<UInt8>] = []
  private let cores = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// A delivery that hands each entry to `deliver`.
  init(_ codec: EntryCodec, to deliver: @escaping (EntryNumber, ArraySlice<UInt8>, Reading) -> Void) {
    self.codec = codec
    self.deliver = deliver
  }

  /// Takes the next entry's bytes.
  func take(_ place: EntryPlace, _ bytes: ArraySlice<UInt8>) {
    places.append(EntryNumber(place.entryNumber))
    pending.append(bytes)
    if pending.count == EntryDelivery.batch { finish() }
  }

  /// Delivers what is still waiting.
  func finish() {
    let readings = readings()
    for (index, reading) in readings.enumerated() { deliver(places[index], pending[index], reading) }
    places.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
  }

  private func readings() -> [Reading] {
    let shares = min(cores, pending.count / EntryDelivery.shareMin)
    let (codec, pending) = (codec, pending)
    guard shares > 1 else { return pending.map { EntryDelivery.read($0, codec) } }
    let done = Mutex([[Reading]](repeating: [], count: shares))
    DispatchQueue.concurrentPerform(iterations: shares) { share in
      let part = pending[pending.count * share / shares..<pending.count * (share + 1) / shares]
      let readings = part.map { EntryDelivery.read($0, codec) }
      done.withLock { $0[share] = readings }
    }
    return done.withLock { Array($0.joined()) }
  }

  private static func read(_ bytes: ArraySlice<UInt8>, _ codec: EntryCodec) -> Reading {
    do throws(RecordError) {
      return .success(try codec.read(bytes))
    } catch {
      return .failure(error)
    }
  }
}
