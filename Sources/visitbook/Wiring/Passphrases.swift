internal import Glibc
internal import VisitJournal

/// Gets a passphrase: from the file that was named, or from the person at the terminal, who does not see it typed.
struct Passphrases {
  let file: String?
  let files: Files
  let around: ProcessEnvironment
  let words: Wording

  /// The longest passphrase in bytes.
  private static let lengthMax = 1_024

  /// The passphrase of somebody who has one.
  func existing(_ prompt: String) throws(Failure) -> SecretBytes {
    if let file { return try read(file) }
    return try ask(prompt)
  }

  /// A new passphrase; a person types it twice.
  func new(from file: String?, _ prompt: String) throws(Failure) -> SecretBytes {
    if let file { return try read(file) }
    let first = try ask(prompt)
    let second = try ask(words("passphrase.again"))
    guard first.equals(second) else { throw Failure(.badData, words("passphrase.differs")) }
    return first
  }

  /// The first line of a file, without its line end.
  private func read(_ file: String) throws(Failure) -> SecretBytes {
    var bytes = try files.read(file, atMost: 64 << 10)
    if let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      for place in end..<bytes.count { bytes[place] = 0 }
      bytes.removeLast(bytes.count - end)
    }
    guard !bytes.isEmpty else { throw Failure(.notAllowed, words("passphrase.emptyFile", ["file": file])) }
    return SecretBytes(wiping: &bytes)
  }

  private func ask(_ prompt: String) throws(Failure) -> SecretBytes {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { throw Failure(.notAllowed, words("passphrase.noTerminal")) }
    defer { _ = close(terminal) }
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else {
      throw Failure(.notAllowed, words("passphrase.noTerminal"))
    }
    var quiet = usual
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &quiet)
    defer { tcsetattr(terminal, TCSAFLUSH, &usual) }
    say(prompt + " ", to: terminal)
    defer { say("\n", to: terminal) }
    var typed = SecretBytes(capacity: Passphrases.lengthMax)
    while true {
      var byte: UInt8 = 0
      let count = Glibc.read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { throw Failure(.notAllowed, words("passphrase.none")) }
      switch byte {
      case 0x0A, 0x0D, 0x04:
        guard typed.count > 0 else { throw Failure(.notAllowed, words("passphrase.none")) }
        return typed
      case 0x03, 0x1B: throw Failure(.notAllowed, words("passphrase.none"))
      case 0x08, 0x7F: typed.removeLastCharacter()
      case 0x15: typed = SecretBytes(capacity: Passphrases.lengthMax)
      case 0x00..<0x20: break
      default: typed.append(byte)
      }
    }
  }

  private func say(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
  }
}

extension SecretBytes {
  /// Takes the last character away, with every byte of it.
  fileprivate mutating func removeLastCharacter() {
    var continues = true
    while count > 0, continues {
      // UTF-8: the bytes that continue a character begin with the bits 10.
      continues = withBytes { $0[$0.count - 1] & 0xC0 == 0x80 }
      removeLast()
    }
  }
}
