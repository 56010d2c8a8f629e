import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// How the caseload is drawn: the counts above it, and a row a family with a mark, a word and a trend.
struct FamiliesDrawing {
  let desk: Desk
  let report: CaseloadReport
  let sort: CaseloadSort

  func drawSummary(in line: Rect, on grid: inout Grid) {
    var counts = [desk.words.count("families.count", report.rows.count)]
    func add(_ key: String, _ count: Int) {
      if count > 0 { counts.append(desk.words.count(key, count)) }
    }
    add("families.overdue", report.count(of: .overdueHome))
    add("families.needyou", report.needYouNow)
    add("families.concerns", desk.caseload.concerns.openCount)
    add("families.waiting", report.count(of: .waiting))
    add("families.unwritten", report.count(of: .unwritten))
    add("families.followups", report.openFollowUps)
    grid.write(" " + counts.joined(separator: "   "), at: line.origin, maxColumns: line.columns)
    let shown = desk.words("families.sort", ["column": desk.words("sort.\(sort.rawValue)")])
    let used = CellText.width(of: counts.joined(separator: "   ")) + 4
    guard used + CellText.width(of: shown) < line.columns else { return }
    grid.writeRight(shown, at: line.origin, columns: line.columns - 1, style: .dim)
  }

  private func layout(width: Int) -> ColumnLayout {
    func title(_ id: String) -> String { desk.words("column.\(id)") }
    return ColumnLayout(
      [
        Column(id: "mark", title: "", minimum: 1),
        Column(id: "number", title: title("number"), minimum: 6),
        Column(id: "family", title: title("family"), minimum: 9, isFlexible: true),
        Column(id: "stage", title: title("stage"), minimum: 9, ideal: 17, priority: 4),
        Column(id: "volunteer", title: title("visitor"), minimum: 8, ideal: 11, priority: 5),
        Column(id: "seen", title: title("seen"), minimum: 6, alignment: .right, priority: 1),
        Column(id: "next", title: title("next"), minimum: 7, priority: 3),
        Column(id: "coping", title: title("coping"), minimum: 10, ideal: 14, priority: 2),
        Column(id: "because", title: title("because"), minimum: 8, ideal: 16, priority: 1, isFlexible: true),
      ], width: width)
  }

  func drawRows(
    _ rows: [CaseloadRow], _ visible: Range<Int>, selected: Int?, header: Rect, list: Rect,
    on grid: inout Grid
  ) {
    let layout = layout(width: list.columns)
    layout.drawHeader(in: header, on: &grid)
    for (line, index) in visible.enumerated() {
      layout.drawRow(
        cells(rows[index]), in: list.line(line), on: &grid, selected: index == selected)
    }
  }

  private func cells(_ row: CaseloadRow) -> [TableCell] {
    let style = style(row.urgency)
    let stage = desk.words("stage.\(row.stage.wordKey)")
    let seen =
      row.daysSinceSeen.map { desk.words("days.short", ["days": "\($0)"]) } ?? desk.words("seen.never")
    let isPast = row.isPastSeenLimit
    let next = row.next.map { desk.short($0.day) + ($0.day < desk.today ? "!" : "") }
    return [
      TableCell(mark(row.urgency), style), TableCell(row.number.description, style.bolded),
      TableCell(row.name), TableCell(stage), TableCell(row.volunteerShortName ?? "-"),
      TableCell(seen + (isPast ? "!" : ""), isPast ? .caution : .normal),
      TableCell(next ?? desk.words("next.none"), next == nil ? .dim : .normal),
      TableCell(coping(row.coping), row.coping.change == .worse ? .caution : .normal),
      TableCell(row.reasons.first.map(desk.reason) ?? "", style),
    ]
  }

  private func mark(_ urgency: Urgency) -> String {
    switch urgency {
    case .now: "‼"
    case .soon: "!"
    case .watch: "·"
    case .none: ""
    }
  }

  private func style(_ urgency: Urgency) -> Style {
    switch urgency {
    case .now: .alarm
    case .soon: .caution
    case .watch, .none: .normal
    }
  }

  private func coping(_ trend: CopingTrend) -> String {
    guard let latest = trend.latest else { return "-" }
    let spark = Sparkline.text(
      values: trend.points.suffix(4).map { Double($0.count) / 100 }, scale: 0...5,
      glyphs: desk.isUnicode ? .eighths : .ascii)
    let arrow: String =
      switch trend.change {
      case .better: desk.isUnicode ? "↑" : "up"
      case .worse: desk.isUnicode ? "↓" : "down"
      default: ""
      }
    return "\(CellText.padded(spark, to: 4)) \(latest.text(decimals: 1)) \(arrow)"
  }
}

extension Desk {
  /// A reason in words.
  func reason(_ reason: CaseloadReason) -> String {
    var values: [String: String] = [:]
    switch reason {
    case .dangerAnswer(let id, let day), .lowWellbeing(let id, let day), .reliablyWorse(let id, let day):
      values["name"] = instruments[id]?.shortTitle ?? id.rawValue
      values["day"] = short(day)
    case .overdueHome(let minutes): values["late"] = Minutes(minutes).text
    case .unwritten(let planned, _): values["day"] = short(planned)
    case .concernLate(let minutes), .concernOpen(let minutes):
      values["length"] = ConcernLine.length(minutes, at: self)
    case .notSeen, .reviewOverdue, .waiting, .followUpOverdue, .replyOverdue, .consentExpired, .actionOverdue:
      break
    }
    let key = "reason." + reason.key.filter { $0.isLetter }
    guard let days = reason.days else { return words(key, values) }
    return words.count(key, days, values)
  }
}
