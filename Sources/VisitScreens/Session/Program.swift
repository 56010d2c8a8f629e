public import Terminal
public import VisitJournal
import VisitLibrary
public import VisitModel

/// How the screens begin: at work in an open journal, before a locked one, or on the first run.
public enum Beginning {
  /// Opens the journal with a member's name, where one was asked for, and a passphrase.
  public typealias Opening = (_ member: String?, _ passphrase: String) throws(JournalError) -> (
    Journal, Caseload
  )
  /// Makes a journal; gives it opened, and the recovery code in its groups.
  public typealias Making = (NewScheme) throws(JournalError) -> (
    journal: Journal, caseload: Caseload, code: [String]
  )

  /// The journal is open already: a rehearsal, or a passphrase given on the command line.
  case atWork(Journal, Caseload)
  /// The journal is open by a key that was kept for a while; once locked it wants its passphrase.
  case unlocked(Journal, Caseload, asksMember: Bool, open: Opening)
  /// A journal is there and wants its passphrase.
  case locked(asksMember: Bool, open: Opening)
  /// There is no journal yet; once it is made it can be opened like any other.
  case firstRun(make: Making, open: Opening)
}

/// The whole program on a screen: first run or unlocking, then the session. It knows no terminal: events go in,
/// pictures come out, so that a test can be its user.
struct Program {
  private enum Phase {
    case firstRun(FirstRun)
    case unlocking(Unlocking)
    case working(Session)
    case over
  }

  private var phase: Phase
  private var beginning: Beginning
  private let surroundings: Surroundings
  private var made: Session?
  /// Work that takes long and is begun once the picture that announces it is drawn.
  private var pending: (member: String?, passphrase: String)?
  private var pendingScheme: NewScheme?
  /// Where to come back to once the passphrase has been given again.
  private var place: Session.Place?
  private var lastTouched: Int64
  var isUnicode = true

  init(_ beginning: Beginning, surroundings: Surroundings, isUnicode: Bool = true) {
    self.beginning = beginning
    self.surroundings = surroundings
    self.isUnicode = isUnicode
    lastTouched = surroundings.watch.uptime()
    switch beginning {
    case .firstRun:
      phase = .firstRun(FirstRun(words: surroundings.library.words, bits: surroundings.bits()))
    case .locked(let asksMember, _):
      phase = .unlocking(Unlocking(words: surroundings.library.words, asksMember: asksMember))
    case .atWork(let journal, let caseload):
      phase = .working(Program.session(journal, caseload, surroundings, isUnicode))
    case .unlocked(let journal, let caseload, let asksMember, let open):
      phase = .working(Program.session(journal, caseload, surroundings, isUnicode))
      self.beginning = .locked(asksMember: asksMember, open: open)
    }
  }

  private static func session(
    _ journal: Journal, _ caseload: Caseload, _ surroundings: Surroundings, _ isUnicode: Bool
  ) -> Session {
    let member =
      caseload.members[journal.member]
      ?? Member(
        number: journal.member, name: journal.member.description, role: journal.role,
        volunteer: journal.volunteer)
    let desk = Desk(
      caseload: caseload, library: surroundings.library, instruments: surroundings.instruments,
      member: member, today: surroundings.watch.today(), clock: surroundings.watch.clock(),
      zoneOffsetMinutes: surroundings.watch.zoneOffsetMinutes, bits: surroundings.bits, isUnicode: isUnicode)
    return Session(desk: desk, journal: journal, surroundings: surroundings)
  }

  /// The session, once somebody is at work.
  var session: Session? {
    if case .working(let session) = phase { return session }
    return nil
  }

  /// Whether the program is to end.
  var isOver: Bool {
    if case .over = phase { return true }
    return session?.isOver ?? false
  }

  /// Whether something long is to be done as soon as the picture is drawn.
  var hasWork: Bool { pending != nil || pendingScheme != nil }

  /// What only the owner of the terminal can do after this burst.
  var wish: Session.TerminalWish? { session?.wish }

  /// How long nobody may touch a key before the book locks: a setting of the scheme.
  private var idleMilliseconds: Int64 {
    Int64(session?.desk.caseload.scheme.limits.idleMinutes ?? SchemeLimits().idleMinutes) * 60_000
  }

  /// Whether the book can be locked: it was opened with a passphrase that can be asked again.
  private var canLock: Bool {
    if case .locked = beginning, session != nil { return true }
    return false
  }

  /// Milliseconds until something is to be done without a key; nil for never.
  var patience: Int? {
    guard canLock else { return session?.patience }
    let untilLocked = Int(max(1, idleMilliseconds - (surroundings.watch.uptime() - lastTouched)))
    return min(session?.patience ?? untilLocked, untilLocked)
  }

  /// Takes everything that came in one burst.
  mutating func handle(_ events: [InputEvent]) {
    if events.contains(where: \.isTouch) {
      lastTouched = surroundings.watch.uptime()
    } else if canLock, surroundings.watch.uptime() - lastTouched >= idleMilliseconds {
      lock()
      return
    }
    switch phase {
    case .working(var session):
      session.handle(events)
      phase = .working(session)
    case .unlocking(var unlocking):
      for event in events { handle(event, &unlocking) }
    case .firstRun(var first):
      for event in events { handle(event, &first) }
    case .over: break
    }
  }

  private mutating func lock() {
    guard case .working(var session) = phase, case .locked(let asksMember, _) = beginning else { return }
    place = session.lock()
    phase = .unlocking(Unlocking(words: surroundings.library.words, asksMember: asksMember))
  }

  private mutating func handle(_ event: InputEvent, _ unlocking: inout Unlocking) {
    switch event {
    case .key(let key):
      switch unlocking.press(key) {
      case .nothing: phase = .unlocking(unlocking)
      case .leave: phase = .over
      case .open(let member, let passphrase):
        phase = .unlocking(unlocking)
        pending = (member, passphrase)
      }
    case .paste(let text):
      unlocking.paste(text)
      phase = .unlocking(unlocking)
    case .hangup, .interrupt: phase = .over
    default: break
    }
  }

  private mutating func handle(_ event: InputEvent, _ first: inout FirstRun) {
    switch event {
    case .key(let key):
      let wish = first.press(key)
      phase = .firstRun(first)
      switch wish {
      case .nothing: break
      case .leave: phase = .over
      case .create(let scheme): pendingScheme = scheme
      case .enter: if let made { phase = .working(made) }
      }
    case .paste(let text):
      first.paste(text)
      phase = .firstRun(first)
    case .hangup, .interrupt: phase = .over
    default: break
    }
  }

  /// Does what was announced: unlocking or making a journal, about half a second on purpose.
  mutating func work() {
    if let wanted = pending, case .locked(_, let open) = beginning, case .unlocking(var unlocking) = phase {
      pending = nil
      do throws(JournalError) {
        let (journal, caseload) = try open(wanted.member, wanted.passphrase)
        var session = Program.session(journal, caseload, surroundings, isUnicode)
        if let place { session.resume(at: place) }
        place = nil
        lastTouched = surroundings.watch.uptime()
        phase = .working(session)
      } catch {
        unlocking.say(surroundings.explain(error))
        phase = .unlocking(unlocking)
      }
    }
    if let scheme = pendingScheme, case .firstRun(let make, let open) = beginning,
      case .firstRun(var first) = phase
    {
      pendingScheme = nil
      do throws(JournalError) {
        let (journal, caseload, code) = try make(scheme)
        made = Program.session(journal, caseload, surroundings, isUnicode)
        first.show(code: code)
        beginning = .locked(asksMember: false, open: open)
      } catch {
        first.say(surroundings.explain(error))
      }
      phase = .firstRun(first)
    }
  }

  /// The whole screen as it is now.
  mutating func picture(_ size: Size) -> Grid {
    var grid = Grid(size: size)
    switch phase {
    case .working(var session):
      grid = session.picture(size)
      phase = .working(session)
    case .unlocking(var unlocking):
      unlocking.draw(on: &grid, isWorking: pending != nil)
      phase = .unlocking(unlocking)
    case .firstRun(var first):
      first.draw(on: &grid)
      phase = .firstRun(first)
    case .over: break
    }
    return grid
  }

  /// Lets the journal go properly.
  func close() {
    (session ?? made)?.close()
  }
}

/// Runs the screens on a terminal until the person leaves: read everything that came, act on all of it, draw once.
///
/// - Throws: why there is no terminal to work with.
public func runScreens(
  _ beginning: Beginning, surroundings: Surroundings, environment: TerminalEnvironment,
  colour: ColourChoice = .auto, theme: Theme = .standard
) throws(TerminalError) {
  var terminal = try TerminalDevice(colour: colour, theme: theme, environment: environment)
  var program = Program(beginning, surroundings: surroundings, isUnicode: terminal.capabilities.unicode)
  while !program.isOver {
    terminal.draw(program.picture(terminal.size))
    if program.hasWork {
      program.work()
      continue
    }
    program.handle(terminal.nextEvents(timeoutMilliseconds: program.patience))
    switch program.wish {
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    case nil: break
    }
  }
  program.close()
}

extension InputEvent {
  /// Whether somebody is there.
  fileprivate var isTouch: Bool {
    switch self {
    case .key, .paste, .mouse: true
    case .resized, .woken, .idle, .hangup, .interrupt, .resumed: false
    }
  }
}
