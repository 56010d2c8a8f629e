import Terminal
import VisitLibrary
import VisitModel

/// The family's check-ins, latest first, each with its scores, their words and the change since the one before.
struct FamilyCheckIns: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  private var checkIns: [Record<CheckIn>] { file.standingCheckIns.reversed() }
  var rows: Int { file.checkIns.count { !$0.isRetracted } }

  private func checkIn(_ selection: Int?) -> Record<CheckIn>? {
    let checkIns = checkIns
    return selection.flatMap { $0 < checkIns.count ? checkIns[$0] : nil }
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    let elsewhere = Command(
      "elsewhere", .checkInElsewhere, keys: [.character("e")], at: desk, unless: desk.officeOnly)
    guard selection != nil, rows > 0 else { return [elsewhere] }
    return [
      Command("open", .open, keys: [.enter], at: desk),
      Command("retract", .retractCheckIn, keys: [.character("x")], at: desk), elsewhere,
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    if act == .checkInElsewhere { return [.push(FormScreen.checkInElsewhere(file, at: desk))] }
    guard let checkIn = checkIn(selection) else { return nil }
    switch act {
    case .open: return [.push(CheckInResultScreen(checkIn.id, at: desk))]
    case .retractCheckIn: return [.push(FormScreen.retractCheckIn(checkIn.id, at: desk))]
    default: return nil
    }
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let checkIns = checkIns
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
    for (row, index) in place.cursor.visibleRange(rows: list.rows).enumerated() where index < checkIns.count {
      guard let checkIn = checkIns[index].current else { continue }
      let line = CheckInLine(checkIn, file: file, at: desk)
      layout.drawRow(
        [
          TableCell(desk.long(checkIn.day)), TableCell(line.instrument), TableCell(line.person),
          TableCell(desk.words("point.\(checkIn.point.rawValue)")), TableCell(line.score),
          TableCell(line.change, line.isWorse ? .caution : .normal),
        ], in: list.line(row), on: &grid, selected: index == place.cursor.selection)
    }
  }
}
