// The file of lists: `version = 1`, then the lists by name (`[needs]`, `[activities]` and so on), each with lines
// `id = label`; a line `-- heading` groups the entries that follow it in the list. Ids are lower case letters,
// digits and underscores, as in instruments. A label may end with a code of other people's statistics: `midwife [3D]`.

internal import VisitModel

/// Reads the lists a scheme picks from.
enum ListsFile {
  static func read(_ bytes: [UInt8], file: String) throws(LibraryError) -> SchemeLists {
    var version: Int?
    var sections: [ListName: [ListEntry<AnyListID>]] = [:]
    var section: ListName?
    var group: String?
    for line in try TextLines(bytes, file: file).lines {
      if line.text.first == "[", line.text.last == "]" {
        let name = String(line.text.dropFirst().dropLast())
        guard let list = ListName(rawValue: name), sections[list] == nil else {
          throw LibraryError(
            file: file, line: line.number, problem: "[\(name)] is no list, or stands twice")
        }
        (section, group) = (list, nil)
        sections[list] = []
        continue
      }
      if line.text.hasPrefix("-- ") {
        group = String(line.text.dropFirst(3))
        continue
      }
      guard let (key, value) = line.keyAndValue, !value.isEmpty else {
        throw LibraryError(file: file, line: line.number, problem: "a line is \"id = label\"")
      }
      guard let name = section else {
        guard key == "version", let number = Int(value), number > 0, version == nil else {
          throw LibraryError(
            file: file, line: line.number, problem: "before the lists stands \"version = 1\"")
        }
        version = number
        continue
      }
      let id = AnyListID(rawValue: String(key))
      guard isID(id.rawValue), sections[name]?.contains(where: { $0.id == id }) == false else {
        throw LibraryError(
          file: file, line: line.number, place: name.rawValue,
          problem: "\"\(id)\" stands twice, or is not lower case letters, digits and underscores")
      }
      let (label, code) = labelAndCode(value)
      sections[name]?.append(ListEntry(id: id, label: label, group: group, code: code))
    }
    guard let version else { throw LibraryError(file: file, problem: "no version") }
    return SchemeLists(version: version, lists: sections)
  }
}

/// A label without the code in brackets that it may end with, and the code.
private func labelAndCode(_ value: Substring) -> (label: String, code: String?) {
  guard value.utf8.last == UInt8(ascii: "]"), let start = value.lastIndex(of: "["), start > value.startIndex
  else {
    return (String(value), nil)
  }
  let label = value[..<start].reversed().drop { $0 == " " }.reversed()
  return (String(label), String(value[value.index(after: start)...].dropLast()))
}

/// Whether a text can be the id of a list's entry or of a part of an instrument.
func isID(_ text: String) -> Bool {
  guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
    return false
  }
  return text.utf8.allSatisfy {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      || $0 == UInt8(ascii: "_")
  }
}
