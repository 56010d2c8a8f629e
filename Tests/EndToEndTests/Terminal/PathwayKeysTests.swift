import Testing

extension TerminalRoom {
  @Suite("A family's whole way, from referral to ending, by keys alone")
  struct PathwayKeysTests {
    @Test("the screens do all that the commands do: both stories leave books whose exports are equal")
    func story() throws {
      let byKeys = try ReadyBook.copied()
      try PathwayStory.byKeys(byKeys)
      let byCommands = try ReadyBook.copied()
      try PathwayStory.byCommands(byCommands)

      // What two tellings of one story cannot share: the identity that a record draws at random (visitId, checkInId), the
      // number of its entry, since screens write things one by one that a command writes together, and the moment it was
      // entered, since the clock goes on.
      let drawn: Set<String> = ["visitId", "checkInId", "entry", "enteredAt"]
      for kind in ["families", "visits", "checkins", "outcomes"] {
        let keys = try byKeys.exported(kind, without: drawn)
        let commands = try byCommands.exported(kind, without: drawn)
        #expect(keys == commands, "the export of \(kind)")
        #expect(keys.count > 1, "the export of \(kind) has rows")
      }
      #expect(try byKeys.figures() == byCommands.figures())
      for run in [byKeys, byCommands] { #expect(try run("journal", "verify", "--deep").status == 0) }
    }
  }
}

extension BuiltProgram {
  /// The rows of an export, without the columns named.
  fileprivate func exported(_ kind: String, without columns: Set<String>) throws -> [[String]] {
    var run = self
    run.today = PathwayStory.lastDay
    let done = try run(
      "export", kind, "--period", "2026", "--to", folder.path("out-\(kind)"), "--identifiable", "--reason",
      "comparing")
    #expect(done.status == 0, "\(done.messages)")
    let rows = try CSVRows(folder.text("out-\(kind)/\(kind).csv")).rows
    let kept = rows.first.map { head in head.indices.filter { !columns.contains(head[$0]) } } ?? []
    return rows.map { row in kept.map { row[$0] } }
  }

  /// Every figure of the year but the minutes until a concern was in hand, which go by the clock on the wall.
  fileprivate func figures() throws -> [String] {
    var run = self
    run.today = PathwayStory.lastDay
    let done = try run("summary", "--period", "2026", "--figures", "--format", "csv")
    #expect(done.status == 0, "\(done.messages)")
    return done.lines.map(String.init).filter { !$0.contains("minutesToAcknowledge") }
  }
}

/// The rows of a file of comma-separated values, quotes and line ends within them too.
private struct CSVRows {
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var row: [String] = [], cell = "", isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        cell.unicodeScalars.append(rest.removeFirst())
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
  }
}
