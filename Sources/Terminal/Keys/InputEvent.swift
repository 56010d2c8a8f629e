// What the terminal has to say: keys, pastes, the mouse, and what happened around the program.

/// One thing that happened. The owner of the device gets them in bursts, acts on all and draws once.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, with `\n` for line breaks. It is text, never commands; sanitise it before drawing.
  case paste(String)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// The terminal has another size now.
  case resized(Size)
  /// A `Waker` was used; the tokens it was given, in order.
  case woken([UInt8])
  /// Nothing happened until the timeout.
  case idle
  /// The terminal is gone, or the program was asked to end (SIGHUP, SIGTERM). Save and leave.
  case hangup
  /// SIGINT from outside; ^C typed is a key.
  case interrupt
  /// The program was suspended and is back; the screen has been repainted.
  case resumed
}

/// The mouse over a cell.
public struct MouseEvent: Hashable, Sendable {
  /// What the mouse did.
  public enum Kind: Hashable, Sendable {
    /// Button 1 went down.
    case press
    /// Button 1 went up.
    case release
    /// The wheel turned away from the hand.
    case wheelUp
    /// The wheel turned towards the hand.
    case wheelDown
    /// Button 1 went down a second time at the same place within half a second.
    case double
  }

  /// The cell.
  public var position: Position
  /// What happened there.
  public var kind: Kind

  /// The mouse did something over a cell.
  public init(position: Position, kind: Kind) {
    self.position = position
    self.kind = kind
  }
}
