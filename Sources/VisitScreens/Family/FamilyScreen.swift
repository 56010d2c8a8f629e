import Terminal
import VisitLibrary
import VisitModel

/// One family's file: overview, people, visits, check-ins and history, a tab each.
struct FamilyScreen: Screen {
  /// The parts of the file, in the order of their digits.
  enum Tab: Int, CaseIterable, Sendable {
    case overview = 1, people, visits, checkIns, history
  }

  let family: FamilyID
  private(set) var tab: Tab
  private var cursors: [Tab: ListCursor] = [:]
  private var overviewScroll = PageScroll()

  init(_ family: FamilyID, tab: Tab = .overview, at desk: Desk) {
    self.family = family
    self.tab = tab
    refresh(at: desk)
  }

  func title(at desk: Desk) -> String {
    desk.words("families.title") + " > " + (file(at: desk).map(desk.title) ?? "")
  }

  private func file(at desk: Desk) -> FamilyFile? { desk.caseload.families[family] }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard let file = file(at: desk) else { return [back(at: desk)] }
    let hasPeople = !file.family.people.isEmpty
    var commands: [Command<Act>] = []
    let selected = selectedVisit(at: desk)
    if tab == .visits || tab == .checkIns || tab == .history {
      commands.append(Command("open", .open, keys: [.enter], at: desk))
    }
    commands += [
      Command(
        "visit", .logVisit, keys: [.character("v")], at: desk,
        unless: file.episode == nil ? desk.words("family.noepisode") : nil),
      Command(
        "checkin", .checkIn, keys: [.character("c")], at: desk,
        unless: hasPeople ? nil : desk.words("family.nobody")),
      Command("plan", .planVisit, keys: [.character("p")], at: desk),
    ]
    if tab == .visits, let selected {
      commands += [
        Command(
          "amend", .amendVisit, keys: [.character("a")], at: desk,
          unless: selected.isRetracted ? desk.words("fault.alreadyRetracted") : nil),
        Command(
          "retract", .retractVisit, keys: [.character("x")], at: desk,
          unless: selected.isRetracted ? desk.words("fault.alreadyRetracted") : nil),
      ]
    } else if tab == .checkIns {
      commands.append(
        Command(
          "retract", .retractVisit, keys: [.character("x")], at: desk,
          unless: selectedCheckIn(at: desk) == nil ? desk.words("family.nothingselected") : nil))
    } else {
      commands.append(
        Command("amend", .amendFamily, keys: [.character("a")], at: desk, unless: desk.officeOnly))
    }
    commands.append(
      Command(
        "move", .moveEpisode, keys: [.character("m")], at: desk,
        unless: desk.officeOnly))
    commands += [
      Command(
        "followup", .followUpDone, keys: [.character("f")], at: desk,
        unless: file.openFollowUps.isEmpty ? desk.words("family.nofollowup") : nil,
        onKeyLine: !file.openFollowUps.isEmpty),
      Command("tabs", .nextTab, keys: [.tab, .right], at: desk, onKeyLine: false),
      Command("tabback", .previousTab, keys: [.backTab, .left], at: desk, onKeyLine: false),
    ]
    commands += Tab.allCases.map {
      Command(
        "tab\($0.rawValue)", .tab($0.rawValue), keys: [.character(Character("\($0.rawValue)"))], at: desk,
        onKeyLine: false)
    }
    return commands + [back(at: desk)]
  }

  private func back(at desk: Desk) -> Command<Act> {
    Command("back", .back, keys: [.escape, .character("q")], at: desk)
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    guard let file = file(at: desk) else { return [.pop] }
    switch act {
    case .back: return [.pop]
    case .open: return open(at: desk)
    case .logVisit:
      return [
        .openDraft(
          Draft.Key(form: .visit, family: family), orElse: VisitFormScreen(family, at: desk))
      ]
    case .checkIn: return [.push(CheckInScreen(family, at: desk))]
    case .planVisit: return [.push(FormScreen.plan(file, at: desk))]
    case .moveEpisode: return [.push(FormScreen.move(file, at: desk))]
    case .amendFamily:
      return [
        .openDraft(
          Draft.Key(form: .amendFamily, family: family), orElse: FormScreen.amendFamily(file, at: desk))
      ]
    case .followUpDone: return [.push(FormScreen.followUp(file, at: desk))]
    case .amendVisit:
      guard let visit = selectedVisit(at: desk) else { return [] }
      return [
        .openDraft(
          Draft.Key(form: .amendVisit(visit.id), family: family),
          orElse: VisitFormScreen(family, purpose: .amend(visit.id), at: desk))
      ]
    case .retractVisit:
      if let checkIn = selectedCheckIn(at: desk), tab == .checkIns {
        return [.push(FormScreen.retractCheckIn(checkIn.id, at: desk))]
      }
      return selectedVisit(at: desk).map { [.push(FormScreen.retract($0.id, at: desk))] } ?? []
    case .nextTab: show(Tab(rawValue: tab.rawValue + 1) ?? .overview)
    case .previousTab: show(Tab(rawValue: tab.rawValue - 1) ?? .history)
    case .tab(let number): show(Tab(rawValue: number) ?? tab)
    default: break
    }
    return []
  }

  private mutating func show(_ tab: Tab) { self.tab = tab }

  private func open(at desk: Desk) -> [Effect] {
    switch tab {
    case .visits: return selectedVisit(at: desk).map { [.push(VisitScreen($0.id, at: desk))] } ?? []
    case .checkIns:
      return selectedCheckIn(at: desk).map { [.push(CheckInResultScreen($0.id, at: desk))] } ?? []
    case .history:
      guard let file = file(at: desk), let row = cursors[.history]?.selection else { return [] }
      let lines = FamilyHistory(file: file, desk: desk).lines
      return lines[row].visit.map { [.push(VisitScreen($0, at: desk))] } ?? []
    case .overview, .people: return []
    }
  }

  private func selectedVisit(at desk: Desk) -> Record<Visit>? {
    guard let file = file(at: desk), let row = cursors[.visits]?.selection else { return nil }
    let visits = FamilyVisits(file: file, desk: desk).visits
    return row < visits.count ? visits[row] : nil
  }

  private func selectedCheckIn(at desk: Desk) -> Record<CheckIn>? {
    guard let file = file(at: desk), let row = cursors[.checkIns]?.selection else { return nil }
    let checkIns = Array(file.standingCheckIns.reversed())
    return row < checkIns.count ? checkIns[row] : nil
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    if tab == .overview { overviewScroll.handle(key) } else { _ = cursors[tab]?.handle(key) }
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    switch event.kind {
    case .wheelUp: scroll(by: -3)
    case .wheelDown: scroll(by: 3)
    case .press, .double:
      if event.position.row == area.row + 1 {
        if let clicked = FamilyTabs(tab: tab, family: family, desk: desk).tab(
          at: event.position.column - area.column)
        {
          show(clicked)
        }
        return []
      }
      let offset = event.position.row - listArea(area).row
      let isOnRow = cursors[tab]?.click(offset: offset) ?? false
      if isOnRow, event.kind == .double { return open(at: desk) }
    case .release: break
    }
    return []
  }

  private mutating func scroll(by rows: Int) {
    guard let selection = cursors[tab]?.selection else { return }
    cursors[tab]?.select(selection + rows)
  }

  mutating func refresh(at desk: Desk) {
    guard let file = file(at: desk) else { return }
    let counts: [Tab: Int] = [
      .visits: file.visits.count, .checkIns: file.standingCheckIns.count,
      .history: FamilyHistory(file: file, desk: desk).count, .people: file.family.people.count,
    ]
    for (tab, count) in counts {
      var cursor = cursors[tab] ?? ListCursor(count: count)
      cursor.reselect(nil, count: count)
      cursors[tab] = cursor
    }
  }

  private func listArea(_ area: Rect) -> Rect { area.splitTop(3).rest }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let file = file(at: desk) else { return }
    FamilyTabs(tab: tab, family: family, desk: desk).draw(in: area.splitTop(2).top, on: &grid)
    let list = listArea(area)
    cursors[tab]?.pageRows = list.rows
    let cursor = cursors[tab] ?? ListCursor(count: 0)
    switch tab {
    case .overview:
      let overview = FamilyOverview(file: file, desk: desk)
      overview.draw(in: area.splitTop(2).rest, &overviewScroll, on: &grid)
    case .people: FamilyPeople(file: file, desk: desk).draw(in: area.splitTop(2).rest, cursor, on: &grid)
    case .visits: FamilyVisits(file: file, desk: desk).draw(in: area.splitTop(2).rest, cursor, on: &grid)
    case .checkIns: FamilyCheckIns(file: file, desk: desk).draw(in: area.splitTop(2).rest, cursor, on: &grid)
    case .history: FamilyHistory(file: file, desk: desk).draw(in: area.splitTop(2).rest, cursor, on: &grid)
    }
    if grid.cursor == nil { grid.cursor = area.origin }
  }
}
