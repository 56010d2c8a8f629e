import Terminal
import Testing

@Suite("Charts")
struct ChartTests {
  @Test(
    "a sparkline has one cell a sample, a gap for none and the lowest glyph for the lowest value",
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], 0.0...7.0, ChartGlyphs.eighths, "▁▂▃▄▅▆▇█"),
      ([5, nil, 1], 1...5, .eighths, "█ ▁"),
      ([-3, 99], 0...10, .eighths, "▁█"), ([0, 5, 10], 0...10, .three, "_▄█"),
      ([0, 2.5, 5, 7.5, 10], 0...10, .ascii, "_.-=#"),
      ([], 0...1, .eighths, ""), ([3, 3], 3...3, .eighths, "▁▁"), ([.nan, 1], 0...1, .eighths, " █"),
    ] as [([Double?], ClosedRange<Double>, ChartGlyphs, String)])
  func sparklines(values: [Double?], scale: ClosedRange<Double>, glyphs: ChartGlyphs, picture: String) {
    #expect(Sparkline.text(values: values, scale: scale, glyphs: glyphs) == picture)
  }

  @Test(
    "a bar is as long as its share, and never nothing for something",
    arguments: [
      (8.0, 8.0, 4, ChartGlyphs.eighths, "████"), (4, 8, 4, .eighths, "██"), (1, 32, 4, .eighths, "▏"),
      (0.001, 32, 4, .eighths, "▏"),
      (0, 8, 4, .eighths, ""), (99, 8, 4, .eighths, "████"), (5, 16, 4, .eighths, "█▎"),
      (6, 8, 4, .ascii, "###"), (5, 8, 4, .three, "██▌"),
      (5, 0, 4, .eighths, ""), (5, 8, 0, .eighths, ""), (-1, 8, 4, .eighths, ""),
    ])
  func bars(value: Double, maximum: Double, columns: Int, glyphs: ChartGlyphs, picture: String) {
    #expect(Bar.text(value: value, maximum: maximum, columns: columns, glyphs: glyphs) == picture)
  }

  @Test("a gauge always says its number")
  func gauges() {
    #expect(Gauge.text(value: 2, maximum: 4, columns: 6, words: "2 of 4", glyphs: .ascii) == "[##  ] 2 of 4")
  }
}
