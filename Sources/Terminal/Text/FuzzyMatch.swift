// Scoring for the command palette: the letters typed, in order, anywhere in the text.

/// Subsequence matching on folded text.
public enum FuzzyMatch {
  /// How well `query` matches `text`: `nil` when its letters do not occur in order, else higher is
  /// better. Runs of letters, starts of words and early matches score more. An empty query scores 0.
  public static func score(_ query: String, in text: String) -> Int? {
    score(FoldedText(query), in: FoldedText(text))
  }

  /// The same on text already folded, for lists asked on every key.
  public static func score(_ query: FoldedText, in text: FoldedText) -> Int? {
    let needle = query.bytes.filter { $0 != UInt8(ascii: " ") }
    guard !needle.isEmpty else { return 0 }
    let hay = text.bytes
    var best: Int?
    for start in hay.indices where hay[start] == needle[0] {
      guard let found = run(needle, hay, from: start) else { break }
      best = max(best ?? Int.min, found)
    }
    return best
  }

  private static func run(_ needle: [UInt8], _ hay: [UInt8], from start: Int) -> Int? {
    var score = 0
    var position = start
    var previous: Int?
    for byte in needle {
      while position < hay.count && hay[position] != byte { position += 1 }
      guard position < hay.count else { return nil }
      score += 1
      if position == 0 || !isWordByte(hay[position - 1]) { score += 8 }
      if let previous {
        if position == previous + 1 { score += 9 } else { score -= min(3, position - previous - 1) }
      }
      previous = position
      position += 1
    }
    return score * 4 - min(start, 40) - min(hay.count, 80) / 8
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
