internal import VisitModel

/// The file `journal.id`: which journal this is, and in which format. Nothing personal stands in it.
///
/// ```
/// visitbook journal
/// format 1
/// journal 0123456789abcdef0123456789abcdef
/// check 1a2b3c4d
/// ```
/// The last line is the CRC-32C of those before it. It is written last when a journal is made: without it there is none.
struct JournalIdentity: Hashable {
  static let format = 1
  let journal: LogID

  /// Twelve letters and digits that tell this scheme's journal from others: on the screen, and on the name of a backup.
  var code: String {
    RecordID(bits: journal.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }).description
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    let text = "visitbook journal\nformat \(JournalIdentity.format)\njournal \(journal.hex)\n"
    return Array((text + "check \(JournalIdentity.check(text))\n").utf8)
  }

  /// Reads the file of the journal at `root`.
  static func read(_ root: JournalPath, _ fileSystem: any FileSystem) throws(JournalError) -> JournalIdentity
  {
    let path = JournalLayout(root).identity
    let bytes: [UInt8]
    do throws(DiskError) {
      bytes = try fileSystem.readAll(path)
    } catch {
      if error.cause == .notFound { throw .noJournal(root) }
      throw .disk(error)
    }
    let lines = String(decoding: bytes.prefix(512), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 5, lines[0] == "visitbook journal", lines[1].hasPrefix("format "),
      let format = Int(lines[1].dropFirst(7))
    else { throw .fileDamaged(path) }
    guard format == JournalIdentity.format else { throw .newerFormat(path, version: format) }
    let text = lines[..<3].map { $0 + "\n" }.joined()
    guard lines[2].hasPrefix("journal "), let journal = LogID(hex: String(lines[2].dropFirst(8))),
      JournalIdentity(journal: journal).bytes == bytes, lines[3] == "check " + check(text)
    else { throw .fileDamaged(path) }
    return JournalIdentity(journal: journal)
  }

  private static func check(_ text: String) -> String {
    let digits = String(Checksum.of(Array(text.utf8)), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
