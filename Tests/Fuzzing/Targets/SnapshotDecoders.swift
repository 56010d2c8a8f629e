import VisitModel

@testable import VisitJournal

/// What a snapshot holds once its chunks are open, and its header.
enum SnapshotDecoders {
  static let all = [
    Decoder(name: "snapshot", attempt: snapshot), Decoder(name: "snapshot-header", attempt: header),
  ]

  private static func header(_ bytes: [UInt8]) {
    guard let found = SnapshotHeader(bytes) else { return }
    demand(found.bytes == bytes, "a snapshot's header reads as another")
  }

  /// The plain bytes as somebody with the key might have sealed them.
  private static func snapshot(_ bytes: [UInt8]) {
    guard let contents = SnapshotContents(SnapshotPages(plain: bytes)) else { return }
    _ = contents.standings()
    _ = contents.activeStandings(and: [])
    _ = contents.mapOutlines(without: []) { $0.count }
    _ = contents.volunteer(VolunteerNumber(1))
    _ = contents.records()
    _ = contents.records(in: RecordID(bits: 0)...RecordID(bits: 1 << 59))
    _ = contents.ordinal(holding: RecordID(bits: 7))
    for ordinal in contents.places.indices.prefix(8) {
      _ = contents.standing(ordinal)
      _ = contents.file(ordinal)
      _ = contents.entry(at: 0, of: ordinal)
    }
    if let batch = contents.batch(
      contents.places.indices, [.ids, .entered, .amounts, .places, .words], without: [])
    {
      for share in batch.shares { for row in share.rows { _ = batch.row(row, of: share) } }
    }
  }
}
