import Glibc

/// Commands of the real program in an endless loop of the shell's, until the whole lot is killed in mid-work.
struct LoopingCommands {
  private let process: pid_t

  /// `POSIX_SPAWN_SETSID` of the system's `spawn.h`, which Swift's Glibc module leaves out.
  private static let sessionOfItsOwn: Int16 = 0x80

  /// Starts a line of shell in a session of its own, in which `$VISITBOOK` is the program.
  init(_ line: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, LoopingCommands.sessionOfItsOwn)
    let command: [String] = ["/bin/sh", "-c", line]
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let variables: [String] = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "VISITBOOK=" + BuiltProgram.path]
    var surroundings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for word in words + surroundings { free(word) } }
    var process = pid_t()
    let spawned = posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, &surroundings)
    guard spawned == 0 else { throw WorkspaceFailure(what: "posix_spawn /bin/sh", number: spawned) }
    self.process = process
  }

  /// Holds everything of it where it is, or lets it go on.
  func hold(_ isHeld: Bool) { _ = Glibc.kill(-process, isHeld ? SIGSTOP : SIGCONT) }

  /// Kills everything of it at once, as the power going would, and returns when all of it is gone.
  func kill() {
    _ = Glibc.kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // Commands that the shell had started end a moment later than the shell. Whether the system has collected them yet
    // is nobody's business here, so the wait is short.
    var patience = 50
    while Glibc.kill(-process, 0) == 0, patience > 0 {
      usleep(1_000)
      patience -= 1
    }
  }
}
