import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The directory of services: what there is, for whom, and how many families use each now.
struct ServicesScreen: ListScreen {
  private struct Row: Sendable {
    let service: ServiceEntry
    let now: Int
    let ever: Int
    let words: String
  }

  private var all: [Row] = []
  private var rows: [Row] = []
  var list = FilteredList()

  init(at desk: Desk) { gather(at: desk, keeping: nil) }

  private mutating func gather(at desk: Desk, keeping number: ServiceNumber?) {
    let users = ServiceUsers(desk.caseload)
    all = desk.caseload.directory.inOrder.map { service in
      let own = users[service.number]
      let said =
        [
          service.number.description, service.organisation, service.name,
          service.kind.map(desk.lists.label(of:)) ?? "", service.tier?.rawValue ?? "", service.ages,
          service.about,
        ] + service.areas + service.levels.map(\.rawValue)
      return Row(
        service: service, now: own.count { $0.isOpen }, ever: own.count, words: said.joined(separator: " "))
    }
    arrange(keeping: number)
  }

  mutating func arrange(at desk: Desk) { arrange(keeping: selected?.number) }

  private mutating func arrange(keeping number: ServiceNumber?) {
    let filter = WordFilter(list.filter.text)
    rows = all.filter { filter.holds(of: $0.words) }
    list.arrange(
      count: rows.count,
      selecting: number.flatMap { number in rows.firstIndex { $0.service.number == number } })
  }

  private var selected: ServiceEntry? { list.selection.map { rows[$0].service } }

  func title(at desk: Desk) -> String { desk.words("services.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard !list.isTyping else { return [] }
    let nothing = selected == nil ? desk.words("services.nothing") : nil
    var commands = [
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("newservice", .newService, keys: [.character("n")], at: desk, unless: desk.officeOnly),
      Command(
        "amendservice", .amendService, keys: [.character("a")], at: desk, unless: desk.officeOnly ?? nothing),
      Command("filter", .filter, keys: [.character("/")], at: desk),
    ]
    if list.filter.isActive { commands.append(Command("showall", .back, keys: [.escape], at: desk)) }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .open: return selected.map { [.push(ServiceScreen($0.number, at: desk))] } ?? []
    case .newService: return [.push(FormScreen.newService(at: desk))]
    case .amendService: return selected.map { [.push(FormScreen.amendService($0, at: desk))] } ?? []
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
      grid.write(" " + desk.words.count("services.count", all.count), at: top.origin, maxColumns: top.columns)
    }
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.number"), minimum: 6),
        Column(id: "service", title: desk.words("column.service"), minimum: 16, isFlexible: true),
        Column(id: "kind", title: desk.words("column.kind"), minimum: 10, ideal: 18, priority: 2),
        Column(id: "tier", title: desk.words("column.tier"), minimum: 10, priority: 3),
        Column(id: "phone", title: desk.words("column.phone"), minimum: 12, ideal: 14, priority: 4),
        Column(
          id: "families", title: desk.words("column.familiesnow"), minimum: 9, alignment: .right, priority: 1),
      ], width: area.columns)
    let (header, body) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    for (line, index) in list.visible(rows: body.rows).enumerated() {
      let row = rows[index]
      let style: Style = row.service.isActive ? .normal : .dim
      layout.drawRow(
        [
          TableCell(row.service.number.description, style),
          TableCell(desk.caseload.directory.title(of: row.service.number), style),
          TableCell(row.service.kind.map(desk.lists.label(of:)) ?? "", style),
          TableCell(row.service.tier.map { desk.words("tier.\($0.rawValue)") } ?? "", style),
          TableCell(row.service.phone, style),
          TableCell(row.ever == 0 ? "" : "\(row.now) / \(row.ever)", style),
        ], in: body.line(line), on: &grid, selected: index == list.selection)
    }
    if rows.isEmpty {
      let key = all.isEmpty ? "services.empty" : "services.nomatch"
      grid.writeWrapped(desk.words(key), in: body.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = body.origin }
  }
}

/// One service: what the directory says of it, and the families who use it or did.
struct ServiceScreen: Screen {
  let number: ServiceNumber
  private var users: [ServiceUsers.User] = []
  private var cursor = ListCursor()

  init(_ number: ServiceNumber, at desk: Desk) {
    self.number = number
    refresh(at: desk)
  }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String {
    desk.words("services.title") + " > \(number) " + desk.caseload.directory.title(of: number)
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    let nothing = cursor.selection == nil ? desk.words("families.nothing") : nil
    return [
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("amendservice", .amendService, keys: [.character("a")], at: desk, unless: desk.officeOnly),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .open:
      return cursor.selection.map { [.push(FamilyScreen(users[$0].family, tab: .services, at: desk))] } ?? []
    case .amendService:
      return desk.caseload.directory[number].map { [.push(FormScreen.amendService($0, at: desk))] } ?? []
    case .back: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func refresh(at desk: Desk) {
    users = ServiceUsers(desk.caseload)[number].filter { user in
      desk.member.role.isOffice || desk.ownFamilies.contains { $0.id == user.family }
    }
    cursor.reselect(nil, count: users.count)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let service = desk.caseload.directory[number] else { return }
    var lines: [String] = []
    for (field, text) in facts(service, at: desk) where !text.isEmpty {
      let wrapped = CellText.wrapped(text, to: max(10, area.columns - 18))
      for (index, part) in wrapped.enumerated() {
        lines.append(
          CellText.padded(index == 0 ? desk.words.name(of: field) : "", to: 15) + " " + String(part))
      }
    }
    let (head, rest) = area.splitTop(min(lines.count, max(1, area.rows - 4)))
    for (row, line) in lines.prefix(head.rows).enumerated() {
      grid.write(line, at: head.position(1, row), maxColumns: head.columns - 1)
    }
    let (heading, list) = rest.splitTop(1)
    grid.write(
      " " + desk.words.count("services.families", users.count), at: heading.origin, style: .heading,
      maxColumns: heading.columns)
    cursor.pageRows = max(1, list.rows)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      guard let family = desk.caseload.families.standing(of: users[index].family) else { continue }
      let isSelected = index == cursor.selection
      let row = list.line(line)
      if isSelected {
        grid.fill(row, style: .selection)
        grid.cursor = row.origin
      }
      let state = desk.words(users[index].isOpen ? "services.now" : "services.once")
      grid.write(
        " \(isSelected ? ">" : " ") \(desk.title(of: family))   \(state)", at: row.origin,
        style: isSelected ? .selection : .normal, maxColumns: row.columns)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }

  private func facts(_ service: ServiceEntry, at desk: Desk) -> [(VisitModel.Field, String)] {
    [
      (.serviceKind, service.kind.map(desk.lists.label(of:)) ?? ""),
      (.tier, service.tier.map { desk.words("tier.\($0.rawValue)") } ?? ""),
      (.levels, service.levels.map { desk.words("level.\($0.wordKey)") }.joined(separator: ", ")),
      (.ages, service.ages), (.areas, service.areas.joined(separator: ", ")), (.phone, service.phone),
      (.email, service.email), (.website, service.website), (.address, service.address),
      (.howToRefer, service.howToRefer), (.about, service.about),
    ]
  }
}
