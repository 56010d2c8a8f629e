import Terminal
import VisitJournal
import VisitLibrary
import VisitModel

/// A person at work: the screens on top of one another, what lies on the desk, and the journal beneath.
///
/// Every key goes `key → command → screen → effect`, and facts go `rule → journal (durable) → caseload →
/// screen`. The journal is told first; nothing is shown as saved before it is on the disk.
struct Session {
  var desk: Desk
  let journal: Journal
  let surroundings: Surroundings
  /// The screens, the one in front last; never empty.
  var screens: [any Screen]
  var overlay: Overlaid?
  var message: Message?
  private(set) var isOver = false
  /// What the loop is to do with the terminal itself after this burst.
  private(set) var wish: TerminalWish?
  var drafting: Drafting
  var lastRecorded: RecordID?
  private var area = Rect(Size.standard)
  private var size = Size.standard
  /// The commands as the last picture showed them; nil once something has happened since.
  private var shownTable: CommandTable<Act>?

  /// A session over an open journal.
  init(desk: Desk, journal: Journal, surroundings: Surroundings) {
    self.desk = desk
    self.journal = journal
    self.surroundings = surroundings
    drafting = Drafting(journal: journal)
    self.desk.member.granted = journal.role.isOffice ? [] : journal.grantedFamilies
    screens = [FamiliesScreen(at: self.desk)]
    message = surroundings.notice(journal).map { Message(.caution, $0) }
    offerDrafts()
    askWhatWasDone()
  }

  /// What only the owner of the terminal can do.
  enum TerminalWish { case redraw, suspend }

  /// The screen in front.
  var front: any Screen { screens[screens.count - 1] }

  /// The one table of the screen in front: its own commands, then those that work everywhere.
  var table: CommandTable<Act> {
    if let shownTable { return shownTable }
    let isMain = screens.count == 1
    var commands = front.commands(at: desk)
    let shown = Set(commands.flatMap(\.keys))
    if front.holds {
      let kept: Set<Act> = [.redraw, .suspend]
      return CommandTable(
        commands
          + Everywhere.commands(isTyping: true, isMain: false, at: desk).filter { kept.contains($0.action) })
    }
    let common =
      Everywhere.commands(isTyping: front.isTyping, isMain: isMain, at: desk)
      + (front.isTyping ? [] : Everywhere.mainScreens(at: desk))
    for command in common where !command.keys.contains(where: shown.contains) { commands.append(command) }
    return CommandTable(commands)
  }

  // MARK: Input

  /// Takes everything that came in one burst; the caller draws once afterwards.
  mutating func handle(_ events: [InputEvent]) {
    wish = nil
    for event in events {
      let today = surroundings.watch.today()
      if today != desk.today {
        desk.today = today
        shownTable = nil
        refresh()
      }
      let before = desk.now
      desk.clock = surroundings.watch.clock()
      if desk.now != before, front.changesWithTime { refreshFront() }
      handle(event)
      shownTable = nil
      if isOver { return }
    }
  }

  private mutating func handle(_ event: InputEvent) {
    switch event {
    case .key(let key):
      message = nil
      press(key)
    case .paste(let text):
      message = nil
      if overlay == nil { change { $0.paste(text, at: $1) } } else { overlay?.paste(text) }
    case .mouse(let mouse): click(mouse)
    case .idle: drafting.save(front.draft(at: desk), at: desk)
    case .hangup, .interrupt:
      drafting.saveNow(front.draft(at: desk), at: desk)
      isOver = true
    case .resized, .woken, .resumed: break
    }
    noteDraft(isLeavingField: event.isLeavingField)
  }

  private mutating func press(_ key: Key) {
    if overlay != nil {
      let chosen = overlay?.handle(key) ?? .stays
      answer(chosen)
      return
    }
    if !(front.isTyping && key.isText), let command = table.command(for: key) {
      run(command)
      return
    }
    change { $0.type(key, at: $1) }
  }

  private mutating func answer(_ outcome: Overlaid.Outcome) {
    switch outcome {
    case .stays: return
    case .closes: overlay = nil
    case .refuses(let reason):
      overlay = nil
      message = Message(.caution, reason)
    case .runs(let act):
      overlay = nil
      if let command = table.commands.first(where: { $0.action == act }) { run(command) }
    case .opens(let family):
      overlay = nil
      screens = [FamiliesScreen(at: desk)]
      carryOut([.push(FamilyScreen(family, at: desk))])
    case .does(let effects):
      overlay = nil
      carryOut(effects(desk))
    }
  }

  private mutating func run(_ command: Command<Act>) {
    if case .no(let reason) = command.availability {
      message = Message(.caution, reason)
      return
    }
    switch command.action {
    case .help: overlay = .help(table, at: desk)
    case .palette: overlay = .palette(table, at: desk)
    case .redraw: wish = .redraw
    case .suspend:
      drafting.saveNow(front.draft(at: desk), at: desk)
      wish = .suspend
    case .quit: leave()
    case .showFamilies: show(FamiliesScreen(at: desk))
    case .showVisits: show(VisitsScreen(.all, at: desk))
    case .showVolunteers: show(VolunteersScreen(at: desk))
    case .showConcerns: show(ConcernsScreen(at: desk))
    case .raiseConcern: raiseConcern()
    case .showServices: show(ServicesScreen(at: desk))
    case .showSummary: show(SummaryScreen(at: desk))
    case .showJournal: show(JournalScreen(journal: journal, at: desk))
    case .takeBack: takeBackLast()
    default: change { $0.perform(command.action, at: $1) }
    }
  }

  private mutating func change(_ body: (inout any Screen, Desk) -> [Effect]) {
    var screen = front
    let effects = body(&screen, desk)
    screens[screens.count - 1] = screen
    carryOut(effects)
  }

  private mutating func click(_ mouse: MouseEvent) {
    guard overlay == nil else { return }
    if mouse.position.row == size.rows - 1, mouse.kind == .press {
      let items = table.keyLine(columns: size.columns)
      if let key = KeyLine.key(at: mouse.position.column, of: items, columns: size.columns) { press(key) }
      return
    }
    guard area.contains(mouse.position) else { return }
    if mouse.kind == .press || mouse.kind == .double { message = nil }
    let area = area
    change { $0.mouse(mouse, in: area, at: $1) }
  }

  private mutating func show(_ screen: some Screen) {
    drafting.saveNow(front.draft(at: desk), at: desk)
    screens = [screen]
  }

  private mutating func leave() {
    let drafts = drafting.open(at: desk)
    guard !drafts.isEmpty else {
      isOver = true
      return
    }
    overlay = .question(
      Question(
        title: desk.words("quit.title"),
        text: desk.words.count("quit.drafts", drafts.count),
        yes: { _ in [.quit] }, yesTitle: desk.words("quit.yes"), yesKey: .character("y")), at: desk)
  }

  /// Brings every screen up to date, after the caseload changed or a new day began.
  mutating func refresh() {
    for index in screens.indices {
      var screen = screens[index]
      screen.refresh(at: desk)
      screens[index] = screen
    }
  }

  private mutating func refreshFront() {
    var screen = front
    screen.refresh(at: desk)
    screens[screens.count - 1] = screen
  }

  // MARK: Effects

  mutating func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .push(let screen):
        drafting.saveNow(front.draft(at: desk), at: desk)
        drafting.begin()
        screens.append(question(before: screen) ?? screen)
      case .pop: if screens.count > 1 { leaveFront() }
      case .replace(let screen):
        if screens.count > 1 { leaveFront() }
        drafting.begin()
        screens.append(screen)
      case .main(let screen): screens = [screen]
      case .record(let facts, let then): record(facts, then: then)
      case .erase(let command, let confirmed): erase(command, confirmed: confirmed)
      case .merge(let merge): self.merge(merge)
      case .undoMerge(let undo): undoMerge(undo)
      case .removeDraft(let key): drafting.remove(key)
      case .dropDraft(let key):
        guard var list = front as? DraftsScreen else { continue }
        list.drop(key)
        screens[screens.count - 1] = list
      case .openDraft(let key, let other):
        carryOut([.push(drafting.screen(for: key, at: desk) ?? other)])
      case .say(let said): message = said
      case .ask(let question): overlay = .question(question, at: desk)
      case .write(let request): message = surroundings.write(request.folder, request.files)
      case .verify: message = verified()
      case .quit: isOver = true
      }
    }
  }

  private mutating func leaveFront() {
    drafting.saveNow(front.draft(at: desk), at: desk)
    screens.removeLast()
  }

  // MARK: Drafts

  private mutating func offerDrafts() {
    let drafts = drafting.open(at: desk)
    guard !drafts.isEmpty else { return }
    screens.append(DraftsScreen(drafts, at: desk))
  }

  private mutating func noteDraft(isLeavingField: Bool) {
    let draft = front.draft(at: desk)
    if isLeavingField { drafting.saveNow(draft, at: desk) } else { drafting.note(draft, at: desk) }
    // What failed first, the recording, is what the person is told of.
    if let failure = drafting.takeFailure(), message?.kind != .error {
      message = Message(.error, surroundings.explain(failure))
    }
  }

  /// Milliseconds until something is to be done without a key, such as making a draft durable.
  var patience: Int? {
    if drafting.isDue { return Drafting.patienceMilliseconds }
    return front.changesWithTime ? Session.minuteMilliseconds : nil
  }

  /// How long a screen that shows who is out waits before it looks at the clock again.
  static let minuteMilliseconds = 60_000

  /// Lets the journal go: the closing checkpoint is written. What was recorded is safe either way.
  func close() {
    do throws(JournalError) { try journal.close() } catch { return }
  }

  // MARK: Drawing

  /// The whole screen as it is now.
  mutating func picture(_ size: Size) -> Grid {
    self.size = size
    var grid = Grid(size: size)
    shownTable = nil
    let table = table
    shownTable = table
    let frame = Frame(desk: desk, title: front.title(at: desk), table: table)
    area = frame.draw(on: &grid, message: message, draft: front.draft(at: desk) == nil ? nil : drafting.saved)
    var screen = front
    screen.draw(in: area, on: &grid, at: desk)
    screens[screens.count - 1] = screen
    overlay?.draw(on: &grid)
    return grid
  }
}
