import Glibc
import Testing

/// The terminal multiplexer the screens are shown in: one server of its own for each session, asked with short
/// commands.
struct Tmux {
  /// Whether tmux can be run here.
  static let isInstalled: Bool = {
    guard let folder = try? Workspace() else { return false }
    return (try? Tmux(socket: "none", folder: folder).run(["-V"]))?.status == 0
  }()

  /// Whether the tests that need tmux run. On a build server they always do, so that a missing tmux is a failure there
  /// and not a silence.
  static let isExpected = isInstalled || getenv("CI") != nil

  /// The word that a skipped test says.
  static let missing: Comment = "tmux is not installed: the screens are not tried in a real terminal"

  /// The server's own socket.
  let socket: String
  /// The folder with the socket, which is home too.
  let folder: Workspace

  /// What a command of tmux came to.
  struct Answer {
    let status: Int32
    let text: String
  }

  /// Asks the server; what it answers must be success.
  @discardableResult
  func callAsFunction(_ arguments: String...) throws -> String {
    let answer = try run(arguments)
    guard answer.status == 0 else { throw TerminalFailure(what: "tmux \(arguments)", screen: answer.text) }
    return answer.text
  }

  /// Runs a command of tmux, both its streams in the answer.
  func run(_ arguments: [String]) throws -> Answer {
    let output = folder.fresh("tmux")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, folder.path(output), O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that run tests hold signals back, and what they start would too.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = (["tmux", "-L", socket, "-f", "/dev/null"] + arguments).map { strdup($0) } + [nil]
    var surroundings = environment.map { strdup($0) } + [nil]
    defer { for word in words + surroundings { free(word) } }
    var process = pid_t()
    let spawned = posix_spawnp(&process, "tmux", &actions, &attributes, &words, &surroundings)
    guard spawned == 0 else { throw WorkspaceFailure(what: "tmux", number: spawned) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    defer { unlink(folder.path(output)) }
    return Answer(
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F), text: try folder.text(output))
  }

  /// What tmux and everything in it finds around itself: nothing of the person who runs the tests.
  private var environment: [String] {
    let home = folder.path("")
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return [
      "PATH=\(path)", "HOME=\(home)", "TMUX_TMPDIR=\(home)", "LANG=C.UTF-8", "TERM=xterm-256color",
      "SHELL=/bin/sh", "PS1=ready> ", "SWIFT_BACKTRACE=enable=no",
    ]
  }
}

/// Something a terminal was to show or do and did not, with what it showed instead.
struct TerminalFailure: Error, CustomStringConvertible {
  let what: String
  let screen: String

  var description: String { "\(what); the screen was:\n\(screen)" }
}
