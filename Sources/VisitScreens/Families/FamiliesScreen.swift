import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The first screen: every family of the caseload, the most pressing first; a volunteer sees their own.
struct FamiliesScreen: ListScreen {
  private(set) var report: CaseloadReport
  /// Every row in the order that is asked for: a letter of a filter looks through them and sorts nothing.
  private var sorted: [CaseloadRow] = []
  private(set) var rows: [CaseloadRow] = []
  private(set) var sort = CaseloadSort.need
  var list = FilteredList()

  init(at desk: Desk) {
    report = FamiliesScreen.report(at: desk)
    sorted = sort.sorted(report.rows)
    arrange(keeping: nil)
  }

  private static func report(at desk: Desk) -> CaseloadReport {
    CaseloadReport(
      desk.caseload, instruments: desk.shelf, today: desk.today, time: desk.now.time, viewer: desk.member,
      shown: { row in row.reasons.map(desk.reason) })
  }

  mutating func arrange(at desk: Desk) { arrange(keeping: selected?.id) }

  private mutating func arrange(keeping id: FamilyID?) {
    rows = CaseloadFilter(list.filter.text).rows(sorted)
    list.arrange(count: rows.count, selecting: id.flatMap { id in rows.firstIndex { $0.id == id } })
  }

  var selected: CaseloadRow? { list.selection.map { rows[$0] } }

  func familyInFront(at desk: Desk) -> FamilyID? { selected?.id }

  func title(at desk: Desk) -> String {
    desk.words(desk.member.role.isOffice ? "families.title" : "families.title.own")
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    let nothing = selected == nil ? desk.words("families.nothing") : nil
    guard !list.isTyping else { return [] }
    let isOut =
      selected.flatMap { desk.caseload.families.standing(of: $0.id) }.map { !$0.out.isEmpty } ?? false
    var commands = [
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("visit", .logVisit, keys: [.character("v")], at: desk, unless: nothing),
      Command("checkin", .checkIn, keys: [.character("c")], at: desk, unless: nothing),
      Command("newfamily", .newFamily, keys: [.character("n")], at: desk, unless: desk.coordinatorOnly),
      Command("homesafe", .homeSafe, keys: [.character("h")], at: desk, unless: nothing, onKeyLine: isOut),
      Command("setout", .setOut, keys: [.character("o")], at: desk, unless: nothing, onKeyLine: false),
      Command("filter", .filter, keys: [.character("/")], at: desk),
      Command("sort", .sort, keys: [.character("s")], at: desk),
      Command("why", .familyHistory, keys: [.character("w")], at: desk, unless: nothing, onKeyLine: false),
      Command(
        "duplicates", .showDuplicates, keys: [.character("D")], at: desk, unless: desk.officeOnly,
        onKeyLine: false),
    ]
    if list.filter.isActive {
      commands.append(Command("showall", .back, keys: [.escape], at: desk))
    }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .newFamily:
      return [
        .openDraft(
          Draft.Key(form: .family, family: nil),
          orElse: FormScreen.newFamily(id: FamilyID(rawValue: desk.bits()), at: desk))
      ]
    case .showDuplicates: return [.push(DuplicatesScreen(at: desk))]
    case .filter: list.openFilter()
    case .back:
      list.clearFilter()
      arrange(at: desk)
    case .sort:
      let all = CaseloadSort.allCases
      let next = ((all.firstIndex(of: sort) ?? 0) + 1) % all.count
      sort = all[next]
      sorted = sort.sorted(report.rows)
      arrange(at: desk)
      return [.say(Message(.note, desk.words("sorted.by", ["column": desk.words("sort.\(sort.rawValue)")])))]
    default: break
    }
    guard let row = selected else { return [] }
    switch act {
    case .open: return [.push(FamilyScreen(row.id, at: desk))]
    case .logVisit:
      return [
        .openDraft(Draft.Key(form: .visit, family: row.id), orElse: VisitFormScreen(row.id, at: desk))
      ]
    case .checkIn: return [.push(CheckInScreen(row.id, at: desk))]
    case .familyHistory: return [.ask(why(row, at: desk))]
    case .homeSafe: return Effect.homeSafe(row.id, at: desk)
    case .setOut: return [.push(FormScreen.setOut(row.id, at: desk))]
    default: return []
    }
  }

  /// Every reason a family stands where it stands, and the rule it stands there by.
  private func why(_ row: CaseloadRow, at desk: Desk) -> Question {
    let reasons = row.reasons.map { "· " + desk.reason($0) }
    let text = (reasons.isEmpty ? [desk.words("why.none")] : reasons) + ["", desk.words("why.rule")]
    return Question(
      title: "\(row.number) \(row.name)", text: text.joined(separator: "\n"), yes: { _ in [] },
      yesTitle: desk.words("question.close"), yesKey: .escape, isNotice: true)
  }

  var changesWithTime: Bool { report.isAnyoneOut }

  mutating func refresh(at desk: Desk) {
    let kept = selected?.id
    report = FamiliesScreen.report(at: desk)
    sorted = sort.sorted(report.rows)
    arrange(keeping: kept)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let drawing = FamiliesDrawing(desk: desk, report: report, sort: sort)
    drawing.drawSummary(in: area.splitTop(1).top, on: &grid)
    let (header, body) = area.splitTop(1).rest.splitTop(1)
    let visible = list.visible(rows: body.rows)
    drawing.drawRows(rows, visible, selected: list.selection, header: header, list: body, on: &grid)
    if list.filter.isOpen || list.filter.isActive {
      list.filter.draw(
        in: area.splitTop(1).top, matches: rows.count, of: report.rows.count, on: &grid, at: desk)
    }
    if rows.isEmpty {
      let key = report.rows.isEmpty ? "families.empty" : "families.nomatch"
      grid.writeWrapped(desk.words(key), in: body.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = body.origin }
  }
}
