import Terminal

/// How far a page of lines without a selection is scrolled.
struct PageScroll: Sendable {
  /// The first line shown.
  private(set) var top = 0

  /// Moves by the keys that move in every list; other keys do nothing.
  mutating func handle(_ key: Key) {
    switch key {
    case .down, .character("j"): top += 1
    case .up, .character("k"): top = max(0, top - 1)
    case .pageDown, .control("d"): top += 10
    case .pageUp, .control("u"): top = max(0, top - 10)
    case .home, .character("g"): top = 0
    default: break
    }
  }

  /// The first line to draw of a page: the last screenful at most begins there.
  mutating func first(of lines: Int, rows: Int) -> Int {
    top = min(top, max(0, lines - rows))
    return top
  }
}
