import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// One entry of a family's history in full: who put it down and when, what it says, and what it said before.
struct HistoryEntryScreen: Screen {
  let family: FamilyID
  private let entry: HistoryEntry?
  private var scroll = PageScroll()

  /// The entry at a place in the family's history.
  init(_ family: FamilyID, place: Int, at desk: Desk) {
    self.family = family
    let entries =
      desk.caseload.families[family].map { FamilyHistoryReport($0, in: desk.caseload).entries } ?? []
    entry = place < entries.count ? entries[place] : nil
  }

  func title(at desk: Desk) -> String {
    let name = desk.caseload.families[family].map(desk.title) ?? ""
    return name + " > " + (entry.map { desk.words("fact.\($0.kind)") } ?? "")
  }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func familyInFront(at desk: Desk) -> FamilyID? { family }

  func commands(at desk: Desk) -> [Command<Act>] {
    [Command("back", .back, keys: [.escape, .character("q")], at: desk)]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] { act == .back ? [.pop] : [] }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    scroll.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let lines = lines(columns: area.columns - 2, at: desk)
    let first = scroll.first(of: lines.count, rows: area.rows)
    for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      grid.write(line.text, at: area.position(1, row), style: line.style, maxColumns: area.columns - 1)
    }
    grid.cursor = area.position(0, 0)
  }

  private func lines(columns: Int, at desk: Desk) -> [PageLine] {
    guard let entry, let file = desk.caseload.families[family] else { return [] }
    let reader = desk.factFields(file)
    var lines = wrapped(
      desk.words(
        "history.entry",
        [
          "entry": entry.number?.description ?? "-", "when": desk.entered(entry.stamp),
          "who": desk.caseload.name(of: entry.author),
        ]), columns)
    if !entry.reason.isEmpty {
      lines += wrapped(desk.words("history.entry.why", ["reason": entry.reason]), columns)
    }
    lines += [
      PageLine(""),
      PageLine(desk.words(entry.isRetraction ? "history.entry.had" : "history.entry.says"), .heading),
    ]
    for line in entry.said(reader) {
      lines += wrapped("\(desk.words.name(ofFact: line.name)): \(line.text)", columns)
    }
    let changes = entry.changes(reader)
    if !changes.isEmpty {
      lines += [PageLine(""), PageLine(desk.words("history.entry.before"), .heading)]
    }
    for change in changes { lines += wrapped(desk.words.sentence(for: change), columns) }
    return lines
  }

  private func wrapped(_ text: String, _ columns: Int) -> [PageLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      CellText.wrapped(String(line), to: max(10, columns)).map { PageLine(String($0)) }
    }
  }
}

extension Desk {
  /// What reads a family's facts field by field.
  func factFields(_ file: FamilyFile) -> FactFields {
    FactFields(caseload, lists: lists, family: file.family)
  }
}

extension Words {
  /// The name of a field of the model, in words.
  func name(ofFact field: String) -> String { text("pack.field.\(field)") ?? FactFields.words(field) }

  /// What a field said before and says since.
  func sentence(for change: HistoryEntry.Change) -> String {
    self(
      "version.change",
      [
        "field": name(ofFact: change.name), "old": change.old.isEmpty ? "-" : change.old,
        "new": change.new.isEmpty ? "-" : change.new,
      ])
  }

  /// An entry of a family's history on one line: what it was, what it says or what it changed, and why.
  func gist(of entry: HistoryEntry, _ reader: FactFields) -> String {
    let changes = entry.changes(reader)
    let what =
      changes.isEmpty
      ? entry.said(reader).map { "\(name(ofFact: $0.name)) \($0.text)" }.joined(separator: "; ")
      : changes.map { sentence(for: $0) }.joined(separator: "; ")
    let kind = self("fact.\(entry.kind)")
    let why = entry.reason.isEmpty ? "" : " (\(entry.reason))"
    return kind + why + (what.isEmpty ? "" : ": " + what)
  }
}
