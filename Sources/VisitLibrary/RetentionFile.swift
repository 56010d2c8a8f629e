// The file of retention rules: `version = 1`, then `[families]` with lines `id = 6 years after ending if concern`; a line
// that begins with `-- ` is the source of the rules that follow it.

public import VisitModel

extension Library {
  /// How long records are kept; throws where the file does not make sense.
  public static func retention() throws(LibraryError) -> RetentionRules {
    let file = "lists/retention.txt"
    return try RetentionFile.read(EmbeddedFiles.bytes(of: file), file: file)
  }

  /// Reads a file of retention rules from outside, such as one a scheme edited; throws the first line that does not make
  /// sense.
  public static func retention(reading bytes: [UInt8], file: String) throws(LibraryError) -> RetentionRules {
    try RetentionFile.read(bytes, file: file)
  }
}

/// Reads the retention rules.
enum RetentionFile {
  static func read(_ bytes: [UInt8], file: String) throws(LibraryError) -> RetentionRules {
    var version: Int?
    var source = ""
    var isBehindRule = true
    var rules: [RetentionRule] = []
    var hasBegun = false
    for line in try TextLines(bytes, file: file).lines {
      func fail(_ problem: String) -> LibraryError {
        LibraryError(file: file, line: line.number, problem: problem)
      }
      if line.text == "[families]", !hasBegun {
        hasBegun = true
        continue
      }
      if line.text.hasPrefix("-- ") {
        source = (isBehindRule ? "" : source + " ") + line.text.dropFirst(3)
        isBehindRule = false
        continue
      }
      guard let (key, value) = line.keyAndValue, !value.isEmpty else {
        throw fail("a rule is \"id = 6 years after ending if concern\"")
      }
      guard hasBegun else {
        guard key == "version", let number = Int(value), number > 0, version == nil else {
          throw fail("before the rules stands \"version = 1\", then \"[families]\"")
        }
        version = number
        continue
      }
      let id = String(key)
      guard isID(id), !rules.contains(where: { $0.id == id }) else {
        throw fail("\"\(id)\" stands twice, or is not lower case letters, digits and underscores")
      }
      guard !source.isEmpty else { throw fail("a rule stands under its source: -- where it comes from") }
      guard let rule = rule(id, String(value), source: source) else {
        throw fail("\"\(value)\" is no rule; try 6 years after ending if concern")
      }
      rules.append(rule)
      isBehindRule = true
    }
    guard let version else { throw LibraryError(file: file, problem: "no version") }
    return RetentionRules(version: version, rules: rules)
  }

  private static func rule(_ id: String, _ text: String, source: String) -> RetentionRule? {
    guard let after = text.firstRange(of: " after ") else { return nil }
    let period = text[..<after.lowerBound].split(separator: " ")
    guard period.count == 2, let number = Int(period[0]), (1...100).contains(number) else { return nil }
    let months: Int
    switch period[1] {
    case "year", "years": months = number * 12
    case "month", "months": months = number
    default: return nil
    }
    let rest = text[after.upperBound...]
    let parts: (start: Substring, condition: Substring)
    if let given = rest.firstRange(of: " if ") {
      parts = (rest[..<given.lowerBound], rest[given.upperBound...])
    } else {
      parts = (rest, "always")
    }
    guard let start = RetentionStart(rawValue: String(parts.start)),
      let condition = RetentionCondition(rawValue: String(parts.condition))
    else { return nil }
    return RetentionRule(id: id, months: months, start: start, condition: condition, source: source)
  }
}
