import Terminal
import VisitLibrary
import VisitModel

/// Every entry about a family, latest first: when, by whom, what it was, and why where it was a correction.
struct FamilyHistory: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  /// One entry as a line.
  struct Line {
    let stamp: Stamp
    let number: EntryNumber?
    let author: String
    let what: String
    let visit: RecordID?
  }

  /// How many entries there are, without wording any.
  var rows: Int {
    file.details.versions.count + file.visits.reduce(0) { $0 + $1.versions.count }
      + file.checkIns.reduce(0) { $0 + $1.versions.count }
  }

  /// The entries, latest first.
  var lines: [Line] {
    var lines: [Line] = []
    for (index, version) in file.details.versions.enumerated() {
      let key = index == 0 ? "history.family.added" : "history.family.amended"
      lines.append(line(version, desk.words(key, ["reason": version.reason?.text ?? ""])))
    }
    for record in file.visits {
      for (index, version) in record.versions.enumerated() {
        let day = (version.value ?? record.lastSaid).map { desk.long($0.day) } ?? ""
        let key =
          index == 0
          ? "history.visit.recorded"
          : version.value == nil ? "history.visit.retracted" : "history.visit.amended"
        lines.append(
          line(
            version, desk.words(key, ["day": day, "reason": version.reason?.text ?? ""]), visit: record.id))
      }
    }
    for record in file.checkIns {
      for version in record.versions {
        let instrument = record.lastSaid?.instrument
        let name = instrument.flatMap { desk.instruments[$0]?.shortTitle } ?? ""
        let key = version.value == nil ? "history.checkin.retracted" : "history.checkin.recorded"
        lines.append(line(version, desk.words(key, ["name": name, "reason": version.reason?.text ?? ""])))
      }
    }
    return lines.sorted { $0.stamp > $1.stamp }
  }

  private func line<Value>(_ version: Version<Value>, _ what: String, visit: RecordID? = nil) -> Line {
    Line(
      stamp: version.stamp, number: version.number, author: desk.caseload.name(of: version.author),
      what: what, visit: visit)
  }

  var count: Int? { nil }

  private func visit(_ selection: Int?) -> RecordID? {
    let lines = lines
    return selection.flatMap { $0 < lines.count ? lines[$0].visit : nil }
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    selection == nil ? [] : [Command("open", .open, keys: [.enter], at: desk)]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    act == .open ? visit(selection).map { [.push(VisitScreen($0, at: desk))] } ?? [] : nil
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let layout = ColumnLayout(
      [
        Column(id: "entered", title: desk.words("column.entered"), minimum: 16, ideal: 22),
        Column(id: "entry", title: desk.words("column.entry"), minimum: 6, alignment: .right, priority: 2),
        Column(id: "author", title: desk.words("column.author"), minimum: 8, ideal: 12, priority: 1),
        Column(id: "what", title: desk.words("column.what"), minimum: 12, isFlexible: true),
      ], width: area.columns)
    layout.drawHeader(in: area.splitTop(1).top, on: &grid)
    let list = area.splitTop(1).rest
    let lines = lines
    for (row, index) in place.cursor.visibleRange(rows: list.rows).enumerated() where index < lines.count {
      let line = lines[index]
      layout.drawRow(
        [
          TableCell(desk.entered(line.stamp)), TableCell(line.number?.description ?? ""),
          TableCell(line.author), TableCell(line.what.oneLine),
        ], in: list.line(row), on: &grid, selected: index == place.cursor.selection)
    }
  }
}
