import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

/// The journal itself: its entries as they came, with number, time and author, the newest first; and the check of its chain.
///
/// Of a journal of millions of entries the newest are shown: all of them would fill the memory.
struct JournalScreen: ListScreen {
  private let entries: [KeptEntry]
  /// How many there are, those that are not shown among them.
  private let entryCount: Int
  private let isWhole: Bool
  private var rows: [Int]
  /// The words of each entry, folded once when the filter is opened for the first time.
  private var folded: [FoldedText] = []
  var list = FilteredList()

  init(journal: Journal, at desk: Desk) {
    var entries: [KeptEntry] = []
    var count = 0
    do throws(JournalError) {
      try journal.forEachEntry { entry in
        count += 1
        entries.append(entry)
        if entries.count == 2 * JournalScreen.shownMax { entries.removeFirst(JournalScreen.shownMax) }
      }
      isWhole = true
    } catch {
      isWhole = false
    }
    entryCount = count
    self.entries = entries.suffix(JournalScreen.shownMax).reversed()
    rows = Array(self.entries.indices)
    list.arrange(count: rows.count, selecting: nil)
  }

  /// How many entries are shown at most.
  private static let shownMax = 50_000

  func title(at desk: Desk) -> String { desk.words("journal.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard !list.isTyping else { return [] }
    var commands = [
      Command("open", .open, keys: [.enter], at: desk),
      Command("verify", .verify, keys: [.character("v")], at: desk),
      Command("filter", .filter, keys: [.character("/")], at: desk),
      Command(
        "settings", .settings, keys: [.character("e")], at: desk,
        unless: desk.caseload.maySet(desk.member) ? nil : desk.words("settings.not")),
      Command("instruments", .instruments, keys: [.character("i")], at: desk, unless: desk.officeOnly),
    ]
    if list.filter.isActive { commands.append(Command("showall", .back, keys: [.escape], at: desk)) }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .filter:
      if folded.isEmpty { folded = entries.map { JournalLine($0, at: desk).folded } }
      list.openFilter()
    case .verify: return [.verify]
    case .settings: return [.push(FormScreen.settings(at: desk))]
    case .instruments: return [.push(InstrumentsScreen(at: desk))]
    case .back:
      list.clearFilter()
      arrange(at: desk)
    case .open:
      guard let row = list.selection else { return [] }
      let line = JournalLine(entries[rows[row]], at: desk)
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

  mutating func arrange(at desk: Desk) {
    let wanted = FoldedText(list.filter.text)
    rows = entries.indices.filter { !list.filter.isActive || folded[$0].contains(wanted) }
    list.arrange(count: rows.count, selecting: nil)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    if list.filter.isOpen || list.filter.isActive {
      list.filter.draw(in: top, matches: rows.count, of: entries.count, on: &grid, at: desk)
    } else {
      let count = desk.words.count("journal.count", entryCount)
      let shown =
        entries.count < entryCount ? "   " + desk.words("journal.newest", ["count": "\(entries.count)"]) : ""
      grid.write(
        " " + (isWhole ? count + shown : desk.words("journal.unreadable")), at: top.origin,
        maxColumns: top.columns)
    }
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.entry"), minimum: 6, alignment: .right),
        Column(id: "when", title: desk.words("column.entered"), minimum: 16, ideal: 22, priority: 1),
        Column(id: "author", title: desk.words("column.author"), minimum: 8, ideal: 14, priority: 2),
        Column(id: "kind", title: desk.words("column.what"), minimum: 12, ideal: 22),
        Column(id: "family", title: desk.words("column.family"), minimum: 10, priority: 3, isFlexible: true),
      ], width: area.columns)
    let (header, body) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    for (row, index) in list.visible(rows: body.rows).enumerated() {
      let line = JournalLine(entries[rows[index]], at: desk)
      layout.drawRow(
        [line.number, line.when, line.author, line.kind, line.about].map { TableCell($0) },
        in: body.line(row), on: &grid, selected: index == list.selection)
    }
    if grid.cursor == nil { grid.cursor = body.origin }
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
  /// The words of the line as a filter looks through them.
  var folded: FoldedText { FoldedText([number, when, author, kind, about].joined(separator: " ")) }

  init(_ kept: KeptEntry, at desk: Desk) {
    number = kept.number.description
    when = desk.entered(kept.entry.stamp)
    author = desk.caseload.name(of: kept.entry.author)
    kind = desk.words("fact.\(kept.entry.fact.kind)")
    family = kept.entry.fact.family
    about =
      family.flatMap { id in
        desk.caseload.families[id].map { file in
          "\(desk.caseload.families.number(of: id) ?? file.number) \(file.family.name)"
        }
      } ?? ""
    visit =
      switch kept.entry.fact {
      case .visitRecorded: kept.entry.id
      case .visitAmended(let amendment, _), .visitRetracted(let amendment, _): amendment.record
      default: nil
      }
  }
}
