internal import VisitModel

/// Opened entries one behind the other, as a snapshot keeps them: number, outer part, box or that there is none.
struct KeptEntries {
  private var scribe = Scribe()

  var bytes: [UInt8] { scribe.bytes }

  /// Adds an entry.
  mutating func add(_ number: EntryNumber, _ opened: OpenedEntry) {
    var line = KeptLine(number: number, outer: opened.outer, box: opened.box)
    scribe.pass(&line)
  }

  /// The entries that the bytes are; nil where they are none, or where one of them cannot be read.
  static func read(_ bytes: [UInt8]) -> [KeptEntry]? {
    var scribe = Scribe(reading: bytes)
    var entries: [KeptEntry] = []
    while !scribe.isAtEnd {
      var line = KeptLine.blank
      scribe.pass(&line)
      guard !scribe.isLost, let entry = try? OpenedEntry(outer: line.outer, box: line.box).entry() else {
        return nil
      }
      entries.append(KeptEntry(entry: entry, number: line.number))
    }
    return entries
  }
}

/// One opened entry in a snapshot.
private struct KeptLine: Kept {
  var number: EntryNumber
  var outer: [UInt8]
  var box: [UInt8]?

  static var blank: KeptLine { KeptLine(number: .blank, outer: [], box: nil) }

  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&number)
    scribe.pass(&outer)
    var isOpen = box != nil
    scribe.pass(&isOpen)
    guard isOpen else { return }
    var inner = box ?? []
    scribe.pass(&inner)
    box = inner
  }
}
