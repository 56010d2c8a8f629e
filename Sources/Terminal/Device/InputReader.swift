// Reading everything the terminal has sent, as events.

import CNcurses
import Glibc

/// Drains ncurses' input. A paste is one event, Esc with a character behind it in the same burst is Alt.
///
/// Bytes are put together to characters here and not by `wget_wch`: at a byte that is no UTF-8 that one swallows all
/// that follows, up to 145 bytes. Here such a byte costs itself alone; in a paste U+FFFD stands in its place.
struct InputReader {
  /// The most bytes of a paste that are kept; the rest is read and dropped.
  static let pasteBytesMax = 1 << 20
  private static let pasteSilenceMilliseconds: Int32 = 200
  private static let doubleClickMilliseconds = 500

  /// The most events of one burst: input that never ends must not keep the screen from being drawn.
  private static let eventsMax = 4096

  private static let replacement: UInt32 = 0xFFFD

  private enum Code {
    case scalar(UInt32)
    case function(Int32)
    case nothing
  }

  /// How long the rest of a character may take to arrive.
  private static let restMilliseconds: Int32 = 25

  private var lastPress: (position: Position, time: Int)?
  /// What was read too far, behind a character that broke off.
  private var unread: Int32?

  /// Everything pending, in order. A change of size is left to the device, which asks the terminal.
  mutating func drain() -> [InputEvent] {
    var events: [InputEvent] = []
    var ahead: Code?
    var left = Int32.max
    while events.count < Self.eventsMax {
      let code = ahead ?? read()
      ahead = nil
      switch code {
      case .nothing:
        // Bytes may wait that are no key yet; then there is less to read than before.
        let pending = pendingBytes
        if pending == 0 || pending >= left { return events }
        left = pending
      case .scalar(27):
        let next = read()
        if case .scalar(0x5B) = next, skipSequence() { continue }
        if case .scalar(let scalar) = next, case .character(let character)? = InputCodes.key(scalar: scalar) {
          events.append(.key(.alt(character)))
        } else if case .scalar(31) = next {
          events.append(.key(.alt("_")))
        } else {
          events.append(.key(.escape))
          ahead = next
        }
      case .scalar(let scalar):
        add(scalar, to: &events)
      case .function(KEY_MOUSE):
        if let event = mouse() { events.append(.mouse(event)) }
      case .function(InputCodes.pasteBegin):
        events.append(.paste(paste()))
      case .function(let code):
        if let key = InputCodes.key(code: code) { events.append(.key(key)) }
      }
    }
    return events
  }

  /// The bytes waiting in the terminal.
  var pendingBytes: Int32 {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 ? count : 0
  }

  /// Reads past a control sequence terminfo does not name, after its `Esc [`, so that its letters are not
  /// taken for typing; `false` when there is none.
  private mutating func skipSequence() -> Bool {
    var length = 0
    while length < 32, case .scalar(let scalar) = read() {
      length += 1
      if (0x40...0x7E).contains(scalar) { break }
    }
    return length > 0
  }

  private mutating func read() -> Code {
    let code = unread ?? wgetch(nc_stdscr())
    unread = nil
    guard code >= 0 else { return .nothing }
    guard code <= 0xFF else { return .function(code) }
    let first = UInt8(truncatingIfNeeded: code)
    return .scalar(first < 0x80 ? UInt32(first) : scalar(beginning: first))
  }

  /// The scalar that begins with a byte above ASCII; U+FFFD where it breaks off, and what broke it off is read next.
  private mutating func scalar(beginning first: UInt8) -> UInt32 {
    var bytes = [first]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    while (0xC2...0xF4).contains(first), bytes.count < length {
      let code = rest()
      guard (0x80...0xBF).contains(code) else {
        if code >= 0 { unread = code }
        break
      }
      bytes.append(UInt8(truncatingIfNeeded: code))
    }
    return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first?.value ?? Self.replacement
  }

  /// The next byte of a character, which may arrive a little later than the first.
  private func rest() -> Int32 {
    let code = wgetch(nc_stdscr())
    if code >= 0 { return code }
    wtimeout(nc_stdscr(), Self.restMilliseconds)
    defer { nodelay(nc_stdscr(), true) }
    return wgetch(nc_stdscr())
  }

  /// A scalar that belongs to the character before it in the burst (a mark, a joiner) is added to that.
  private func add(_ scalar: UInt32, to events: inout [InputEvent]) {
    guard scalar != Self.replacement, let key = InputCodes.key(scalar: scalar) else { return }
    if case .character(let addition) = key, case .key(.character(let previous))? = events.last {
      let joined = String(previous) + String(addition)
      if joined.count == 1, let character = joined.first {
        events[events.count - 1] = .key(.character(character))
        return
      }
    }
    events.append(.key(key))
  }

  /// The text up to the end of the paste, or until the terminal falls silent within it.
  private mutating func paste() -> String {
    wtimeout(nc_stdscr(), Self.pasteSilenceMilliseconds)
    defer { nodelay(nc_stdscr(), true) }
    var scalars = String.UnicodeScalarView()
    var bytes = 0
    var afterReturn = false
    while true {
      switch read() {
      case .nothing:
        if pendingBytes == 0 { return String(scalars) }
      case .function(InputCodes.pasteEnd):
        return String(scalars)
      case .function:
        continue
      case .scalar(let value):
        defer { afterReturn = value == 13 }
        if value == 10 && afterReturn { continue }
        guard let scalar = Unicode.Scalar(value == 13 ? 10 : value), bytes < Self.pasteBytesMax else {
          continue
        }
        scalars.append(scalar)
        bytes += UTF8.width(scalar)
      }
    }
  }

  private mutating func mouse() -> MouseEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let position = Position(column: Int(event.x), row: Int(event.y))
    let state = event.bstate
    if nc_wheel_up(state) { return MouseEvent(position: position, kind: .wheelUp) }
    if nc_wheel_down(state) { return MouseEvent(position: position, kind: .wheelDown) }
    if nc_mouse_doubled(state) { return MouseEvent(position: position, kind: .double) }
    if nc_mouse_pressed(state) {
      let now = Self.milliseconds
      if let last = lastPress, last.position == position, now - last.time < Self.doubleClickMilliseconds {
        lastPress = nil
        return MouseEvent(position: position, kind: .double)
      }
      lastPress = (position, now)
      return MouseEvent(position: position, kind: .press)
    }
    return nc_mouse_released(state) ? MouseEvent(position: position, kind: .release) : nil
  }

  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
