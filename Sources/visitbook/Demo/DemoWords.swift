/// The names and sentences that an invented scheme is put together from, by heading (`Resources/demo`).
struct DemoWords: Sendable {
  private var sections: [String: [String]] = [:]
  /// The lines of each section that name no child.
  private var childless: [String: [String]] = [:]

  /// Reads texts of the form `[heading]` and lines under it; blank lines and lines that begin with `#` are skipped.
  init(_ texts: [String]) {
    var heading = ""
    for text in texts {
      for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
        if line.hasPrefix("["), line.hasSuffix("]") {
          heading = String(line.dropFirst().dropLast())
        } else {
          sections[heading, default: []].append(String(line))
          if !line.contains("{child}") { childless[heading, default: []].append(String(line)) }
        }
      }
    }
  }

  /// The lines under a heading, none where there is no such heading.
  subscript(heading: String) -> [String] { sections[heading] ?? [] }

  /// One line under a heading, with first names filled in; a line that names a child only where there is one.
  func line(_ heading: String, _ people: FirstNames, _ random: inout SeededRandom) -> String? {
    let lines = people.child == nil ? childless[heading] : sections[heading]
    return random.pick(lines ?? []).map(people.filling)
  }
}

/// The first names that sentences about a family use.
struct FirstNames {
  let carer: String
  let child: String?

  /// The sentence with the names in their places.
  func filling(_ sentence: String) -> String {
    var filled = ""
    var rest = sentence[...]
    while let brace = rest.firstIndex(of: "{"), let end = rest[brace...].firstIndex(of: "}") {
      filled += rest[..<brace]
      switch rest[rest.index(after: brace)..<end] {
      case "carer": filled += carer
      case "child": filled += child ?? "the baby"
      default: filled += rest[brace...end]
      }
      rest = rest[rest.index(after: end)...]
    }
    return filled + rest
  }
}
