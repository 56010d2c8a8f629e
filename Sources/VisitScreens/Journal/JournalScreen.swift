import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

/// The journal itself: every entry as it came, with its number, time and author; and the check of its chain.
struct JournalScreen: Screen {
  private let lines: [JournalLine]
  private var rows: [Int]
  private var filter = FilterLine()
  private var cursor: ListCursor
  private let check: @Sendable (Desk) -> String

  init(journal: Journal, at desk: Desk) {
    var lines: [JournalLine] = []
    var failure: JournalError?
    do throws(JournalError) {
      try journal.forEachEntry { lines.append(JournalLine($0, at: desk)) }
    } catch {
      failure = error
    }
    self.lines = lines.reversed()
    rows = Array(self.lines.indices)
    cursor = ListCursor(count: rows.count)
    let report = failure == nil ? journal.verify() : nil
    check = { desk in
      guard let report else { return desk.words("journal.unreadable") }
      return desk.words.count(
        report.verdict == .good ? "journal.good" : "journal.bad", report.facts.entries,
        ["frames": "\(report.facts.frames)", "bytes": "\(report.facts.bytes)"])
    }
  }

  var isTyping: Bool { filter.isOpen }
  func title(at desk: Desk) -> String { desk.words("journal.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard !filter.isOpen else { return [] }
    var commands = [
      Command("open", .open, keys: [.enter], at: desk),
      Command("filter", .filter, keys: [.character("/")], at: desk),
    ]
    if filter.isActive { commands.append(Command("showall", .back, keys: [.escape], at: desk)) }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .filter: filter.open()
    case .back:
      filter.clear()
      arrange()
    case .open:
      guard let row = cursor.selection else { return [] }
      let line = lines[rows[row]]
      if let visit = line.visit, desk.caseload.visit(visit) != nil {
        return [.push(VisitScreen(visit, at: desk))]
      }
      if let family = line.family, desk.caseload.families[family] != nil {
        return [.push(FamilyScreen(family, at: desk))]
      }
    default: break
    }
    return []
  }

  private mutating func arrange() {
    let wanted = FoldedText(filter.text)
    rows = lines.indices.filter { filter.text.isEmpty || lines[$0].folded.contains(wanted) }
    cursor.reselect(nil, count: rows.count)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    if filter.isOpen {
      if cursor.handleWithoutLetters(key) { return [] }
      if filter.handle(key) { arrange() }
      return []
    }
    _ = cursor.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    if filter.isOpen || filter.isActive {
      filter.draw(in: top, matches: rows.count, of: lines.count, on: &grid, at: desk)
    } else {
      grid.write(" " + check(desk), at: top.origin, maxColumns: top.columns)
    }
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.entry"), minimum: 6, alignment: .right),
        Column(id: "when", title: desk.words("column.entered"), minimum: 16, ideal: 22, priority: 1),
        Column(id: "author", title: desk.words("column.author"), minimum: 8, ideal: 14, priority: 2),
        Column(id: "kind", title: desk.words("column.what"), minimum: 12, ideal: 22),
        Column(id: "family", title: desk.words("column.family"), minimum: 10, priority: 3, isFlexible: true),
      ], width: area.columns)
    let (header, list) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    cursor.pageRows = max(1, list.rows)
    for (row, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      let line = lines[rows[index]]
      layout.drawRow(
        [line.number, line.when, line.author, line.kind, line.about].map { TableCell($0) },
        in: list.line(row), on: &grid, selected: index == cursor.selection)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}

/// One entry as a line.
struct JournalLine: Sendable {
  let number: String
  let when: String
  let author: String
  let kind: String
  let about: String
  let family: FamilyID?
  let visit: RecordID?
  let folded: FoldedText

  init(_ kept: KeptEntry, at desk: Desk) {
    number = kept.number.description
    when = desk.entered(kept.entry.stamp)
    author = desk.caseload.name(of: kept.entry.author)
    kind = desk.words("fact.\(kept.entry.fact.kind)")
    family = kept.entry.fact.family
    about = family.flatMap { desk.caseload.families[$0] }.map(desk.title) ?? ""
    visit =
      switch kept.entry.fact {
      case .visitRecorded: kept.entry.id
      case .visitAmended(let amendment, _), .visitRetracted(let amendment, _): amendment.record
      default: nil
      }
    folded = FoldedText([number, when, author, kind, about].joined(separator: " "))
  }
}
