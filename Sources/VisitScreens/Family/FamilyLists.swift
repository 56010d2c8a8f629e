import Terminal
import VisitLibrary
import VisitModel

// The lists of a family's file: its people, its visits, its check-ins.

/// Everyone in the family, a row each.
struct FamilyPeople {
  let file: FamilyFile
  let desk: Desk

  func draw(in area: Rect, _ cursor: ListCursor, on grid: inout Grid) {
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.number"), minimum: 3),
        Column(id: "name", title: desk.words("column.name"), minimum: 12, ideal: 24),
        Column(id: "role", title: desk.words("column.role"), minimum: 8, ideal: 12, priority: 1),
        Column(id: "age", title: desk.words("column.age"), minimum: 9, ideal: 26, priority: 2),
        Column(id: "notes", title: desk.words("column.notes"), minimum: 8, priority: 3, isFlexible: true),
      ], width: area.columns)
    layout.drawHeader(in: area.splitTop(1).top, on: &grid)
    let list = area.splitTop(1).rest
    for (row, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      let person = file.family.people[index]
      var notes: [String] = []
      if person.isMainCarer { notes.append(desk.words("family.maincarer")) }
      if person.birth.isInFirst1001Days(on: desk.today) { notes.append(desk.words("family.1001days")) }
      if !person.livesHere { notes.append(desk.words("family.elsewhere")) }
      layout.drawRow(
        [
          TableCell(person.number.description), TableCell(person.name),
          TableCell(desk.words("person.\(person.role.rawValue)")),
          TableCell(person.birth == .unknown ? "" : desk.age(person)),
          TableCell(notes.joined(separator: ", "), .dim),
        ], in: list.line(row), on: &grid, selected: index == cursor.selection)
    }
  }
}

/// The family's visits, latest first; what was taken back stays to be seen, marked.
struct FamilyVisits {
  let file: FamilyFile
  let desk: Desk

  /// Every visit, those taken back too, latest day first.
  var visits: [Record<Visit>] { file.visitsNewestFirst }

  func draw(in area: Rect, _ cursor: ListCursor, on grid: inout Grid) {
    guard !file.visits.isEmpty else {
      grid.write(desk.words("family.novisits"), at: area.position(1, 1), style: .dim)
      return
    }
    let layout = VisitColumns.layout(withFamily: false, width: area.columns, at: desk)
    layout.drawHeader(in: area.splitTop(1).top, on: &grid)
    let list = area.splitTop(1).rest
    let visits = visits
    for (row, index) in cursor.visibleRange(rows: list.rows).enumerated() where index < visits.count {
      layout.drawRow(
        VisitColumns.cells(visits[index], file: file, withFamily: false, at: desk), in: list.line(row),
        on: &grid, selected: index == cursor.selection)
    }
  }
}

/// The columns of a list of visits, wherever one is shown.
enum VisitColumns {
  static func layout(withFamily: Bool, width: Int, at desk: Desk) -> ColumnLayout {
    var columns = [
      Column(id: "mark", title: "", minimum: 1),
      Column(id: "day", title: desk.words("column.day"), minimum: 10, ideal: 15),
    ]
    if withFamily {
      columns.append(Column(id: "family", title: desk.words("column.family"), minimum: 10, ideal: 18))
    }
    columns += [
      Column(id: "outcome", title: desk.words("column.outcome"), minimum: 8, ideal: 18, priority: 2),
      Column(
        id: "minutes", title: desk.words("column.length"), minimum: 6, alignment: .right, priority: 1),
      Column(id: "volunteer", title: desk.words("column.volunteer"), minimum: 9, ideal: 11, priority: 3),
      Column(
        id: "note", title: desk.words("column.note"), minimum: 10, priority: 4, isFlexible: true),
    ]
    return ColumnLayout(columns, width: width)
  }

  static func cells(
    _ record: Record<Visit>, file: FamilyFile, withFamily: Bool, at desk: Desk
  ) -> [TableCell] {
    guard let visit = record.lastSaid else { return [] }
    let style: Style = record.isRetracted ? .dim : .normal
    let mark = record.isRetracted ? "✗" : record.isCorrected ? "*" : ""
    let outcome =
      record.isRetracted
      ? desk.words("visit.retracted") : desk.words("outcome.\(visit.outcome.kind.wordKey)")
    let who = visit.volunteers.first.map { desk.caseload.volunteers[$0]?.shortName ?? $0.description }
    var cells = [TableCell(mark, style), TableCell(desk.long(visit.day), style)]
    if withFamily { cells.append(TableCell("\(file.number) \(file.family.name)", style)) }
    cells += [
      TableCell(outcome, visit.outcome.kind.isContact ? style : .dim),
      TableCell(visit.outcome.contact.map(\.minutes.text) ?? "", style),
      TableCell(who ?? desk.words("visit.office"), style),
      TableCell((visit.note.isEmpty ? visit.familyWords : visit.note).oneLine, .dim),
    ]
    return cells
  }
}

/// The family's check-ins, latest first, each with its scores, their words and the change since the one before.
struct FamilyCheckIns {
  let file: FamilyFile
  let desk: Desk

  func draw(in area: Rect, _ cursor: ListCursor, on grid: inout Grid) {
    let checkIns = Array(file.standingCheckIns.reversed())
    guard !checkIns.isEmpty else {
      grid.write(desk.words("family.nocheckins"), at: area.position(1, 1), style: .dim)
      return
    }
    let layout = ColumnLayout(
      [
        Column(id: "day", title: desk.words("column.day"), minimum: 10, ideal: 15),
        Column(id: "instrument", title: desk.words("column.checkin"), minimum: 8, ideal: 14),
        Column(id: "person", title: desk.words("column.person"), minimum: 8, ideal: 10, priority: 2),
        Column(id: "point", title: desk.words("column.point"), minimum: 7, priority: 3),
        Column(id: "score", title: desk.words("column.score"), minimum: 6, alignment: .right, priority: 0),
        Column(
          id: "change", title: desk.words("column.change"), minimum: 10, priority: 1, isFlexible: true),
      ], width: area.columns)
    layout.drawHeader(in: area.splitTop(1).top, on: &grid)
    let list = area.splitTop(1).rest
    for (row, index) in cursor.visibleRange(rows: list.rows).enumerated() where index < checkIns.count {
      guard let checkIn = checkIns[index].current else { continue }
      let line = CheckInLine(checkIn, file: file, at: desk)
      layout.drawRow(
        [
          TableCell(desk.long(checkIn.day)), TableCell(line.instrument), TableCell(line.person),
          TableCell(desk.words("point.\(checkIn.point.rawValue)")), TableCell(line.score),
          TableCell(line.change, line.isWorse ? .caution : .normal),
        ], in: list.line(row), on: &grid, selected: index == cursor.selection)
    }
  }
}
