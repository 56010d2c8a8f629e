// One cell of the screen.

/// What one cell shows. A wide glyph takes its own cell and an empty one of width 0 after it.
public struct Cell: Hashable, Sendable {
  /// One cell-safe glyph: a base and at most four marks. Empty in the second cell of a wide one.
  public var text: String
  /// 1 or 2, or 0 for the second cell of a wide glyph.
  public var width: UInt8
  /// How it is meant.
  public var style: Style

  /// A cell. The text must be one glyph as `CellText` makes them.
  public init(text: String, width: UInt8 = 1, style: Style = .normal) {
    self.text = text
    self.width = width
    self.style = style
  }

  /// A blank of a style.
  public static func blank(_ style: Style) -> Cell { Cell(text: " ", style: style) }
  /// An ordinary blank.
  public static let blank = Cell(text: " ")
  /// The second cell of a wide glyph.
  static func continuation(_ style: Style) -> Cell { Cell(text: "", width: 0, style: style) }
}
