// What the keys do in a text area.

extension TextArea {
  /// Acts on a key; `false` when the key means nothing here. Up on the first visible line and Down on the
  /// last are not taken, so that a form can move on.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up: return moveVertically(by: -1)
    case .down: return moveVertically(by: 1)
    case .pageUp: return moveVertically(by: -max(1, rows - 1), stopping: true)
    case .pageDown: return moveVertically(by: max(1, rows - 1), stopping: true)
    default: break
    }
    guard move(key) || edit(key) else { return false }
    goal = nil
    follow()
    return true
  }

  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): line.cursor = max(0, line.cursor - 1)
    case .right, .control("f"): line.cursor = min(line.characters.count, line.cursor + 1)
    case .home, .control("a"): line.cursor = currentLine.lowerBound
    case .end, .control("e"): line.cursor = endOfCurrentLine
    case .controlLeft, .alt("b"): line.cursor = line.wordStart
    case .controlRight, .alt("f"): line.cursor = line.wordEnd
    default: return false
    }
    history.pause()
    return true
  }

  private mutating func edit(_ key: Key) -> Bool {
    let cursor = line.cursor
    switch key {
    case .character(let character): put([character], as: .typing)
    case .enter: put(["\n"], as: .paste)
    case .backspace: remove(max(0, cursor - 1)..<cursor, as: .erasing)
    case .delete, .control("d"): remove(cursor..<min(line.characters.count, cursor + 1), as: .erasing)
    case .control("k"): remove(cursor..<max(paragraphEnd, min(cursor + 1, joinEnd)), as: .cut)
    case .control("u"): remove(paragraphStart..<cursor, as: .cut)
    case .control("w"): remove(line.blankWordStart..<cursor, as: .cut)
    case .alt("d"): remove(cursor..<line.wordEnd, as: .cut)
    case .control("y"): put(line.cut, as: .paste)
    case .control("t"): transpose()
    case .control("_"): restore(history.undo(from: line))
    case .control("r"), .alt("_"): restore(history.redo(from: line))
    default: return false
    }
    return true
  }

  mutating func put(_ characters: [Character], as kind: EditHistory.Kind) {
    let room = max(0, (maxLength ?? Int.max) - line.characters.count)
    let taken = Array(characters.filter { $0 == "\n" || CellText.width(of: $0) > 0 }.prefix(room))
    guard !taken.isEmpty else { return }
    history.record(line, kind, breaking: taken.last?.isWhitespace == true)
    line.insert(taken)
  }

  private mutating func remove(_ range: Range<Int>, as kind: EditHistory.Kind) {
    guard !range.isEmpty else { return }
    history.record(line, kind, breaking: false)
    line.remove(range, keeping: kind == .cut)
  }

  private mutating func transpose() {
    var changed = line
    guard changed.transpose() else { return }
    history.record(line, .cut, breaking: false)
    line = changed
  }

  private mutating func restore(_ earlier: TextLine?) {
    guard var earlier else { return }
    earlier.cut = line.cut
    line = earlier
  }

  private mutating func moveVertically(by distance: Int, stopping: Bool = false) -> Bool {
    let lines = wrapped
    let current = cursorLine(in: lines)
    let target = min(max(0, current + distance), lines.count - 1)
    guard target != current else { return stopping }
    let column = goal ?? cells(lines[current].lowerBound..<line.cursor)
    goal = column
    line.cursor = offset(inLine: target, of: lines, column: column)
    history.pause()
    follow()
    return true
  }

  private func offset(inLine number: Int, of lines: [Range<Int>], column: Int) -> Int {
    let range = lines[number]
    let end = lastOffset(ofLine: number, in: lines)
    var used = 0
    for index in range where index < end {
      used += CellText.width(of: line.characters[index])
      if used > column { return index }
    }
    return end
  }

  /// The last place of the cursor on a line: before its last blank when the line ends at a soft wrap,
  /// because the place behind that blank is the beginning of the next line.
  private func lastOffset(ofLine number: Int, in lines: [Range<Int>]) -> Int {
    let range = lines[number]
    let wraps = number + 1 < lines.count && lines[number + 1].lowerBound == range.upperBound
    return wraps ? max(range.lowerBound, range.upperBound - 1) : range.upperBound
  }

  private var currentLine: Range<Int> {
    let lines = wrapped
    return lines[cursorLine(in: lines)]
  }

  private var endOfCurrentLine: Int {
    let lines = wrapped
    return lastOffset(ofLine: cursorLine(in: lines), in: lines)
  }

  private var paragraphStart: Int {
    (line.characters[..<line.cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var paragraphEnd: Int {
    line.characters[line.cursor...].firstIndex(of: "\n") ?? line.characters.count
  }

  /// One past the line break the cursor stands on, so that a second `^K` joins the lines.
  private var joinEnd: Int {
    line.cursor < line.characters.count && line.characters[line.cursor] == "\n"
      ? line.cursor + 1 : line.cursor
  }
}
