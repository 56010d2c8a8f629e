// Waiting for something to happen.

import CNcurses
import Glibc

extension TerminalDevice {
  /// Waits until something happens or the time is up (`nil` waits for ever), then gives everything that
  /// has happened in order: act on all of it, then draw once. Never empty.
  public mutating func nextEvents(timeoutMilliseconds: Int?) -> [InputEvent] {
    if isGone { return [.hangup] }
    let timeout = timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    while true {
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakePipe.readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signalPipe.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&sources, nfds_t(sources.count), timeout)
      // A signal came; its number is in the pipe next time round, if it is one of ours.
      let interrupted = ready < 0
      var events: [InputEvent] = []
      if sources[2].revents != 0 { events += signalled() }
      if sources[1].revents != 0 { events.append(.woken(wakePipe.drain())) }
      if interrupted || sources[0].revents != 0 || !events.isEmpty {
        events += typed(revents: interrupted ? 0 : sources[0].revents)
      }
      if let size = takeNewSize() { events.append(.resized(size)) }
      if !events.isEmpty { return events }
      if ready == 0 { return [.idle] }
    }
  }

  /// What the keyboard and mouse did. A terminal that is readable but has nothing to read is gone; without
  /// that test a closed window would keep the loop spinning.
  private mutating func typed(revents: Int16) -> [InputEvent] {
    let lost = Int32(revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
    let ended = Int32(revents) & POLLIN != 0 && reader.pendingBytes == 0
    if lost || ended {
      isGone = true
      return [.hangup]
    }
    let events = reader.drain()
    return takeNewSize().map { [.resized($0)] + events } ?? events
  }

  private mutating func signalled() -> [InputEvent] {
    var events: [InputEvent] = []
    for number in signalPipe.drain() {
      switch Int32(number) {
      case SIGHUP, SIGTERM: events.append(.hangup)
      case SIGINT: events.append(.interrupt)
      case SIGTSTP:
        suspend()
        events.append(.resumed)
      case SIGCONT:
        // Stopped and continued from outside: the shell has had the terminal meanwhile.
        comeBack()
        events.append(.resumed)
      // SIGWINCH: `takeNewSize` asks the terminal in any case.
      default: break
      }
    }
    return events
  }
}
