// The calls to ncurses that set the terminal up and take it down. With the device this is the only place
// that knows ncurses; all of it runs on the thread that owns the device.

import CNcurses
import CSystem
import Glibc

enum Curses {
  /// Mode changes ncurses does not make itself: bracketed paste.
  static let modesOn = "\u{1B}[?2004h"
  static let modesOff = "\u{1B}[?2004l"
  static let frameBegin = "\u{1B}[?2026h"
  static let frameEnd = "\u{1B}[?2026l"

  /// Sets LC_CTYPE so that ncurses writes UTF-8 where the locale allows it; whether it does.
  static func prepareLocale(_ environment: TerminalEnvironment) -> Bool {
    setlocale(LC_CTYPE, "")
    if isUnicodeLocale { return !environment.plainMarks }
    if environment.encoding == .other { return false }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && isUnicodeLocale && !environment.plainMarks
  }

  private static var isUnicodeLocale: Bool {
    guard let name = nc_codeset() else { return false }
    return String(cString: name) == "UTF-8"
  }

  /// Opens the terminal and puts it into the state the program works in.
  static func open(_ term: String, mouse: Bool) throws(TerminalError) -> OpaquePointer {
    var status: Int32 = 0
    guard setupterm(term, STDOUT_FILENO, &status) != ERR else { throw .unknownTerminal(name: term) }
    guard nc_can_move_cursor() else { throw .dumbTerminal(name: term) }
    guard let screen = nc_newterm(term, STDOUT_FILENO, STDIN_FILENO) else {
      throw .unknownTerminal(name: term)
    }
    // raw, not cbreak: ^S must reach the program instead of stopping the terminal.
    raw()
    noecho()
    nonl()
    set_escdelay(25)
    let window = nc_stdscr()
    keypad(window, true)
    nodelay(window, true)
    intrflush(window, false)
    if mouse {
      mousemask(nc_mouse_wanted(), nil)
      mouseinterval(0)
    }
    InputCodes.define()
    return screen
  }

  /// Chooses colours; how many are used.
  static func startColour(_ choice: ColourChoice, _ environment: TerminalEnvironment, _ theme: Theme) -> Int {
    guard choice == .auto, !environment.refusesColour, theme != .mono, has_colors() else { return 0 }
    guard start_color() != ERR, use_default_colors() != ERR else { return 0 }
    let count = Int(nc_colors())
    return count >= 8 ? count : 0
  }

  /// The attributes and colour pair of every style, by `index(of:)`.
  static func brushes(theme: Theme, colours: Int) -> [Brush] {
    var brushes: [Brush] = []
    for role in Role.allCases {
      let paint = Paint.of(role, theme: theme, colours: colours)
      var pair: Int16 = 0
      if colours > 0, paint.foreground != -1 || paint.background != -1 {
        pair = Int16(role.rawValue) + 1
        init_pair(pair, Int16(paint.foreground), Int16(paint.background))
      }
      for flags in 0..<8 {
        brushes.append(Brush(attributes: attributes(paint, flags: flags), pair: pair))
      }
    }
    return brushes
  }

  static func index(of style: Style) -> Int {
    Int(style.role.rawValue) * 8 + (style.bold ? 1 : 0) + (style.underline ? 2 : 0) + (style.reverse ? 4 : 0)
  }

  private static func attributes(_ paint: Paint, flags: Int) -> attr_t {
    var attributes: attr_t = 0
    if paint.bold || flags & 1 != 0 { attributes |= nc_bold() }
    if paint.underline || flags & 2 != 0 { attributes |= nc_underline() }
    if paint.reverse != (flags & 4 != 0) { attributes |= nc_reverse() }
    if paint.dim && flags & 1 == 0 { attributes |= nc_dim() }
    return attributes
  }

  /// What gives the terminal back, for the crash guard: everything of ours off, then the terminal's own way
  /// of ending full-screen programs.
  static var restoreString: String {
    let own = modesOff + frameEnd + "\u{1B}[?1006l\u{1B}[?1000l"
    return own + ["sgr0", "cnorm", "rmkx", "rmcup"].map(capability).joined() + "\r\n"
  }

  /// A capability without its padding.
  private static func capability(_ name: String) -> String {
    guard let raw = tigetstr(name), raw != UnsafeMutablePointer(bitPattern: -1) else { return "" }
    var result = ""
    var inPadding = false
    for character in String(cString: raw) {
      if character == "$" { inPadding = true }
      if !inPadding { result.append(character) }
      if character == ">" { inPadding = false }
    }
    return result
  }

  /// Writes control strings past ncurses, which has flushed its own output whenever this is called.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// What ncurses needs to know of a style.
struct Brush {
  var attributes: attr_t
  var pair: Int16
}
