import Glibc
import Testing

/// A program in a terminal of a fixed size, with somebody at the keys who looks at the screen before going on.
///
/// Keys are spelled as tmux spells them: `Enter`, `Escape`, `Tab`, `C-s`, `F4`. Whatever is left of it goes away with
/// the value.
final class TerminalSession {
  /// The folder with everything the program may touch.
  let folder: Workspace
  /// How many keys were pressed so far, each typed character being one.
  private(set) var presses = 0
  private let tmux: Tmux
  private let processFile: String
  private let statusFile: String

  /// How long a screen may take to show what is waited for. Unlocking is slow on purpose, a test build too.
  static let patienceSeconds = 30.0
  /// How long to let pass before looking again.
  private static let pauseMicroseconds: UInt32 = 15_000

  /// Writes down which process the program is and what it answered, and leaves the terminal to be looked at. tmux could
  /// do that too, but tmux 3.3 sometimes never learns that a program has ended.
  private static let keeper = """
    pid=$1 status=$2; shift 2
    /bin/sh -c 'echo $$ >"$0"; exec "$@"' "$pid" "$@"
    echo $? >"$status.part"; mv "$status.part" "$status"; exec sleep 1000
    """

  /// Starts a program, its own command line first, in a new terminal.
  init(
    _ command: [String], in folder: Workspace, columns: Int = 80, rows: Int = 24,
    term: String = "tmux-256color", environment: [String] = []
  ) throws {
    self.folder = folder
    processFile = folder.fresh("process")
    statusFile = folder.fresh("status")
    tmux = Tmux(socket: folder.fresh("terminal"), folder: folder)
    // The size is made manual last: tmux 3.3 ends at once when it is so before there is a window.
    var asked = ["set", "-g", "status", "off", ";", "set", "-g", "default-terminal", term, ";"]
    asked += ["set", "-s", "escape-time", "0", ";", "new-session", "-d", "-s", "t", "-c", folder.path("")]
    asked += ["-x", "\(columns)", "-y", "\(rows)"]
    for variable in environment { asked += ["-e", variable] }
    asked += ["--", "/bin/sh", "-c", TerminalSession.keeper, "sh"]
    asked += [folder.path(processFile), folder.path(statusFile)]
    asked += command
    asked += [";", "set", "-g", "window-size", "manual"]
    let started = try tmux.run(asked)
    guard started.status == 0 else {
      throw TerminalFailure(what: "tmux new-session", screen: started.text)
    }
  }

  deinit { _ = try? tmux.run(["kill-server"]) }

  // MARK: Keys

  /// Presses keys, one after the other.
  func press(_ keys: String...) throws {
    for key in keys {
      presses += 1
      try tmux("send-keys", "-t", "t", key)
    }
  }

  /// Presses one key many times.
  func press(_ key: String, times: Int) throws {
    presses += times
    try tmux("send-keys", "-t", "t", "-N", "\(times)", key)
  }

  /// Types text as it stands.
  func type(_ text: String) throws {
    presses += text.count
    try tmux("send-keys", "-t", "t", "-l", "--", text)
  }

  /// Pastes bytes the way a terminal does, in brackets where the program asked for them.
  func paste(_ bytes: [UInt8]) throws {
    let name = folder.fresh("paste")
    try folder.write(bytes, to: name)
    try tmux("load-buffer", "-b", "paste", folder.path(name))
    try tmux("paste-buffer", "-p", "-d", "-b", "paste", "-t", "t")
  }

  // MARK: The screen

  /// What the screen shows, a line each.
  func screen() throws -> String { try tmux("capture-pane", "-p", "-t", "t") }

  /// What the screen shows, with the sequences for colours and marks.
  func colouredScreen() throws -> String { try tmux("capture-pane", "-p", "-e", "-t", "t") }

  /// Waits until the screen shows a text.
  @discardableResult
  func wait(for text: String) throws -> String { try wait("\"\(text)\"") { $0.contains(text) } }

  /// Waits until a text has gone from the screen.
  @discardableResult
  func waitGone(_ text: String) throws -> String { try wait("no \"\(text)\"") { !$0.contains(text) } }

  /// Waits until the screen is as it should be.
  @discardableResult
  func wait(
    _ what: String, seconds: Double = TerminalSession.patienceSeconds, until isRight: (String) -> Bool
  ) throws -> String {
    var seen = ""
    let came = try poll(seconds: seconds) {
      seen = try screen()
      return isRight(seen)
    }
    guard came else { throw TerminalFailure(what: "waited in vain for \(what)", screen: seen) }
    return seen
  }

  /// Waits until the screen has stopped changing, after something that nothing new on the screen tells of.
  @discardableResult
  func settled(looks: Int = 12) throws -> String {
    var before = "", same = 0
    _ = try poll(seconds: TerminalSession.patienceSeconds) {
      let now = try screen()
      same = now == before ? same + 1 : 0
      before = now
      return same >= looks
    }
    return before
  }

  /// Gives the terminal another size; the program learns of it by itself.
  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-t", "t", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Whether the screen shown is the one that programs draw on, and not the one of the shell.
  var isOnDrawingScreen: Bool { get throws { try ask("alternate_on") == "1" } }
  /// Whether the cursor is to be seen.
  var showsCursor: Bool { get throws { try ask("cursor_flag") == "1" } }
  /// Where the cursor is, from the upper left corner.
  var cursor: (column: Int, row: Int) {
    get throws {
      let numbers = try ask("cursor_x},#{cursor_y").split(separator: ",").compactMap { Int($0) }
      guard numbers.count == 2 else { throw TerminalFailure(what: "no cursor", screen: try screen()) }
      return (numbers[0], numbers[1])
    }
  }
  /// The title of the terminal.
  var title: String { get throws { try ask("pane_title") } }

  // MARK: The program

  /// The process the terminal was opened for.
  var process: pid_t {
    get throws {
      var number: pid_t?
      _ = try poll(seconds: TerminalSession.patienceSeconds) {
        number = (try? folder.text(processFile)).flatMap { pid_t($0.trimmed) }
        return number != nil
      }
      guard let number else { throw TerminalFailure(what: "no process", screen: try screen()) }
      return number
    }
  }

  /// Sends the program a signal and waits until it is gone.
  func end(with signal: Int32) throws {
    let process = try process
    guard kill(process, signal) == 0 else { throw WorkspaceFailure(what: "kill", number: errno) }
    try status()
  }

  /// Closes the terminal under the program, as a closed window or a lost connection does, and waits until it is gone.
  func closeTerminal() throws {
    let process = try process
    try tmux("kill-session", "-t", "t")
    guard try poll(seconds: TerminalSession.patienceSeconds, until: { TerminalSession.isGone(process) })
    else {
      throw TerminalFailure(what: "the program went on without its terminal", screen: "")
    }
  }

  /// Waits until the program has ended and gives what it answered: 128 and the signal, where a signal ended it.
  @discardableResult
  func status() throws -> Int32 {
    var answered: Int32?
    _ = try poll(seconds: TerminalSession.patienceSeconds) {
      answered = (try? folder.text(statusFile)).flatMap { Int32($0.trimmed) }
      return answered != nil
    }
    guard let answered else {
      throw TerminalFailure(what: "the program has not ended", screen: try screen())
    }
    return answered
  }

  private func ask(_ variable: String) throws -> String {
    try tmux("display-message", "-p", "-t", "t", "#{\(variable)}").trimmed
  }

  private func poll(seconds: Double, until isSo: () throws -> Bool) throws -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while try !isSo() {
      if clock.now > end { return false }
      usleep(TerminalSession.pauseMicroseconds)
    }
    return true
  }

  /// Whether a process is no more; one that nobody has asked after yet counts as gone.
  private static func isGone(_ process: pid_t) -> Bool {
    guard kill(process, 0) == 0, let file = fopen("/proc/\(process)/stat", "r") else { return true }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = fread(&buffer, 1, buffer.count, file)
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    guard let end = text.lastIndex(of: ")") else { return true }
    return text[end...].dropFirst(2).first == "Z"
  }
}

extension String {
  /// Without the line end that a command's answer has.
  var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
