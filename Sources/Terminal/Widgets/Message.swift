// The line that says what just happened.

/// A line of news for the person at the keyboard, kept until the next key.
public struct Message: Hashable, Sendable {
  /// How it is meant.
  public enum Kind: Hashable, Sendable {
    /// News.
    case note
    /// It worked.
    case done
    /// Look at this.
    case caution
    /// It did not work.
    case error
  }

  /// How it is meant.
  public var kind: Kind
  /// The words.
  public var text: String

  /// A message.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// Draws it in the first row of `rect`, with a mark before it so that colour is not needed.
  public func draw(in rect: Rect, on grid: inout Grid) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    let style: Style
    let mark: String
    switch kind {
    case .note: (style, mark) = (.normal, "")
    case .done: (style, mark) = (.good, "✓ ")
    case .caution: (style, mark) = (.caution, "! ")
    case .error: (style, mark) = (.error, "‼ ")
    }
    grid.fill(line)
    grid.write(mark + text, at: line.origin, style: style, maxColumns: line.columns)
  }
}
