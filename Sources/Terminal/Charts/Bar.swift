// Bars that grow to the right, and gauges with their number.

/// A bar.
public enum Bar {
  /// A bar of at most `columns` cells for `value` out of `maximum`; empty for nothing, and never empty for
  /// more than nothing.
  public static func text(
    value: Double, maximum: Double, columns: Int, glyphs: ChartGlyphs = .eighths
  ) -> String {
    guard value.isFinite, maximum.isFinite, maximum > 0, value > 0, columns > 0 else { return "" }
    let parts = glyphs.parts
    let steps = Int((min(value / maximum, 1) * Double(columns * parts.count)).rounded())
    let shown = max(1, steps)
    let full = String(repeating: parts[parts.count - 1], count: shown / parts.count)
    let rest = shown % parts.count
    return rest == 0 ? full : full + parts[rest - 1]
  }
}

/// A bar between brackets with its number, as in `[####····] 4 of 8`.
public enum Gauge {
  /// The gauge `columns` cells wide without `words`, which say the number and are always there.
  public static func text(
    value: Double, maximum: Double, columns: Int, words: String, glyphs: ChartGlyphs = .eighths
  ) -> String {
    let room = max(1, columns - 2)
    let bar = Bar.text(value: value, maximum: maximum, columns: room, glyphs: glyphs)
    let gauge = "[" + CellText.padded(bar, to: room) + "]"
    return words.isEmpty ? gauge : gauge + " " + words
  }
}
