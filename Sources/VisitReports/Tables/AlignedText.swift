/// A table as lines of text with its columns lined up, for a terminal or a pipe: numbers on the right, all else on
/// the left, two spaces between columns.
///
/// The front end gives the titles, the words for cells that are not plain, and how wide a text is on the screen.
public struct AlignedText {
  private let titles: [String]
  private let cells: [[String]]
  private let kinds: [ColumnKind]
  private let width: (String) -> Int

  /// A table to be lined up.
  ///
  /// - Parameters:
  ///   - titles: A title for each column; its key where none is given.
  ///   - word: The words for a cell, or nil to write it the way files do.
  ///   - width: How many columns of the screen a text takes; the number of its characters unless given.
  public init(
    _ table: Table, titles: (Column) -> String = { $0.key },
    word: (Column, Cell) -> String? = { _, _ in nil }, width: @escaping (String) -> Int = { $0.count }
  ) {
    kinds = table.columns.map(\.kind)
    self.titles = table.columns.map { CleanText.forOneLine(titles($0)) }
    cells = table.rows.map { row in
      zip(table.columns, row).map { column, cell in
        CleanText.forOneLine(word(column, cell) ?? cell.text(as: column.kind))
      }
    }
    self.width = width
  }

  /// The lines, the titles first, without line ends and without spaces at their ends.
  public var lines: [String] {
    var widths = titles.map(width)
    let cellWidths = cells.map { $0.map(width) }
    for row in cellWidths {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell) }
    }
    let header = line(titles, titles.map(width), in: widths)
    return [header] + zip(cells, cellWidths).map { line($0, $1, in: widths) }
  }

  /// The lines as one text, each with a line end.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  private func line(_ texts: [String], _ textWidths: [Int], in widths: [Int]) -> String {
    var line = ""
    for (index, text) in texts.enumerated() {
      let gap = String(repeating: " ", count: max(0, widths[index] - textWidths[index]))
      if index > 0 { line += "  " }
      line += kinds[index].isNumber ? gap + text : text + gap
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
