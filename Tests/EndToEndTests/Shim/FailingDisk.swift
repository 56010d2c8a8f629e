import Glibc

/// A disk under the real program that fails at one call, by a small library of our own that the loader puts before libc.
struct FailingDisk {
  /// What fails, and how.
  struct Fault: CustomStringConvertible, Sendable {
    let call: String
    let error: Int32
    var description: String {
      error == 0 ? "\(call) is short" : "\(call) fails: \(String(cString: strerror(error)))"
    }
  }

  static let missing = "no C compiler is here to make the failing disk with"
  private static let compilers = ["cc", "clang", "gcc"]
  private let library: String
  private let run: BuiltProgram

  /// Whether there is a compiler.
  static let isPossible: Bool = {
    guard let run = try? BuiltProgram(Workspace()) else { return false }
    return compilers.contains { compiler in (try? run.shell("command -v \(compiler)"))?.status == 0 }
  }()

  /// Compiles the library into the program's folder.
  init(for run: BuiltProgram, file: String = #filePath) throws {
    self.run = run
    library = run.folder.path("failing_disk.so")
    let source = file.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/failing_disk.c"
    let line = FailingDisk.compilers.map { compiler in
      "command -v \(compiler) >/dev/null && exec \(compiler) -O1 -shared -fPIC -o '\(library)' '\(source)' -ldl"
    }.joined(separator: "; ")
    let made = try run.shell(line)
    guard made.status == 0 else { throw WorkspaceFailure(what: made.messages, number: made.status) }
  }

  /// Runs a command of the program whose `number`-th call fails, and says whether it came to that call.
  func callAsFunction(
    _ fault: Fault, at number: Int, _ command: String
  ) throws -> (outcome: BuiltProgram.Outcome, isReached: Bool) {
    let reached = run.folder.path("reached")
    unlink(reached)
    let outcome = try run.shell(
      """
      exec env LD_PRELOAD='\(library)' FAILING_UNDER='\(run.folder.path(run.journal))' FAILING_CALL=\(fault.call) \
        FAILING_AT=\(number) FAILING_ERROR=\(fault.error) FAILING_REACHED='\(reached)' \
        "$VISITBOOK" \(command) --journal '\(run.folder.path(run.journal))' \
        --passphrase-file '\(run.folder.path("passphrase"))' --today \(run.today)
      """)
    return (outcome, access(reached, F_OK) == 0)
  }
}
