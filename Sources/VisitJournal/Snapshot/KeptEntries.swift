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
      guard let entry = try? KeptLine.next(in: &scribe)?.entry() else { return nil }
      entries.append(entry)
    }
    return entries
  }

  /// The first of the entries that the bytes begin with; nil where they begin with none.
  static func first(of bytes: [UInt8]) -> KeptEntry? {
    var scribe = Scribe(reading: bytes)
    return try? KeptLine.next(in: &scribe)?.entry()
  }

  /// Where each of the entries lies among the bytes, by its number.
  static func places(in bytes: [UInt8]) -> [EntryNumber: Int] {
    var scribe = Scribe(reading: bytes)
    var places: [EntryNumber: Int] = [:]
    while !scribe.isAtEnd {
      let start = scribe.place
      guard let number = KeptLine.skip(in: &scribe) else { break }
      places[number] = start
    }
    return places
  }
}

/// One opened entry in a snapshot.
struct KeptLine: Kept {
  var number: EntryNumber
  var outer: [UInt8]
  var box: [UInt8]?

  static var blank: KeptLine { KeptLine(number: .blank, outer: [], box: nil) }

  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&number)
    scribe.pass(&outer)
    var isOpen = box != nil
    scribe.pass(&isOpen)
    guard isOpen else {
      box = nil
      return
    }
    var inner = box ?? []
    scribe.pass(&inner)
    box = inner
  }

  /// The bytes of a line, without making one.
  static func bytes(_ number: EntryNumber, outer: ArraySlice<UInt8>, box: some Collection<UInt8>) -> [UInt8] {
    var number = number
    var scribe = Scribe(reserving: outer.count + box.count + 16)
    scribe.pass(&number)
    scribe.write(outer)
    var isOpen = true
    scribe.pass(&isOpen)
    scribe.write(box)
    return scribe.bytes
  }

  /// The line that a scribe comes to next; nil where there is none.
  static func next(in scribe: inout Scribe) -> KeptLine? {
    var line = KeptLine.blank
    line.pass(through: &scribe)
    return scribe.isLost ? nil : line
  }

  /// Goes over the line that a scribe comes to next, and says its number.
  static func skip(in scribe: inout Scribe) -> EntryNumber? {
    var number = EntryNumber.blank
    var isOpen = false
    scribe.pass(&number)
    scribe.skipBytes()
    scribe.pass(&isOpen)
    if isOpen { scribe.skipBytes() }
    return scribe.isLost ? nil : number
  }

  /// The entry that the line says.
  func entry() throws(RecordError) -> KeptEntry {
    KeptEntry(entry: try OpenedEntry(outer: outer, box: box).entry(), number: number)
  }
}
