// The last line of the screen: the keys that work here.

/// A key and its verb.
public struct KeyLineItem: Hashable, Sendable {
  /// The key.
  public let key: Key
  /// The verb.
  public let title: String

  /// A key and its verb.
  public init(key: Key, title: String) {
    self.key = key
    self.title = title
  }

  var columns: Int { CellText.width(of: key.spelling) + 1 + CellText.width(of: title) }
}

/// Drawing the key line and telling what was clicked on it.
public enum KeyLine {
  private static let gap = 2

  /// The first items that fit in a width.
  public static func fitting(_ items: [KeyLineItem], columns: Int) -> [KeyLineItem] {
    var used = 0
    var kept: [KeyLineItem] = []
    for item in items {
      let more = item.columns + (kept.isEmpty ? 0 : gap)
      guard used + more <= columns else { break }
      used += more
      kept.append(item)
    }
    return kept
  }

  /// Draws items in the first row of `rect`, keys told from verbs by their style and place.
  public static func draw(_ items: [KeyLineItem], in rect: Rect, on grid: inout Grid) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    grid.fill(line)
    var column = 0
    for item in fitting(items, columns: line.columns) {
      column += grid.write(item.key.spelling, at: line.position(column, 0), style: .key) + 1
      column += grid.write(item.title, at: line.position(column, 0)) + gap
    }
  }

  /// The key of the item under a column counted from the left edge of the line.
  public static func key(at column: Int, of items: [KeyLineItem], columns: Int) -> Key? {
    var start = 0
    for item in fitting(items, columns: columns) {
      if (start..<start + item.columns).contains(column) { return item.key }
      start += item.columns + gap
    }
    return nil
  }
}
