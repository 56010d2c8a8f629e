import Terminal
import VisitLibrary
import VisitModel

/// The services the family was pointed to and uses, those that go on first.
struct FamilyServices: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  /// The uses that stand: those that go on first, then the latest.
  private var uses: [UsedService] {
    file.services.standing.sorted { left, right in
      left.state.isClosed != right.state.isClosed ? right.state.isClosed : left.since > right.since
    }
  }

  var rows: Int { file.services.standing.count }
  var count: Int? { rows == 0 ? nil : file.services.standing.count { !$0.state.isClosed } }

  private func use(_ selection: Int?) -> UsedService? {
    let uses = uses
    return selection.flatMap { $0 < uses.count ? uses[$0] : nil }
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    let own = desk.coordinatorOnly
    let use = use(selection)
    let nothing = use == nil ? desk.words("family.nothingselected") : nil
    let over = (use?.state.isClosed ?? false) ? desk.words("services.over") : nil
    let notAttending =
      use.map { $0.state == .attending } ?? false ? nil : desk.words("services.notattending")
    return [
      Command(
        "moveservice", .moveService, keys: [.enter, .character("e")], at: desk, unless: own ?? nothing ?? over
      ),
      Command("useservice", .useService, keys: [.character("n")], at: desk, unless: own),
      Command(
        "session", .noteSession, keys: [.character("s")], at: desk, unless: own ?? nothing ?? notAttending),
      Command("amend", .amendUse, keys: [.character("a")], at: desk, unless: own ?? nothing),
      Command(
        "retract", .retractUse, keys: [.character("x")], at: desk, unless: own ?? nothing, onKeyLine: false),
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    if act == .useService { return [.push(FormScreen.useService(file, at: desk))] }
    guard let use = use(selection) else { return nil }
    switch act {
    case .moveService: return [.push(FormScreen.moveService(use, of: file, at: desk))]
    case .noteSession: return [.push(FormScreen.noteSession(use, of: file, at: desk))]
    case .amendUse: return [.push(FormScreen.amendUse(use, of: file, at: desk))]
    case .retractUse: return [.push(FormScreen.retractUse(use, of: file, at: desk))]
    default: return nil
    }
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let visited = cameUp.flatMap { CellText.wrapped($0, to: max(10, area.columns - 2)).map { String($0) } }
      .prefix(area.rows / 3)
    guard rows > 0 else {
      let lines = [PageLine(desk.words("family.noservices"), .dim)] + visited.map { PageLine($0) }
      draw(lines, in: area, &place, on: &grid)
      return
    }
    let (page, below) = area.splitBottom(visited.count)
    for (row, line) in visited.enumerated() { grid.write(line, at: below.position(1, row), style: .dim) }
    let layout = ColumnLayout(
      [
        Column(id: "service", title: desk.words("column.service"), minimum: 16, isFlexible: true),
        Column(id: "state", title: desk.words("column.stage"), minimum: 11, ideal: 13),
        Column(id: "since", title: desk.words("column.since"), minimum: 10, ideal: 12, priority: 1),
        Column(id: "sessions", title: desk.words("column.sessions"), minimum: 8, priority: 3),
        Column(id: "note", title: desk.words("column.note"), minimum: 10, priority: 2, isFlexible: true),
      ], width: page.columns)
    layout.drawHeader(in: page.splitTop(1).top, on: &grid)
    let list = page.splitTop(1).rest
    let uses = uses
    for (row, index) in place.cursor.visibleRange(rows: list.rows).enumerated() where index < uses.count {
      layout.drawRow(
        cells(uses[index]), in: list.line(row), on: &grid, selected: index == place.cursor.selection)
    }
  }

  /// The services that came up on visits, in a sentence each for those the family was pointed to and those gone to together.
  private var cameUp: [String] {
    let visits = file.standingVisits.compactMap(\.current)
    func line(_ key: String, _ services: (Visit) -> [ServiceOnVisit]) -> String? {
      var told: Set<ServiceOnVisit> = []
      let named = visits.flatMap { visit in
        services(visit).filter { told.insert($0).inserted }.map {
          "\(desk.caseload.directory.title(of: $0)) (\(desk.short(visit.day)))"
        }
      }
      return named.isEmpty ? nil : desk.words(key, ["services": named.joined(separator: ", ")])
    }
    return [
      line("family.services.pointed") { $0.signposted },
      line("family.services.together") { $0.attendedTogether },
    ]
    .compactMap(\.self)
  }

  private func cells(_ used: UsedService) -> [TableCell] {
    let style: Style = used.state.isClosed ? .dim : .normal
    var title = desk.caseload.directory.title(of: used.said.service)
    if let level = used.said.level { title += ", " + desk.words("level.\(level.wordKey)") }
    if let work = used.said.infantWork { title += ", " + desk.words("infantwork.\(work.wordKey)") }
    let sessions = used.sessions.isEmpty ? "" : "\(used.attended) / \(used.sessions.count)"
    return [
      TableCell(title, style), TableCell(desk.words("servicestate.\(used.state.wordKey)"), style),
      TableCell(desk.long(used.since), style), TableCell(sessions, style),
      TableCell((used.words.isEmpty ? used.said.purpose : used.words).oneLine, .dim),
    ]
  }
}
