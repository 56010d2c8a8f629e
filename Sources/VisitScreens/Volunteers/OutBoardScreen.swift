import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// Who is out on a visit: overdue first, then out, planned for today, home again. One key says that somebody is safely home.
struct OutBoardScreen: Screen {
  private var board: OutBoard
  private var cursor: ListCursor

  init(at desk: Desk) {
    board = OutBoard(desk.caseload, now: desk.now, viewer: desk.member)
    cursor = ListCursor(count: board.rows.count)
  }

  var changesWithTime: Bool { board.rows.contains { $0.state == .out || $0.state == .overdue } }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String { desk.words("outboard.title") }

  private var selected: OutBoard.Row? { cursor.selection.map { board.rows[$0] } }

  func commands(at desk: Desk) -> [Command<Act>] {
    let nothing = selected == nil ? desk.words("families.nothing") : nil
    let isOut = selected?.state == .out || selected?.state == .overdue
    let notOut = nothing ?? (isOut ? nil : desk.words("outboard.notout"))
    return [
      Command("homesafe", .homeSafe, keys: [.character("h")], at: desk, unless: notOut),
      Command(
        "setout", .setOut, keys: [.character("o")], at: desk,
        unless: nothing ?? (isOut ? desk.words("outboard.isout") : nil)),
      Command("expectlater", .expectLater, keys: [.character("l")], at: desk, unless: notOut),
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    guard act != .back, let row = selected else { return [.pop] }
    switch act {
    case .homeSafe: return Effect.homeSafe(row.family, at: desk)
    case .setOut: return [.push(FormScreen.setOut(row.family, at: desk))]
    case .expectLater: return [.push(FormScreen.expectLater(row.family, at: desk))]
    case .open: return [.push(FamilyScreen(row.family, at: desk))]
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    cursor.handle(event, firstRow: area.row + 2) ? perform(.open, at: desk) : []
  }

  mutating func refresh(at desk: Desk) {
    let kept = selected?.family
    board = OutBoard(desk.caseload, now: desk.now, viewer: desk.member)
    cursor.reselect(
      kept.flatMap { kept in board.rows.firstIndex { $0.family == kept } }, count: board.rows.count)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    let counts = OutBoard.State.allCases.compactMap { state -> String? in
      let count = board.rows.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(desk.words("outboard.\(state.rawValue)"))"
    }
    grid.write(
      " " + counts.joined(separator: "   "), at: top.origin, style: board.overdue > 0 ? .alarm : .normal,
      maxColumns: top.columns)
    let layout = ColumnLayout(
      [
        Column(id: "mark", title: "", minimum: 1),
        Column(id: "state", title: desk.words("column.where"), minimum: 8, ideal: 16),
        Column(id: "volunteer", title: desk.words("column.volunteer"), minimum: 9, ideal: 18),
        Column(id: "phone", title: desk.words("column.phone"), minimum: 12, ideal: 14, priority: 2),
        Column(id: "family", title: desk.words("column.family"), minimum: 10, isFlexible: true),
        Column(id: "left", title: desk.words("column.left"), minimum: 6, priority: 1),
        Column(id: "home", title: desk.words("column.home"), minimum: 6),
      ], width: area.columns)
    let (header, list) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    cursor.pageRows = max(1, list.rows)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      layout.drawRow(
        cells(board.rows[index], at: desk), in: list.line(line), on: &grid,
        selected: index == cursor.selection)
    }
    if board.rows.isEmpty {
      grid.writeWrapped(desk.words("outboard.empty"), in: list.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }

  private func cells(_ row: OutBoard.Row, at desk: Desk) -> [TableCell] {
    let style: Style = row.state == .overdue ? .alarm : row.state == .home ? .dim : .normal
    let state =
      row.state == .overdue
      ? desk.words("outboard.late", ["late": Minutes(row.overdueMinutes).text])
      : desk.words("outboard.\(row.state.rawValue)")
    let home = row.home.map { $0.day == desk.today ? $0.time.description : desk.long($0.day) + " \($0.time)" }
    return [
      TableCell(row.state == .overdue ? "‼" : "", style), TableCell(state, style),
      TableCell(row.volunteer.map { desk.caseload.name(of: $0) } ?? "-", style),
      TableCell(row.volunteer.flatMap { desk.caseload.volunteers[$0]?.phone } ?? ""),
      TableCell("\(row.number) \(row.name)", style), TableCell(row.begins?.description ?? ""),
      TableCell(home ?? "", style),
    ]
  }
}

extension Effect {
  /// Whoever is out at a family is safely home: one key, no form.
  static func homeSafe(_ family: FamilyID, at desk: Desk) -> [Effect] {
    do throws(Refusal) {
      let facts = try ComeHome(family: family).facts(in: desk.caseload, now: desk.now)
      let name = desk.caseload.families.standing(of: family)?.out.first.map {
        desk.caseload.name(of: $0.volunteer)
      }
      return [
        .record(facts) { _, desk in
          [
            .say(
              Message(
                .done,
                desk.words("outboard.said", ["volunteer": name ?? "", "time": desk.now.time.description])))
          ]
        }
      ]
    } catch {
      return [.say(Message(.caution, error.problems.first.map { desk.sentence($0) } ?? ""))]
    }
  }
}

extension FormScreen {
  /// Notes that a volunteer sets out.
  static func setOut(_ family: FamilyID, at desk: Desk) -> FormScreen {
    let file = desk.caseload.families[family]
    let home = desk.now.advanced(byMinutes: file?.usualOuting ?? 180)
    let isOffice = desk.member.role.isOffice
    var fields: [FormField] = [
      .line(.left, desk.now.time.description, at: desk, row: 1, width: 7),
      .line(
        .expectedHome, home.time.description, at: desk, row: 1, width: 8,
        hint: desk.words("outboard.expected.hint")),
    ]
    if isOffice {
      fields.insert(
        .choice(
          .volunteer, desk.volunteerOptions, selected: file?.volunteer?.description, at: desk,
          appearance: .list, width: 30), at: 0)
    }
    let own = desk.member.volunteer?.description ?? ""
    return FormScreen(
      heading: desk.words("outboard.setout", ["family": file.map { desk.title(of: $0) } ?? ""]),
      form: Form(fields)
    ) { form, desk throws(Refusal) in
      let facts = try SetOut(
        family: family,
        volunteer: isOffice ? form.choice(of: Field.volunteer.rawValue) ?? "" : own,
        left: form.text(of: Field.left.rawValue), expectedHome: form.text(of: Field.expectedHome.rawValue)
      ).facts(in: desk.caseload, now: desk.now)
      return [.recordAndReturn(facts)]
    }
  }

  /// Notes that somebody who is out will be later than was thought.
  static func expectLater(_ family: FamilyID, at desk: Desk) -> FormScreen {
    let file = desk.caseload.families[family]
    return FormScreen(
      heading: desk.words("outboard.later", ["family": file.map { desk.title(of: $0) } ?? ""]),
      form: Form([
        .line(
          .expectedHome, at: desk, width: 8, isRequired: true, hint: desk.words("outboard.expected.hint")),
        .line(.reason, at: desk, isRequired: true),
      ])
    ) { form, desk throws(Refusal) in
      let facts = try ExpectLater(
        family: family, expectedHome: form.text(of: Field.expectedHome.rawValue),
        reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, now: desk.now)
      return [.recordAndReturn(facts)]
    }
  }
}
