// Where the fields of a form stand, from the form and a width alone.
//
// Labels stand left in one column, as wide as the widest label that is not too long; a longer label gets a
// row of its own above its field. Fields with the same row number share a row from 60 columns up. Errors
// stand under their row, hints to the right of the field or, while it is focused, under it.

struct FormLayout {
  struct Placed {
    var field: Int
    var label: Rect
    /// The field with its brackets or bar.
    var frame: Rect
    /// Where the field itself is drawn.
    var box: Rect
    var hint: Rect?
    /// The words under the row, wrapped: the error, or the hint of the focused field.
    var notes: [String] = []
    var notesRow = 0
    var notesAreError = false

    /// The rows from label to last note.
    var extent: Range<Int> {
      min(label.row, frame.row)..<max(frame.endRow, notes.isEmpty ? 0 : notesRow + notes.count)
    }
  }

  static let sharingColumnsMin = 60
  private static let stackedColumnsMax = 30
  private let columns: Int
  private let labelColumns: Int
  private(set) var placed: [Placed] = []
  private(set) var rows = 0

  init(_ fields: [FormField], columns: Int, focused: Int?) {
    self.columns = max(1, columns)
    let limit = columns < Self.stackedColumnsMax ? 0 : min(18, columns / 3)
    labelColumns = fields.map { CellText.width(of: Self.label($0)) }.filter { $0 <= limit }.max() ?? 0
    for group in Self.groups(fields, sharing: columns >= Self.sharingColumnsMin) {
      place(group, fields, focused: focused)
    }
  }

  static func label(_ field: FormField) -> String { field.isRequired ? field.label + "*" : field.label }

  /// The fields of each row of the screen.
  private static func groups(_ fields: [FormField], sharing: Bool) -> [[Int]] {
    var groups: [[Int]] = []
    for (index, field) in fields.enumerated() {
      if sharing, let row = field.row, let last = groups.last?.last, fields[last].row == row {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  private mutating func place(_ group: [Int], _ fields: [FormField], focused: Int?) {
    var waiting = group[...]
    while let first = waiting.popFirst() {
      let start = placed.count
      let top = placeFirst(first, fields[first], isAlone: waiting.isEmpty)
      while let next = waiting.first, placeBeside(next, fields[next], top: top, isLast: waiting.count == 1) {
        waiting.removeFirst()
      }
      rows = placed[start...].map { $0.frame.endRow }.max() ?? rows
      for index in placed.indices[start...] { addNotes(index, fields, focused: focused) }
    }
  }

  private mutating func placeFirst(_ index: Int, _ field: FormField, isAlone: Bool) -> Int {
    let width = CellText.width(of: Self.label(field))
    var column = labelColumns + (labelColumns > 0 ? 1 : 0)
    var label = Rect(column: 0, row: rows, columns: labelColumns, rows: 1)
    if width > labelColumns {
      label = Rect(column: 0, row: rows, columns: columns, rows: 1)
      rows += 1
      column = min(column, columns / 4)
      if columns < Self.stackedColumnsMax { column = 0 }
    }
    add(index, field, label: label, column: column, row: rows, room: columns - column)
    return rows
  }

  /// Places a field right of the last one; `false` when there is no room for it.
  private mutating func placeBeside(_ index: Int, _ field: FormField, top: Int, isLast: Bool) -> Bool {
    guard let last = placed.last else { return false }
    let labelStart = last.frame.endColumn + 2
    let label = CellText.width(of: Self.label(field))
    let column = labelStart + label + (label > 0 ? 1 : 0)
    let needed = (field.width ?? 10) + field.kind.frame.columns
    guard column + needed <= columns else { return false }
    let room = isLast ? columns - column : needed
    add(
      index, field, label: Rect(column: labelStart, row: top, columns: label, rows: 1), column: column,
      row: top,
      room: room)
    return true
  }

  private mutating func add(
    _ index: Int, _ field: FormField, label: Rect, column: Int, row: Int, room: Int
  ) {
    let frame = field.kind.frame
    var width = max(1, room)
    if let wanted = field.width { width = min(width, wanted + frame.columns) }
    if field.row != nil && field.width == nil { width = min(width, max(12, field.kind.naturalColumns)) }
    let outer = Rect(
      column: column, row: row, columns: width, rows: field.kind.rows(columns: max(1, width - frame.columns)))
    let inner: Rect =
      switch frame {
      case .none: outer
      case .brackets: outer.inset(columns: 1, rows: 0)
      case .bar: outer.splitLeft(min(1, width - 1)).rest
      }
    placed.append(Placed(field: index, label: label, frame: outer, box: inner))
  }

  private mutating func addNotes(_ index: Int, _ fields: [FormField], focused: Int?) {
    let field = fields[placed[index].field]
    let column = min(placed[index].frame.column, columns / 3)
    let room = max(1, columns - column)
    if let hint = field.hint, field.error == nil, !hint.isEmpty {
      let start = placed[index].frame.endColumn + 1
      let isLastOfRow = index == placed.count - 1
      if isLastOfRow, start + CellText.width(of: hint) <= columns {
        placed[index].hint = Rect(
          column: start, row: placed[index].frame.row, columns: columns - start, rows: 1)
        return
      }
    }
    let words: String
    if let error = field.error, !error.isEmpty {
      words = "‼ " + error
      placed[index].notesAreError = true
    } else if let hint = field.hint, !hint.isEmpty, focused == placed[index].field {
      words = hint
    } else {
      return
    }
    placed[index].notes = CellText.wrapped(words, to: room).map(String.init)
    placed[index].notesRow = rows
    rows += placed[index].notes.count
  }

  /// The field whose label or box is at a place.
  func field(at position: Position) -> Placed? {
    placed.first { $0.frame.contains(position) } ?? placed.first { $0.label.contains(position) }
  }
}

extension FieldKind {
  /// The cells a field sharing a row would like when it was given no width.
  var naturalColumns: Int {
    switch self {
    case .choice(let field):
      field.isList
        ? (field.options.map { CellText.width(of: $0.label) }.max() ?? 0) + 3
        : field.options.reduce(0) { $0 + CellText.width(of: $1.label) + OptionFlow.markColumns + 1 }
    case .checks(let field):
      field.options.reduce(0) { $0 + CellText.width(of: $1.label) + OptionFlow.markColumns + 1 }
    case .toggle: 3
    case .line, .secret, .text: 22
    }
  }
}
