internal import VisitModel

/// All that a snapshot of a device's log is made from: enough to make it anew at any time, on any thread.
struct SnapshotSource: Sendable {
  let reader: LogReader
  let codec: EntryCodec
  let device: LogID

  /// Goes through the log from where the draft's snapshot ends.
  func read(into draft: inout SnapshotDraft, from start: LogPosition) throws(LogError) -> LogReader.Result {
    var taken = draft
    let delivery = EntryDelivery(codec) { number, bytes, reading in
      taken.take(number, reading) { codec.stamp(of: bytes) }
    }
    let result = try reader.forEachEntry(from: start, delivery.take)
    delivery.finish()
    draft = taken
    return result
  }

  /// Gathers the whole log, or what stands of it up to a position.
  func gather(
    upTo end: LogPosition? = nil, progress: ((Int, Int) -> Void)? = nil
  ) throws(LogError) -> (SnapshotGathering, LogReader.Result) {
    var gathering = SnapshotGathering()
    let delivery = EntryDelivery(gathering: codec) { number, bytes, found in
      guard end.map({ number.count <= $0.entryCount }) ?? true else { return }
      gathering.take(number, found, bytes, codec)
    }
    let result = try reader.forEachEntry(progress: progress, delivery.take)
    delivery.finish()
    return (gathering, result)
  }

  /// The plain bytes of a snapshot up to a position, made from the log alone; nil where the log cannot be read.
  func plain(upTo position: LogPosition, reach: [UInt8]) -> [UInt8]? {
    guard var (gathering, _) = try? gather(upTo: position) else { return nil }
    return gathering.plain(upTo: position, of: device, reach: reach)
  }
}
