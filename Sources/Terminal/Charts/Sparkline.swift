// A line of samples, one cell each.

/// Samples drawn as blocks of different height. Say the figures beside it: it only repeats them.
public enum Sparkline {
  /// One cell a sample; a missing sample is a blank, the lowest value the lowest glyph. The scale is fixed
  /// so that families compare; what lies outside is drawn at its ends.
  public static func text(
    values: [Double?], scale: ClosedRange<Double>, glyphs: ChartGlyphs = .eighths
  ) -> String {
    let levels = glyphs.levels
    let span = scale.upperBound - scale.lowerBound
    return values.map { value in
      guard let value, value.isFinite else { return " " }
      guard span > 0 else { return levels[0] }
      let share = min(max((value - scale.lowerBound) / span, 0), 1)
      return levels[min(levels.count - 1, Int((share * Double(levels.count - 1)).rounded()))]
    }.joined()
  }
}
