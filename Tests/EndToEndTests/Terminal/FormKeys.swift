import Testing

// What somebody does at forms and lists, key by key.

extension TerminalSession {
  /// Goes on through the fields of a form to the one with this label.
  func go(to label: String) throws {
    for _ in 0..<60 {
      if try lineLabelOfCursor() == label { return }
      // A form that scrolls may leave the cursor where it was.
      let (place, picture) = (try cursor, try screen())
      try press("Tab")
      try wait("the next field") { now in
        (try? cursor).map { $0 != place } ?? false || now != picture
      }
    }
    throw TerminalFailure(what: "no field \(label)", screen: try screen())
  }

  /// The label of the field the cursor stands in, also where it stands at one of several things to choose.
  private func lineLabelOfCursor() throws -> String {
    let (column, row) = try cursor
    let lines = try screen().split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(row) else { return "" }
    let before = lines[row].prefix(column)
    guard let opening = before.lastIndex(where: { "[│(".contains($0) }) else { return "" }
    let label =
      before[opening] == "("
      ? String(before.prefix { $0 != "(" }) : String(before[..<opening].split(separator: "]").last ?? "")
    return label.trimmed.last == "*" ? String(label.trimmed.dropLast()) : label.trimmed
  }

  /// Puts a text in a field of a form, in the place of what stands there.
  func fill(_ label: String, _ text: String) throws {
    try go(to: label)
    try press("C-u")
    try type(text)
  }

  /// Chooses from a list by the letters it has.
  func choose(_ label: String, _ letters: String) throws {
    try go(to: label)
    try type(letters)
    try wait(for: "└")
    try press("Enter")
    try waitGone("└")
  }

  /// Ticks the box that so many others stand before.
  func tick(_ label: String, _ place: Int) throws {
    try go(to: label)
    for _ in 0..<place { try press("Right") }
    try press("Space")
  }

  /// Records a form, and waits until it says so.
  func record() throws {
    try press("C-s")
    try wait(for: "Recorded as entry")
  }

  /// Opens a family from the list of families.
  func open(_ name: String) throws {
    try wait(for: name)
    try press("/", "C-u")
    try type(name)
    try wait(for: "/\(name) ")
    // The first ends the typing, the second opens what is left.
    try press("Enter", "Enter")
    try wait(for: "[1 family]")
  }

  /// Goes down a list to the row with this text.
  func select(_ text: String) throws {
    for _ in 0..<60 {
      let (_, row) = try cursor
      let lines = try screen().split(separator: "\n", omittingEmptySubsequences: false)
      if lines.indices.contains(row), lines[row].contains(text) { return }
      try press("Down")
      try settled(looks: 2)
    }
    throw TerminalFailure(what: "no row \(text)", screen: try screen())
  }

  /// Notes something about the volunteer in front; the kind is so many to the right.
  func note(
    _ kind: Int, _ label: String, _ text: String, then more: () throws -> Void = {}
  ) throws {
    try press("n")
    try wait(for: "What is to be noted")
    for _ in 0..<kind { try press("Right") }
    try press("Enter")
    try wait(for: "Esc keep as draft")
    try fill(label, text)
    try more()
    try press("C-s")
    try waitGone("Esc keep as draft")
  }

  /// Leaves the program from wherever it is.
  func leave() throws {
    for _ in 0..<4 {
      try press("Escape")
      try settled(looks: 3)
    }
    try press("q")
    #expect(try status() == 0)
  }
}
