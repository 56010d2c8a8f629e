// The terminal itself: the one owner of the screen, the keyboard and the signals.

import CNcurses
import CSystem
import Glibc

/// The terminal while the program has it. There is at most one; it gives the terminal back when it goes
/// away, when the program is suspended and when the program crashes. Use it on one thread only; other
/// threads have the `waker`.
public struct TerminalDevice: ~Copyable {
  /// What the process environment says; see `TerminalEnvironment`.
  public typealias Environment = TerminalEnvironment

  /// What the terminal can do.
  public let capabilities: TerminalCapabilities
  /// The size in cells, as last reported by `.resized`.
  public internal(set) var size: Size
  /// Wakes the loop from any thread.
  public let waker: Waker

  let screen: OpaquePointer
  let brushes: [Brush]
  let wakePipe: WakePipe
  let signalPipe: WakePipe
  let errors: StandardErrorDetour
  var reader = InputReader()
  var shown: Grid?
  var isGone = false

  /// Takes the terminal on standard input and output.
  ///
  /// - `notice` is written to the restored terminal when the program crashes; nothing else is.
  /// - Throws `notATerminal`, `dumbTerminal`, `unknownTerminal`, or `refused` with the system's reason.
  public init(
    colour: ColourChoice = .auto, theme: Theme = .standard, environment: TerminalEnvironment,
    mouse: Bool = true, standardError: StandardErrorRoute = .discarded, notice: String = ""
  ) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let term = environment.term, !environment.isDumb else {
      throw .dumbTerminal(name: environment.term ?? "")
    }
    let wakePipe = try WakePipe()
    let signalPipe = try WakePipe()
    let remembered = terminal_guard_remember(STDOUT_FILENO)
    guard remembered == 0 else { throw .refused(errno: remembered) }
    let unicode = Curses.prepareLocale(environment)

    // Before ncurses opens: it takes SIGINT, SIGTERM, SIGTSTP and SIGWINCH itself unless
    // somebody has them.
    let taken = terminal_signals_begin(signalPipe.writeEnd)
    guard taken == 0 else {
      terminal_signals_end()
      throw .refused(errno: taken)
    }
    do {
      screen = try Curses.open(term, mouse: mouse)
    } catch {
      terminal_signals_end()
      throw error
    }
    let colours = Curses.startColour(colour, environment, theme)
    capabilities = TerminalCapabilities(
      unicode: unicode, colours: colours, glyphs: !unicode ? .ascii : term == "linux" ? .three : .eighths)
    brushes = Curses.brushes(theme: theme, colours: colours)
    size = Size(columns: Int(nc_columns()), rows: Int(nc_lines()))
    waker = Waker(wakePipe)
    self.wakePipe = wakePipe
    self.signalPipe = signalPipe
    let restore = Curses.restoreString
    _ = terminal_guard_arm(restore, restore.utf8.count, notice, notice.utf8.count)
    errors = StandardErrorDetour(standardError)
    wrefresh(nc_stdscr())
    Curses.write(Curses.modesOn)
  }

  deinit {
    Curses.write(Curses.modesOff)
    endwin()
    delscreen(screen)
    terminal_guard_disarm()
    terminal_signals_end()
    errors.close()
  }

  /// The descriptor that becomes readable when a `Waker` is used, for callers with a poll of their own.
  public var wakeDescriptor: Int32 { wakePipe.readEnd }

  /// Suspends the program as ^Z should: gives the terminal back, stops the process group, and returns with
  /// everything as it was when it is continued.
  public mutating func suspend() {
    outside { terminal_stop_group() }
  }

  /// Gives the terminal back while `body` runs, an editor in it for example, and takes it again.
  public mutating func outside<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Curses.write(Curses.modesOff)
    endwin()
    errors.end()
    defer {
      forgetPassingSignals()
      comeBack()
    }
    return try body()
  }

  /// Drops what was meant for others: ^C typed to an editor, the continue after a stop. A request to end
  /// stays.
  private func forgetPassingSignals() {
    for number in signalPipe.drain() where [SIGHUP, SIGTERM].contains(Int32(number)) {
      signalPipe.write(number)
    }
  }

  /// Sends the whole picture again, whatever the terminal shows: ^L.
  public mutating func redraw() {
    nc_forget_screen()
    guard let grid = shown else { return }
    shown = nil
    draw(grid)
  }

  mutating func comeBack() {
    errors.begin()
    reset_prog_mode()
    wrefresh(nc_stdscr())
    Curses.write(Curses.modesOn)
    _ = takeNewSize()
    redraw()
  }

  /// The new size, when it is another.
  mutating func takeNewSize() -> Size? {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 {
      let (rows, columns) = (Int32(window.ws_row), Int32(window.ws_col))
      if rows != nc_lines() || columns != nc_columns() { resizeterm(rows, columns) }
    }
    let now = Size(columns: Int(nc_columns()), rows: Int(nc_lines()))
    guard now != size else { return nil }
    size = now
    shown = nil
    werase(nc_stdscr())
    return now
  }
}
