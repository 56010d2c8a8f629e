internal import Glibc

/// Reads and writes the small files that people name on the command line.
struct Files {
  /// The most that is read of a file of records: a year of one scheme's visits, typed, is a tenth of it.
  static let sizeMax = 16 << 20

  let words: Wording

  /// All bytes of a file, or of standard input where the name is `-`.
  func read(_ name: String, atMost limit: Int = Files.sizeMax) throws(Failure) -> [UInt8] {
    let descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotOpen(name, errno) }
    defer { if descriptor != STDIN_FILENO { _ = close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw cannotOpen(name, errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit {
        throw Failure(.badData, words("file.tooLarge", ["file": name, "max": "\(limit >> 10)"]))
      }
    }
  }

  /// Puts bytes in a file that only its owner can read: first beside it, then in its place, so that nobody ever
  /// finds half of it.
  func write(_ bytes: [UInt8], to name: String, replacing: Bool) throws(Failure) {
    if !replacing, access(name, F_OK) == 0 {
      throw Failure(.cannotCreate, words("file.exists", ["file": name]))
    }
    let draft = name + ".part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw cannotCreate(name, errno) }
    var start = 0
    var fault: Int32 = 0
    while start < bytes.count, fault == 0 {
      let written = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 { start += written } else if errno != EINTR { fault = errno }
    }
    if fault == 0, fsync(descriptor) != 0 { fault = errno }
    _ = close(descriptor)
    if fault == 0, rename(draft, name) != 0 { fault = errno }
    if fault != 0 {
      _ = unlink(draft)
      throw Failure(.inputOutput, words("file.cannotWrite", ["file": name, "why": why(fault)]))
    }
  }

  /// Refuses a name that something has already, before anything is done.
  func requireNew(_ name: String) throws(Failure) {
    if access(name, F_OK) == 0 { throw Failure(.cannotCreate, words("file.exists", ["file": name])) }
  }

  private func cannotOpen(_ name: String, _ number: Int32) -> Failure {
    let status: ExitStatus =
      number == ENOENT || number == ENOTDIR || number == EISDIR
      ? .noInput : number == EACCES ? .notAllowed : .inputOutput
    return Failure(status, words("file.cannotRead", ["file": name, "why": why(number)]))
  }

  private func cannotCreate(_ name: String, _ number: Int32) -> Failure {
    Failure(.cannotCreate, words("file.cannotCreate", ["file": name, "why": why(number)]))
  }

  private func why(_ number: Int32) -> String { words.systemError(number) }
}
