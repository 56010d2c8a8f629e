// Reading everything the terminal has sent, as events.

import CNcurses
import Glibc

/// Drains ncurses' input. Broken UTF-8 is dropped, a paste is one event, Esc with a character behind it in
/// the same burst is Alt.
struct InputReader {
  /// The most bytes of a paste that are kept; the rest is read and dropped.
  static let pasteBytesMax = 1 << 20
  private static let pasteSilenceMilliseconds: Int32 = 200
  private static let doubleClickMilliseconds = 500

  /// The most events of one burst: input that never ends must not keep the screen from being drawn.
  private static let eventsMax = 4096

  private enum Code {
    case scalar(UInt32)
    case function(Int32)
    case nothing
  }

  private var lastPress: (position: Position, time: Int)?

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
        // ERR is the end of input or a byte that is no UTF-8; then there is less to read than before.
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
  private func skipSequence() -> Bool {
    var length = 0
    while length < 32, case .scalar(let scalar) = read() {
      length += 1
      if (0x40...0x7E).contains(scalar) { break }
    }
    return length > 0
  }

  private func read() -> Code {
    var value: wint_t = 0
    switch wget_wch(nc_stdscr(), &value) {
    case OK: return .scalar(UInt32(value))
    case KEY_CODE_YES: return .function(Int32(bitPattern: UInt32(value)))
    default: return .nothing
    }
  }

  /// A scalar that belongs to the character before it in the burst (a mark, a joiner) is added to that.
  private func add(_ scalar: UInt32, to events: inout [InputEvent]) {
    guard let key = InputCodes.key(scalar: scalar) else { return }
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
  private func paste() -> String {
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
