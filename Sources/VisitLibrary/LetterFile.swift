// The file of a letter: `to = family` or `referrer`, `title = …`, `at =` the stages it is written at, and for each gap that may be unknown what stands there
// then; for a gap that counts the words for one and for any other number (`visits.one`, `visits.other`, both or neither); a line of dashes; the letter with its gaps in braces.

public import VisitModel

/// Reads the template of a letter.
enum LetterFile {
  static func read(_ bytes: [UInt8], file: String, id: LetterID) throws(LibraryError) -> LetterTemplate {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LibraryError(file: file, problem: "not UTF-8 text")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.firstIndex(where: { $0.hasPrefix("---") }) else {
      throw LibraryError(file: file, problem: "no line of dashes before the letter")
    }
    var title = ""
    var addressee: LetterTemplate.Addressee?
    var stages: [EpisodeStage] = []
    var fallbacks: [LetterGap: String] = [:]
    var counted: [LetterGap: [String: String]] = [:]
    let head = lines[..<end].map(String.init).joined(separator: "\n")
    for line in try TextLines(Array(head.utf8), file: file).lines {
      guard let (key, value) = line.keyAndValue, !value.isEmpty else {
        throw LibraryError(file: file, line: line.number, problem: "a line is \"name = words\"")
      }
      switch key {
      case "title": title = String(value)
      case "at":
        for name in value.split(separator: ",") {
          let trimmed = String(name.drop { $0 == " " })
          guard let stage = EpisodeStage(rawValue: trimmed) else {
            throw LibraryError(file: file, line: line.number, problem: "\"\(trimmed)\" is no stage")
          }
          stages.append(stage)
        }
      case "to": addressee = LetterTemplate.Addressee(rawValue: String(value))
      case _ where key.hasSuffix(".one") || key.hasSuffix(".other"):
        let (name, form) = (String(key.prefix { $0 != "." }), String(key.drop { $0 != "." }))
        guard let gap = LetterGap(rawValue: name), counted[gap]?[form] == nil else {
          throw LibraryError(file: file, line: line.number, problem: "\"\(name)\" is no gap, or stands twice")
        }
        counted[gap, default: [:]][form] = String(value)
      default:
        guard let gap = LetterGap(rawValue: String(key)), fallbacks[gap] == nil else {
          throw LibraryError(file: file, line: line.number, problem: "\"\(key)\" is no gap, or stands twice")
        }
        fallbacks[gap] = String(value)
      }
    }
    guard let addressee, !title.isEmpty, !stages.isEmpty else {
      throw LibraryError(
        file: file, problem: "a letter has a title and stages, and is to the family or the referrer")
    }
    var counts: [LetterGap: LetterTemplate.Counted] = [:]
    for (gap, forms) in counted {
      guard let one = forms[".one"], let other = forms[".other"] else {
        throw LibraryError(
          file: file, problem: "\"\(gap.rawValue)\" has words for one, or for others, and not for both")
      }
      counts[gap] = LetterTemplate.Counted(one: one, other: other)
    }
    var parts: [LetterTemplate.Part] = []
    for (place, line) in lines[(end + 1)...].enumerated() {
      if place > 0 { parts.append(.words("\n")) }
      try add(line, number: end + place + 2, file: file, to: &parts)
    }
    return LetterTemplate(
      id: id, title: title, addressee: addressee, stages: stages, fallbacks: fallbacks,
      counts: counts, parts: parts)
  }

  private static func add(
    _ line: Substring, number: Int, file: String, to parts: inout [LetterTemplate.Part]
  ) throws(LibraryError) {
    var rest = line
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}"),
        let gap = LetterGap(rawValue: String(rest[rest.index(after: open)..<close]))
      else {
        throw LibraryError(
          file: file, line: number, problem: "\"\(rest[open...])\" begins with no gap of a letter")
      }
      parts.append(.gap(gap))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
  }
}

extension Library {
  /// The letters, by name; throws where one of the files does not make sense.
  public static func letters() throws(LibraryError) -> [LetterTemplate] {
    var letters: [LetterTemplate] = []
    for name in EmbeddedFiles.names where name.hasPrefix("letters/") && name.hasSuffix(".txt") {
      let id = LetterID(rawValue: String(name.dropFirst("letters/".count).dropLast(".txt".count)))
      letters.append(try LetterFile.read(EmbeddedFiles.bytes(of: name), file: name, id: id))
    }
    return letters
  }

  /// Reads a letter from outside, such as one a scheme wrote; throws the first line that does not make sense.
  public static func letter(
    reading bytes: [UInt8], file: String, id: LetterID
  ) throws(LibraryError) -> LetterTemplate {
    try LetterFile.read(bytes, file: file, id: id)
  }
}
