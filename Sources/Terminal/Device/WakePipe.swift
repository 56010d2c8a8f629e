// How other threads wake the event loop.

import Glibc

/// A pipe that never blocks, closed when nobody holds it any more.
final class WakePipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .refused(errno: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Writes a byte. A full pipe wakes the reader anyway, so that is no failure.
  func write(_ byte: UInt8) {
    var byte = byte
    while Glibc.write(writeEnd, &byte, 1) < 0 && errno == EINTR {}
  }

  /// Everything written so far.
  func drain() -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(readEnd, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return all }
      all += buffer.prefix(count)
    }
  }
}

/// Wakes the event loop from any thread; harmless when the terminal is gone.
public struct Waker: Sendable {
  private let pipe: WakePipe

  init(_ pipe: WakePipe) { self.pipe = pipe }

  /// Makes the loop return `.woken` with this token among its tokens.
  public func wake(_ token: UInt8 = 0) { pipe.write(token) }
}
