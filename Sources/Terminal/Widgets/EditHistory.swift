// What can be undone in a text area: states before each step, bounded.

struct EditHistory: Equatable, Sendable {
  enum Kind: Sendable {
    /// Typed characters of one word are one step.
    case typing
    /// Characters erased one after another are one step.
    case erasing
    case cut
    case paste
  }

  private static let stepsMax = 200
  private var past: [TextLine] = []
  private var future: [TextLine] = []
  private var last: Kind?

  /// Ends the current step: what follows is another.
  mutating func pause() { last = nil }

  /// Remembers the state before a change. `breaking` ends the step with this change.
  mutating func record(_ state: TextLine, _ kind: Kind, breaking: Bool) {
    future = []
    let continues = last == kind && (kind == .typing || kind == .erasing)
    if !continues {
      past.append(state)
      if past.count > Self.stepsMax { past.removeFirst() }
    }
    last = breaking ? nil : kind
  }

  mutating func undo(from state: TextLine) -> TextLine? {
    last = nil
    guard let earlier = past.popLast() else { return nil }
    future.append(state)
    return earlier
  }

  mutating func redo(from state: TextLine) -> TextLine? {
    last = nil
    guard let later = future.popLast() else { return nil }
    past.append(state)
    return later
  }
}
