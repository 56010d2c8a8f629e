// A grid as text, for tests that compare whole screens and for the manual.

extension Grid {
  /// The rows as text, blanks at their ends left out.
  public var lines: [String] {
    (0..<size.rows).map { number in
      Self.trimmed(row(number).map(\.text).joined(), of: " ")
    }
  }

  /// All rows as text, blank rows at the end left out.
  public var text: String {
    var all = lines
    while all.last?.isEmpty == true { all.removeLast() }
    return all.joined(separator: "\n")
  }

  /// The role of every cell as one letter (`Role.letter`), ordinary cells at the ends left out.
  public var styleLines: [String] {
    (0..<size.rows).map { number in
      Self.trimmed(String(row(number).map(\.style.role.letter)), of: Role.normal.letter)
    }
  }

  /// The styles of all rows, plain rows at the end left out.
  public var legend: String {
    var all = styleLines
    while all.last?.isEmpty == true { all.removeLast() }
    return all.joined(separator: "\n")
  }

  private static func trimmed(_ line: String, of filler: Character) -> String {
    var rest = Substring(line)
    while rest.last == filler { rest.removeLast() }
    return String(rest)
  }
}
