internal import VisitModel

/// All that a snapshot of a device's log is made from: enough to make it anew at any time, on any thread.
struct SnapshotSource: Sendable {
  let reader: LogReader
  let codec: EntryCodec
  let device: LogID

  /// Goes through the log from where the draft's snapshot ends, up to its end or a position.
  func read(
    into draft: inout SnapshotDraft, from start: LogPosition?, upTo end: LogPosition? = nil
  ) throws(LogError) -> LogReader.Result {
    var taken = draft
    let delivery = EntryDelivery(codec) { number, bytes, reading in
      guard end.map({ number.count <= $0.entryCount }) ?? true else { return }
      taken.take(number, reading) { codec.stamp(of: bytes) }
    }
    let result = try reader.forEachEntry(from: start, delivery.take)
    delivery.finish()
    draft = taken
    return result
  }

  /// The plain bytes of a snapshot up to a position, made from the log alone; nil where the log cannot be read.
  func plain(upTo position: LogPosition, reach: [UInt8]) -> [UInt8]? {
    var draft = SnapshotDraft()
    guard (try? read(into: &draft, from: nil, upTo: position)) != nil else { return nil }
    return draft.plain(upTo: position, of: device, reach: reach)
  }
}
