internal import Glibc
internal import VisitReports

/// Where results and messages go. Results are bytes on standard output, messages lines on standard error.
struct Streams {
  /// Lets a reader that went away show as an error of writing, which ends the program without a word.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Writes a result, whole.
  func result(_ bytes: some Sequence<UInt8>) throws(StreamFailure) {
    try write(Array(bytes), to: STDOUT_FILENO)
  }

  /// Writes one line of a result, harmless on a terminal.
  func result(line: String) throws(StreamFailure) { try result((CleanText.forOneLine(line) + "\n").utf8) }

  /// Writes lines of a result, each harmless on a terminal.
  func result(lines: [String]) throws(StreamFailure) {
    try result(lines.lazy.map { CleanText.forOneLine($0) + "\n" }.joined().utf8)
  }

  /// Says something to the person, beside the results. A message that cannot be said stops nothing.
  func message(_ text: String) {
    try? write(Array((CleanText.forLines(text) + "\n").utf8), to: STDERR_FILENO)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(StreamFailure) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        throw errno == EPIPE ? .readerGone : .failed(errno)
      }
    }
  }
}

/// Why a result could not be written.
enum StreamFailure: Error {
  /// Nobody reads any more, as when `head` has seen enough.
  case readerGone
  /// The system's error number.
  case failed(Int32)
}
