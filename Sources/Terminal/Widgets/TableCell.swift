// One cell of a list's row.

/// What one cell of a row says.
public struct TableCell: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The words.
  public var text: String
  /// How they are meant.
  public var style: Style

  /// A cell.
  public init(_ text: String, _ style: Style = .normal) {
    self.text = text
    self.style = style
  }

  /// A plain cell.
  public init(stringLiteral text: String) { self.init(text) }
}
