import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The volunteers of the scheme: whom each visits, their hours this month, and what stands between each and a match.
struct VolunteersScreen: ListScreen {
  /// One volunteer as the list shows them.
  private struct Row: Sendable {
    let volunteer: Volunteer
    let readiness: Readiness
    let families: [String]
    let contact: Minutes
    let words: String
  }

  private var all: [Row] = []
  /// How many there are of each standing: the first line shows them at every key.
  private var standings: [VolunteerStanding: Int] = [:]
  private var rows: [Row] = []
  var list = FilteredList()

  init(at desk: Desk) { gather(at: desk, keeping: nil) }

  private mutating func gather(at desk: Desk, keeping number: VolunteerNumber?) {
    let roll = VolunteerRoll(desk.caseload, on: desk.today)
    let work = VolunteerWork.inMonth(desk.today.month, desk.caseload)
    all = desk.caseload.volunteersInOrder.map { volunteer in
      let readiness = roll.readiness(of: volunteer.number)
      let families = roll.families(of: volunteer.number).map { desk.title(of: $0) }
      let standing = desk.seesReadiness ? desk.words("standing.\(readiness.standing.rawValue)") : ""
      let said =
        [volunteer.number.description, volunteer.name, volunteer.phone ?? "", standing] + families
        + volunteer.areas + volunteer.languages + volunteer.interests
      return Row(
        volunteer: volunteer, readiness: readiness, families: families,
        contact: work[volunteer.number]?.contact ?? .zero,
        words: said.joined(separator: " "))
    }
    standings = all.reduce(into: [:]) { counts, row in counts[row.readiness.standing, default: 0] += 1 }
    arrange(keeping: number)
  }

  mutating func arrange(at desk: Desk) { arrange(keeping: selected?.number) }

  private mutating func arrange(keeping number: VolunteerNumber?) {
    let filter = WordFilter(list.filter.text)
    rows = all.filter { filter.holds(of: $0.words) }
    list.arrange(
      count: rows.count,
      selecting: number.flatMap { number in rows.firstIndex { $0.volunteer.number == number } })
  }

  private var selected: Volunteer? { list.selection.map { rows[$0].volunteer } }

  func title(at desk: Desk) -> String { desk.words("volunteers.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard !list.isTyping else { return [] }
    let nothing = selected == nil ? desk.words("volunteers.nothing") : nil
    var commands = [
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("newvolunteer", .newVolunteer, keys: [.character("n")], at: desk, unless: desk.coordinatorOnly),
      Command("outboard", .outBoard, keys: [.character("o")], at: desk),
      Command("filter", .filter, keys: [.character("/")], at: desk),
    ]
    if list.filter.isActive { commands.append(Command("showall", .back, keys: [.escape], at: desk)) }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .open: return selected.map { [.push(VolunteerScreen($0.number, at: desk))] } ?? []
    case .outBoard: return [.push(OutBoardScreen(at: desk))]
    case .newVolunteer: return [.push(FormScreen.newVolunteer(at: desk))]
    case .filter: list.openFilter()
    case .back:
      list.clearFilter()
      arrange(at: desk)
    default: break
    }
    return []
  }

  mutating func refresh(at desk: Desk) { gather(at: desk, keeping: selected?.number) }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    if list.filter.isOpen || list.filter.isActive {
      list.filter.draw(in: top, matches: rows.count, of: all.count, on: &grid, at: desk)
    } else {
      grid.write(" " + summary(at: desk), at: top.origin, maxColumns: top.columns)
    }
    let layout = layout(width: area.columns, at: desk)
    let (header, body) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    for (line, index) in list.visible(rows: body.rows).enumerated() {
      layout.drawRow(
        cells(rows[index], at: desk), in: body.line(line), on: &grid, selected: index == list.selection)
    }
    if rows.isEmpty {
      let key = all.isEmpty ? "volunteers.empty" : "volunteers.nomatch"
      grid.writeWrapped(desk.words(key), in: body.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = body.origin }
  }

  /// "12 volunteers   7 ready   2 lapsed".
  private func summary(at desk: Desk) -> String {
    var parts = [desk.words.count("volunteers.count", all.count)]
    guard desk.seesReadiness else { return parts[0] }
    for standing in VolunteerStanding.allCases {
      let count = standings[standing] ?? 0
      if count > 0 { parts.append("\(count) \(desk.words("standing.\(standing.rawValue)"))") }
    }
    return parts.joined(separator: "   ")
  }

  private func layout(width: Int, at desk: Desk) -> ColumnLayout {
    let month = desk.words("month.\(desk.today.month.number).short")
    var columns = [
      Column(id: "number", title: desk.words("column.number"), minimum: 5),
      Column(id: "name", title: desk.words("column.name"), minimum: 12, ideal: 20),
    ]
    if desk.seesReadiness {
      columns.append(
        Column(id: "standing", title: desk.words("column.standing"), minimum: 9, ideal: 24, isFlexible: true))
    }
    columns += [
      Column(
        id: "hours", title: desk.words("column.hours", ["month": month]), minimum: 9, alignment: .right,
        priority: 3),
      Column(id: "phone", title: desk.words("column.phone"), minimum: 12, ideal: 14, priority: 4),
      Column(
        id: "families", title: desk.words("column.families"), minimum: 10, priority: 2, isFlexible: true),
    ]
    return ColumnLayout(columns, width: width)
  }

  private func cells(_ row: Row, at desk: Desk) -> [TableCell] {
    var cells = [TableCell(row.volunteer.number.description), TableCell(row.volunteer.name)]
    if desk.seesReadiness { cells.append(desk.standingCell(row.readiness)) }
    return cells + [
      TableCell(row.contact == .zero ? "" : row.contact.text), TableCell(row.volunteer.phone ?? ""),
      TableCell(row.families.joined(separator: ", ")),
    ]
  }
}

extension Desk {
  /// Whether the member reads what readiness is worked out from.
  var seesReadiness: Bool { officeOnly == nil }

  /// Where a volunteer stands, with the first thing that is missing.
  func standingCell(_ readiness: Readiness) -> TableCell {
    let word = words("standing.\(readiness.standing.rawValue)")
    switch readiness.standing {
    case .ready: return TableCell(word)
    case .inactive, .full: return TableCell(word, .dim)
    case .lapsed, .preparing:
      let gap = readiness.gaps.first { $0 != .inactive }.map { ": " + self.gap($0) } ?? ""
      return TableCell(word + gap, readiness.standing == .lapsed ? .caution : .normal)
    }
  }

  /// What is missing, in a few words with short days.
  func gap(_ gap: ReadinessGap) -> String {
    switch gap {
    case .checkExpired(let day): words("gap.checkExpired", ["day": long(day)])
    case .supervisionDue(let day): words("gap.supervisionDue", ["day": long(day)])
    default: words.sentence(for: gap)
    }
  }
}
