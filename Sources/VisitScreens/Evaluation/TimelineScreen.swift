import Terminal
public import VisitLibrary
import VisitModel
public import VisitReports

/// One timeline of everything that happened to a family: a calendar strip with the scores above it, and the list below.
struct TimelineScreen: Screen {
  let family: FamilyID
  private var timeline: FamilyTimeline?
  private var cursor = ListCursor(count: 0)

  init(_ family: FamilyID, at desk: Desk) {
    self.family = family
    refresh(at: desk)
  }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func title(at desk: Desk) -> String {
    let name = desk.caseload.families[family].map(desk.title) ?? ""
    return desk.words("timeline.title", ["family": name])
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    [
      Command(
        "open", .open, keys: [.enter], at: desk,
        unless: opened(at: desk) == nil ? desk.words("timeline.notopen") : nil),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .back: [.pop]
    case .open: opened(at: desk).map { [.push($0)] } ?? []
    default: []
    }
  }

  private func opened(at desk: Desk) -> (any Screen)? {
    guard let row = cursor.selection, let events = timeline?.events, row < events.count,
      let id = events[row].record
    else { return nil }
    switch events[row].kind {
    case .visit, .missedVisit: return VisitScreen(id, at: desk)
    case .checkIn: return CheckInResultScreen(id, at: desk)
    case .review where desk.officeOnly == nil:
      return ReviewFormScreen(family, purpose: .amend(id), at: desk)
    default: return nil
    }
  }

  mutating func refresh(at desk: Desk) {
    timeline = desk.caseload.families[family].map {
      FamilyTimeline($0, in: desk.caseload, lists: desk.lists, shelf: desk.shelf)
    }
    cursor.reselect(cursor.selection, count: timeline?.events.count ?? 0)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    cursor.handle(event, firstRow: area.row + 4) ? perform(.open, at: desk) : []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let timeline else { return }
    let (top, rest) = area.splitTop(min(4, max(0, area.rows - 2)))
    if top.rows == 4 {
      draw(timeline.strip(columns: area.columns - 2, today: desk.today), in: top, on: &grid, at: desk)
    }
    let layout = ColumnLayout(
      [
        Column(id: "day", title: "", minimum: 10, ideal: 15),
        Column(id: "mark", title: "", minimum: 1),
        Column(id: "what", title: "", minimum: 12, isFlexible: true),
      ], width: area.columns)
    cursor.pageRows = max(1, rest.rows)
    for (row, index) in cursor.visibleRange(rows: rest.rows).enumerated() where index < timeline.events.count
    {
      let event = timeline.events[index]
      let style: Style =
        switch event.kind {
        case .concern: .caution
        case .move, .review: .strong
        case .letter, .missedVisit: .dim
        default: .normal
        }
      layout.drawRow(
        [
          TableCell(desk.long(event.day)), TableCell(String(event.kind.mark), style),
          TableCell(desk.words.said(event).oneLine, style),
        ], in: rest.line(row), on: &grid, selected: index == cursor.selection)
    }
    if timeline.events.isEmpty {
      grid.write(desk.words("timeline.empty"), at: rest.position(1, 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = rest.origin }
  }

  private func draw(_ strip: TimelineStrip, in area: Rect, on grid: inout Grid, at desk: Desk) {
    let scores = Sparkline.text(
      values: strip.scores.map { $0.map { Double($0.count) / 100 } }, scale: 0...5,
      glyphs: desk.isUnicode ? .eighths : .ascii)
    grid.write(scores, at: area.position(1, 0), style: .chart, maxColumns: area.columns - 1)
    grid.write(
      String(strip.marks.map { $0?.mark ?? (desk.isUnicode ? "·" : ".") }), at: area.position(1, 1),
      maxColumns: area.columns - 1)
    // A month is named where it begins, as long as the name before leaves room.
    var free = 0
    for column in strip.marks.indices {
      let day = strip.day(of: column)
      let isNew = column == 0 || strip.day(of: column - 1).month != day.month
      guard isNew, column >= free else { continue }
      let name = desk.words("month.\(day.civil.month).short")
      guard 1 + column + CellText.width(of: name) < area.columns else { break }
      grid.write(name, at: area.position(1 + column, 2), style: .dim)
      free = column + CellText.width(of: name) + 1
    }
    grid.write(
      desk.words.count("timeline.scale", strip.daysPerColumn), at: area.position(1, 3), style: .dim,
      maxColumns: area.columns - 1)
  }
}

extension Words {
  /// Something on a timeline in words.
  public func said(_ event: TimelineEvent) -> String { self("timeline.\(event.kind.rawValue)", event.values) }
}
