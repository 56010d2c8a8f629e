import Glibc

/// The built program, run as a person or a script would run it: in a folder of its own, without a terminal.
struct BuiltProgram {
  /// What a run came to.
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    let messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(whereSeparator: \.isNewline) }
  }

  let folder: Workspace
  /// The journal the commands work on.
  var journal = "book"
  /// The file with the passphrase; none where nil.
  var passphraseFile: String? = "passphrase"
  /// Who it is; the only member where nil.
  var member: String?
  /// The day that counts as today.
  var today = "2026-11-23"

  init(_ folder: Workspace) { self.folder = folder }

  /// The program beside the test bundle, or the one that `VISITBOOK_PROGRAM` names: the one that is shipped.
  static let path: String = {
    if let named = getenv("VISITBOOK_PROGRAM") { return String(cString: named) }
    var name = [CChar](repeating: 0, count: 4_096)
    let length = readlink("/proc/self/exe", &name, name.count - 1)
    let bundle = String(decoding: name.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return bundle.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/visitbook"
  }()

  /// `POSIX_SPAWN_SETSID` of the system's `spawn.h`, which Swift's Glibc module leaves out.
  private static let sessionOfItsOwn: Int16 = 0x80

  /// Runs the program with the common options behind the command.
  func callAsFunction(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try self(arguments, input: input)
  }

  /// Runs the program with the common options behind the command.
  func callAsFunction(_ arguments: [String], input: String? = nil) throws -> Outcome {
    var all = arguments + ["--journal", folder.path(journal), "--today", today]
    if let member { all += ["--as", member] }
    if let passphraseFile { all += ["--passphrase-file", folder.path(passphraseFile)] }
    return try run(BuiltProgram.path, all, input: input)
  }

  /// Runs the program with exactly these arguments.
  func bare(_ arguments: String...) throws -> Outcome { try run(BuiltProgram.path, arguments, input: nil) }

  /// Runs a line of shell in which `$VISITBOOK` is the program.
  func shell(_ line: String) throws -> Outcome { try run("/bin/sh", ["-c", line], input: nil) }

  private func run(_ program: String, _ arguments: [String], input: String?) throws -> Outcome {
    let (out, err, source) = (folder.fresh("out"), folder.fresh("err"), folder.fresh("in"))
    try folder.write(Array((input ?? "").utf8), to: source)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, folder.path(source), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, folder.path(out), O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, folder.path(err), O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own has no terminal, so that nothing can stop and ask.
    posix_spawnattr_setflags(&attributes, BuiltProgram.sessionOfItsOwn)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let variables: [String] = [
      "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder.path(""), "VISITBOOK=" + BuiltProgram.path,
    ]
    var surroundings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for word in words + surroundings { free(word) } }
    var process = pid_t()
    let spawned = posix_spawn(&process, program, &actions, &attributes, &words, &surroundings)
    guard spawned == 0 else { throw WorkspaceFailure(what: "posix_spawn \(program)", number: spawned) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The lower seven bits are the signal that ended it, the next eight what it answered.
    let answered = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    return Outcome(
      status: answered, output: try folder.read(out),
      messages: String(decoding: try folder.read(err), as: UTF8.self))
  }
}
