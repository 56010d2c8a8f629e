import Terminal
import VisitLibrary
import VisitModel

/// One part of a family's file: what it shows, and the keys it adds. Made anew for every key and every frame.
protocol FamilyPage {
  /// The part of this family's file.
  init(file: FamilyFile, desk: Desk)
  /// How many rows there are to choose from; nought for a page that is read and scrolled.
  var rows: Int { get }
  /// The number in the part's title; nil for none. Asked with every frame, so it costs little.
  var count: Int? { get }
  /// The commands that the part adds to those of the family, for the row that is selected; most useful first.
  func commands(_ selection: Int?) -> [Command<Act>]
  /// Carries out a command; nil where it is not the part's own.
  func perform(_ act: Act, _ selection: Int?) -> [Effect]?
  /// Draws the part below the tabs.
  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid)
}

/// Where somebody is in a part of a family's file: the row, or how far the page is scrolled.
struct FamilyPlace: Sendable {
  /// The row that is selected.
  var cursor = ListCursor(count: 0)
  /// How far a page without rows is scrolled.
  var scroll = PageScroll()
}

extension FamilyPage {
  var rows: Int { 0 }
  var count: Int? { rows }
  func commands(_ selection: Int?) -> [Command<Act>] { [] }
  func perform(_ act: Act, _ selection: Int?) -> [Effect]? { nil }

  /// Draws lines that are read and scrolled.
  func draw(_ lines: [PageLine], in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let first = place.scroll.first(of: lines.count, rows: area.rows)
    for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      grid.write(line.text, at: area.position(1, index), style: line.style, maxColumns: area.columns - 1)
    }
  }
}

/// One line of a page that is read.
struct PageLine {
  let text: String
  let style: Style

  /// A line of text.
  init(_ text: String, _ style: Style = .normal) {
    self.text = text
    self.style = style
  }
}
