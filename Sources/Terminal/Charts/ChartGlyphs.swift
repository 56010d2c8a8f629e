// The characters charts are made of, from the finest to what every terminal has.

/// Which characters a chart may use.
public enum ChartGlyphs: Hashable, Sendable {
  /// Eighth blocks.
  case eighths
  /// Lower half and full block, what the fonts of the Linux console have.
  case three
  /// ASCII.
  case ascii

  /// The glyphs of a sparkline from lowest to highest.
  var levels: [String] {
    switch self {
    case .eighths: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    case .three: ["_", "▄", "█"]
    case .ascii: ["_", ".", "-", "=", "#"]
    }
  }

  /// The parts of a bar's last cell from least to full; the last is the full cell.
  var parts: [String] {
    switch self {
    case .eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    case .three: ["▌", "█"]
    case .ascii: ["#"]
    }
  }
}
