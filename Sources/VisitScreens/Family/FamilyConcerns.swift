import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The concerns about the family that the reader may see.
struct FamilyConcerns: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  private var concerns: [ConcernRow] {
    ConcernReport(desk.caseload, now: desk.now, family: file.id).rows
  }
  var rows: Int { desk.caseload.concerns.about(file.id).count }
  var count: Int? { rows == 0 ? nil : rows }

  private func concern(_ selection: Int?) -> ConcernFile? {
    let concerns = concerns
    return selection.flatMap { $0 < concerns.count ? concerns[$0].file : nil }
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    guard let file = concern(selection) else { return [] }
    return [Command("open", .open, keys: [.enter], at: desk)] + ConcernScreen.commands(on: file, at: desk)
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    guard let file = concern(selection) else { return nil }
    if act == .open { return [.push(ConcernScreen(file.id, at: desk))] }
    let effects = ConcernScreen.perform(act, on: file, at: desk)
    return effects.isEmpty ? nil : effects
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let concerns = concerns
    guard !concerns.isEmpty else {
      let lines = CellText.wrapped(desk.words("family.noconcerns"), to: max(10, area.columns - 2))
      return draw(lines.map { PageLine(String($0), .dim) }, in: area, &place, on: &grid)
    }
    let table = ConcernColumns(desk: desk, width: area.columns, withFamily: false)
    let (header, list) = area.splitTop(1)
    table.layout.drawHeader(in: header, on: &grid)
    for (row, index) in place.cursor.visibleRange(rows: list.rows).enumerated() where index < concerns.count {
      table.layout.drawRow(
        table.cells(concerns[index]), in: list.line(row), on: &grid, selected: index == place.cursor.selection
      )
    }
  }
}
