import Terminal
import VisitLibrary
import VisitModel

/// The family's visits, latest first; what was taken back stays to be seen, marked.
struct FamilyVisits: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  /// Every visit, those taken back too, latest day first.
  var visits: [Record<Visit>] { file.visitsNewestFirst }

  var rows: Int { file.visits.count }
  var count: Int? { file.visits.count { !$0.isRetracted } }

  private func visit(_ selection: Int?) -> Record<Visit>? {
    let visits = visits
    return selection.flatMap { $0 < visits.count ? visits[$0] : nil }
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    guard let visit = visit(selection) else { return [] }
    let why = visit.isRetracted ? desk.words("fault.alreadyRetracted") : nil
    return [
      Command("open", .open, keys: [.enter], at: desk),
      Command("amend", .amendVisit, keys: [.character("a")], at: desk, unless: why),
      Command("retract", .retractVisit, keys: [.character("x")], at: desk, unless: why),
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    guard let visit = visit(selection) else { return nil }
    switch act {
    case .open: return [.push(VisitScreen(visit.id, at: desk))]
    case .amendVisit:
      return [
        .openDraft(
          Draft.Key(form: .amendVisit(visit.id), family: file.id),
          orElse: VisitFormScreen(file.id, purpose: .amend(visit.id), at: desk))
      ]
    case .retractVisit: return [.push(FormScreen.retract(visit.id, at: desk))]
    default: return nil
    }
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    guard !file.visits.isEmpty else {
      grid.write(desk.words("family.novisits"), at: area.position(1, 1), style: .dim)
      return
    }
    let layout = VisitColumns.layout(withFamily: false, width: area.columns, at: desk)
    layout.drawHeader(in: area.splitTop(1).top, on: &grid)
    let list = area.splitTop(1).rest
    let visits = visits
    for (row, index) in place.cursor.visibleRange(rows: list.rows).enumerated() where index < visits.count {
      let record = visits[index]
      guard let visit = record.lastSaid else { continue }
      let cells = VisitColumns.cells(
        visit, isRetracted: record.isRetracted, isCorrected: record.isCorrected, at: desk)
      layout.drawRow(cells, in: list.line(row), on: &grid, selected: index == place.cursor.selection)
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

  /// The cells of one visit, with what its family is called where the list is of several.
  static func cells(
    _ visit: Visit, isRetracted: Bool, isCorrected: Bool, family: String? = nil, at desk: Desk
  ) -> [TableCell] {
    let style: Style = isRetracted ? .dim : .normal
    let mark = isRetracted ? "✗" : isCorrected ? "*" : ""
    let outcome =
      isRetracted
      ? desk.words("visit.retracted") : desk.words("outcome.\(visit.outcome.kind.wordKey)")
    let who = visit.volunteers.first.map { desk.caseload.volunteers[$0]?.shortName ?? $0.description }
    var cells = [TableCell(mark, style), TableCell(desk.long(visit.day), style)]
    if let family { cells.append(TableCell(family, style)) }
    cells += [
      TableCell(outcome, visit.outcome.kind.isContact ? style : .dim),
      TableCell(visit.outcome.contact.map(\.minutes.text) ?? "", style),
      TableCell(who ?? desk.words("visit.office"), style),
      TableCell((visit.note.isEmpty ? visit.familyWords : visit.note).oneLine, .dim),
    ]
    return cells
  }
}
