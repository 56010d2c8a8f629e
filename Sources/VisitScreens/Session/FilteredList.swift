import Terminal
import VisitModel

/// How a list is moved in and narrowed down: the selected row, and the filter line over it.
///
/// The screen keeps its rows; this says which one is selected, and tells it when to narrow them down anew.
struct FilteredList: Sendable {
  private(set) var filter = FilterLine()
  private(set) var cursor = ListCursor()

  /// What came of a key or a click.
  enum Outcome {
    case nothing
    /// The filter changed: the rows are to be narrowed down anew.
    case filtered
    /// A row was chosen to be opened.
    case opened
  }

  /// Whether letters go into the filter now.
  var isTyping: Bool { filter.isOpen }
  /// The row selected.
  var selection: Int? { cursor.selection }

  mutating func openFilter() { filter.open() }
  mutating func clearFilter() { filter.clear() }

  /// The rows changed: how many there are, and where the row selected before stands now.
  mutating func arrange(count: Int, selecting row: Int?) { cursor.reselect(row, count: count) }

  /// The rows to draw in so many lines of the screen.
  mutating func visible(rows: Int) -> Range<Int> {
    cursor.pageRows = max(1, rows)
    return cursor.visibleRange(rows: rows)
  }

  mutating func type(_ key: Key) -> Outcome {
    guard filter.isOpen else {
      _ = cursor.handle(key)
      return .nothing
    }
    if cursor.handleWithoutLetters(key) { return .nothing }
    return filter.handle(key) ? .filtered : .nothing
  }

  mutating func paste(_ text: String) -> Outcome {
    guard filter.isOpen else { return .nothing }
    filter.paste(text)
    return .filtered
  }

  /// Takes a click or the wheel; the first row of the list stands in that row of the screen.
  mutating func mouse(_ event: MouseEvent, firstRow: Int) -> Outcome {
    cursor.handle(event, firstRow: firstRow) ? .opened : .nothing
  }
}

/// A screen that is one list under a filter, two lines below its top: moving, filtering and clicking are the same
/// on all of them.
protocol ListScreen: Screen {
  var list: FilteredList { get set }
  /// Narrows the rows down to what the filter lets through, keeping the selected record selected.
  mutating func arrange(at desk: Desk)
}

extension ListScreen {
  var isTyping: Bool { list.isTyping }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] { follow(list.type(key), at: desk) }

  mutating func paste(_ text: String, at desk: Desk) -> [Effect] { follow(list.paste(text), at: desk) }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    follow(list.mouse(event, firstRow: area.row + 2), at: desk)
  }

  private mutating func follow(_ outcome: FilteredList.Outcome, at desk: Desk) -> [Effect] {
    switch outcome {
    case .nothing: return []
    case .filtered:
      arrange(at: desk)
      return []
    case .opened: return perform(.open, at: desk)
    }
  }
}
