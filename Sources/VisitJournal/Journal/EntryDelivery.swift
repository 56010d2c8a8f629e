internal import VisitModel

/// Reads the bytes of entries on all cores and hands the entries on in their order.
///
/// Opening boxes is most of the work of opening a large journal. Some thousands of entries are gathered, shared out, read,
/// and delivered one after the other on the thread that asked; for fewer than that nothing is shared out.
final class EntryDelivery<Reading: Sendable> {
  private let read: @Sendable (EntryNumber, ArraySlice<UInt8>) -> Reading
  private let deliver: (EntryNumber, ArraySlice<UInt8>, Reading) -> Void
  private var places: [EntryNumber] = []
  private var pending: [ArraySlice<UInt8>] = []

  /// A delivery that reads each entry by `read`, on any thread, and hands it to `deliver`.
  init(
    reading read: @escaping @Sendable (EntryNumber, ArraySlice<UInt8>) -> Reading,
    to deliver: @escaping (EntryNumber, ArraySlice<UInt8>, Reading) -> Void
  ) {
    self.read = read
    self.deliver = deliver
  }

  /// Takes the next entry's bytes.
  func take(_ place: EntryPlace, _ bytes: ArraySlice<UInt8>) {
    places.append(EntryNumber(place.entryNumber))
    pending.append(bytes)
    if pending.count == EntryBatch.count { finish() }
  }

  /// Delivers what is still waiting.
  func finish() {
    var next = 0
    for readings in readings() {
      for reading in readings {
        deliver(places[next], pending[next], reading)
        next += 1
      }
    }
    places.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
  }

  /// What each core made of its share, in their order.
  private func readings() -> [[Reading]] {
    let (read, places, pending) = (read, places, pending)
    let shares = AllCores.shares(of: pending.count, least: EntryBatch.shareMin)
    return AllCores.map(shares) { $0.map { read(places[$0], pending[$0]) } }
  }
}

/// How many entries are read in one go.
private enum EntryBatch {
  static let count = 8_192
  /// Sharing out costs more than it saves below this many entries for each core.
  static let shareMin = 512
}

extension EntryDelivery where Reading == EntryCodec.Reading {
  /// A delivery that reads each entry whole.
  convenience init(
    _ codec: EntryCodec, to deliver: @escaping (EntryNumber, ArraySlice<UInt8>, Reading) -> Void
  ) {
    self.init(reading: { _, bytes in codec.reading(bytes) }, to: deliver)
  }
}

extension EntryDelivery where Reading == EntryCodec.Gathering {
  /// A delivery that only opens what can be read later, with the rest of its family's.
  convenience init(
    gathering codec: EntryCodec, to deliver: @escaping (EntryNumber, ArraySlice<UInt8>, Reading) -> Void
  ) {
    self.init(reading: { codec.gather($0, $1) }, to: deliver)
  }
}
