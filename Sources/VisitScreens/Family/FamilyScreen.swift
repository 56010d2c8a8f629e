import Terminal
import VisitLibrary
import VisitModel

/// One family's file: overview, people, visits, check-ins, plan, services, concerns and history, a tab each.
struct FamilyScreen: Screen {
  /// The parts of the file, in the order of their digits.
  enum Tab: Int, CaseIterable, Sendable {
    case overview = 1, people, visits, checkIns, plan, services, concerns, history

    /// The part of a family's file that the tab shows.
    func page(_ file: FamilyFile, _ desk: Desk) -> any FamilyPage {
      switch self {
      case .overview: FamilyOverview(file: file, desk: desk)
      case .people: FamilyPeople(file: file, desk: desk)
      case .visits: FamilyVisits(file: file, desk: desk)
      case .checkIns: FamilyCheckIns(file: file, desk: desk)
      case .plan: FamilyPlan(file: file, desk: desk)
      case .services: FamilyServices(file: file, desk: desk)
      case .concerns: FamilyConcerns(file: file, desk: desk)
      case .history: FamilyHistory(file: file, desk: desk)
      }
    }
  }

  let family: FamilyID
  private(set) var tab: Tab
  private var places: [Tab: FamilyPlace] = [:]

  init(_ family: FamilyID, tab: Tab = .overview, at desk: Desk) {
    self.family = family
    self.tab = tab
    refresh(at: desk)
  }

  func title(at desk: Desk) -> String {
    desk.words("families.title") + " > " + (file(at: desk).map(desk.title) ?? "")
  }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func familyInFront(at desk: Desk) -> FamilyID? { family }

  private func file(at desk: Desk) -> FamilyFile? { desk.caseload.families[family] }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard let file = file(at: desk) else { return [back(at: desk)] }
    let hasPeople = !file.family.people.isEmpty
    let own = tab.page(file, desk).commands(selection)
    var commands = own.filter { $0.keys.contains(.enter) }
    commands += [
      Command(
        "visit", .logVisit, keys: [.character("v")], at: desk,
        unless: file.episode == nil ? desk.words("family.noepisode") : nil),
      Command(
        "checkin", .checkIn, keys: [.character("c")], at: desk,
        unless: hasPeople ? nil : desk.words("family.nobody")),
      Command("plan", .planVisit, keys: [.character("p")], at: desk),
    ]
    commands += own.filter { !$0.keys.contains(.enter) }
    if !own.contains(where: { $0.keys.contains(.character("a")) }) {
      commands.append(
        Command("amend", .amendFamily, keys: [.character("a")], at: desk, unless: desk.coordinatorOnly))
    }
    commands.append(
      Command(
        "move", .moveEpisode, keys: [.character("m")], at: desk,
        unless: desk.coordinatorOnly))
    commands.append(
      Command(
        "match", .candidates, keys: [.character("M")], at: desk,
        unless: desk.officeOnly ?? noMatch(file, at: desk),
        onKeyLine: noMatch(file, at: desk) == nil))
    commands += [
      Command(
        "followup", .followUpDone, keys: [.character("f")], at: desk,
        unless: file.openFollowUps.isEmpty ? desk.words("family.nofollowup") : nil,
        onKeyLine: !file.openFollowUps.isEmpty),
      Command(
        "review", .review, keys: [.character("r")], at: desk,
        unless: desk.coordinatorOnly ?? (file.episode == nil ? desk.words("family.noepisode") : nil),
        onKeyLine: file.reviewDue(by: desk.caseload.scheme.limits)?.day ?? .latest <= desk.today),
      Command(
        "hold", .holdFamily, keys: [], at: desk, unless: desk.supervisorsOnly, onKeyLine: false),
      Command("erase", .eraseFamily, keys: [], at: desk, unless: desk.eraseBar(file), onKeyLine: false),
      Command("mergefamily", .mergeFamily, keys: [], at: desk, unless: desk.officeOnly, onKeyLine: false),
      Command(
        "undomerge", .undoMerge, keys: [], at: desk,
        unless: desk.officeOnly ?? (file.merged.isEmpty ? desk.words("merge.none") : nil), onKeyLine: false),
      Command("timeline", .timeline, keys: [.character("t")], at: desk),
      Command(
        "endsupport", .endSupport, keys: [.character("E")], at: desk,
        unless: desk.coordinatorOnly ?? noEnding(file, at: desk),
        onKeyLine: file.episode?.state.stage == .endingPlanned),
      Command(
        "scores", .scores, keys: [.character("S")], at: desk,
        unless: file.episode == nil ? desk.words("family.noepisode") : nil, onKeyLine: false),
      Command(
        "feedback", .feedback, keys: [.character("w")], at: desk,
        unless: desk.coordinatorOnly ?? (file.episode == nil ? desk.words("family.noepisode") : nil),
        onKeyLine: false),
      Command(
        "letters", .letters, keys: [.character("l")], at: desk,
        unless: desk.coordinatorOnly ?? (file.episode == nil ? desk.words("family.noepisode") : nil),
        onKeyLine: false),
      Command("tabs", .nextTab, keys: [.tab, .right], at: desk, onKeyLine: false),
      Command("tabback", .previousTab, keys: [.backTab, .left], at: desk, onKeyLine: false),
    ]
    commands += Tab.allCases.map {
      Command(
        "tab\($0.rawValue)", .tab($0.rawValue), keys: [.character(Character("\($0.rawValue)"))], at: desk,
        onKeyLine: false)
    }
    // A part's own key goes before the family's where both want it.
    let taken = Set(own.flatMap(\.keys))
    commands.removeAll { command in
      !own.contains { $0.id == command.id } && command.keys.contains(where: taken.contains)
    }
    return commands + [back(at: desk)]
  }

  /// Why the family cannot be matched with a volunteer now; nil where it can.
  private func noMatch(_ file: FamilyFile, at desk: Desk) -> String? {
    let next = desk.lists.pathway.stages(after: file.episode?.state.stage)
    let isOpen = file.episode.map { !$0.state.stage.isClosed } ?? false
    return isOpen && next.contains(.matched) ? nil : desk.words("match.notnow")
  }

  /// Why support cannot be ended now; nil where it can.
  private func noEnding(_ file: FamilyFile, at desk: Desk) -> String? {
    let stage = file.episode?.state.stage
    let next = desk.lists.pathway.stages(after: stage)
    if stage != nil, next.contains(.ended) { return nil }
    let allowed = next.map { desk.words("stage.\($0.wordKey)") }.joined(separator: ", ")
    return desk.words("endsupport.notnow", ["allowed": allowed])
  }

  private func back(at desk: Desk) -> Command<Act> {
    Command("back", .back, keys: [.escape, .character("q")], at: desk)
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    guard let file = file(at: desk) else { return [.pop] }
    if let effects = tab.page(file, desk).perform(act, selection) { return effects }
    switch act {
    case .back: return [.pop]
    case .logVisit:
      return [
        .openDraft(
          Draft.Key(form: .visit, family: family), orElse: VisitFormScreen(family, at: desk))
      ]
    case .checkIn: return [.push(CheckInScreen(family, at: desk))]
    case .timeline: return [.push(TimelineScreen(family, at: desk))]
    case .letters: return [.push(LetterScreen(family, at: desk))]
    case .scores: return [.push(ScoresScreen(family))]
    case .endSupport:
      return [
        .openDraft(Draft.Key(form: .ending, family: family), orElse: FormScreen.end(file, at: desk))
      ]
    case .feedback:
      return [
        .openDraft(
          Draft.Key(form: .feedback, family: family), orElse: FormScreen.feedback(file, at: desk))
      ]
    case .review:
      return [
        .openDraft(
          Draft.Key(form: .review, family: family), orElse: ReviewFormScreen(family, at: desk))
      ]
    case .planVisit: return [.push(FormScreen.plan(file, at: desk))]
    case .moveEpisode: return [.push(FormScreen.move(file, at: desk))]
    case .candidates: return [.push(CandidatesScreen(family, at: desk))]
    case .amendFamily:
      return [
        .openDraft(
          Draft.Key(form: .amendFamily, family: family), orElse: FormScreen.amendFamily(file, at: desk))
      ]
    case .followUpDone: return [.push(FormScreen.followUp(file, at: desk))]
    case .holdFamily: return [.push(FormScreen.hold(file, at: desk))]
    case .mergeFamily: return [.push(FormScreen.merge(file, at: desk))]
    case .undoMerge: return [.push(FormScreen.undoMerge(file, at: desk))]
    case .eraseFamily: return [.push(FormScreen.erase(file, at: desk))]
    case .nextTab: show(Tab(rawValue: tab.rawValue + 1) ?? .overview)
    case .previousTab: show(Tab(rawValue: tab.rawValue - 1) ?? .history)
    case .tab(let number): show(Tab(rawValue: number) ?? tab)
    default: break
    }
    return []
  }

  private mutating func show(_ tab: Tab) { self.tab = tab }

  private var selection: Int? { places[tab]?.cursor.selection }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    if selection == nil { places[tab]?.scroll.handle(key) } else { _ = places[tab]?.cursor.handle(key) }
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    switch event.kind {
    case .wheelUp: scroll(by: -3)
    case .wheelDown: scroll(by: 3)
    case .press, .double:
      if event.position.row == area.row + 1 {
        if let clicked = FamilyTabs(tab: tab, family: family, desk: desk).tab(
          at: event.position.column - area.column, columns: area.columns)
        {
          show(clicked)
        }
        return []
      }
      let offset = event.position.row - listArea(area).row
      let isOnRow = places[tab]?.cursor.click(offset: offset) ?? false
      if isOnRow, event.kind == .double { return perform(.open, at: desk) }
    case .release: break
    }
    return []
  }

  private mutating func scroll(by rows: Int) {
    if let selection {
      places[tab]?.cursor.select(selection + rows)
    } else {
      for _ in 0..<abs(rows) { places[tab]?.scroll.handle(rows < 0 ? .up : .down) }
    }
  }

  mutating func refresh(at desk: Desk) {
    guard let file = file(at: desk) else { return }
    for tab in Tab.allCases {
      places[tab, default: FamilyPlace()].cursor.reselect(nil, count: tab.page(file, desk).rows)
    }
  }

  private func listArea(_ area: Rect) -> Rect { area.splitTop(3).rest }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    guard let file = file(at: desk) else { return }
    FamilyTabs(tab: tab, family: family, desk: desk).draw(in: area.splitTop(2).top, on: &grid)
    var place = places[tab] ?? FamilyPlace()
    place.cursor.pageRows = listArea(area).rows
    tab.page(file, desk).draw(in: area.splitTop(2).rest, &place, on: &grid)
    places[tab] = place
    if grid.cursor == nil { grid.cursor = area.origin }
  }
}
