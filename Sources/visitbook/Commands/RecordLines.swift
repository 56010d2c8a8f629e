internal import VisitModel
internal import VisitReports

/// A record as lines for a person: a label and what stands there, what belongs to it further in. Empty fields are
/// left out.
struct RecordLines {
  let title: (String) -> String
  /// How a value is said within a line of several, where it would not be clear alone: `born 2025-09-20`.
  var inLine: (_ key: String, _ value: String) -> String? = { _, _ in nil }

  /// The lines of a record.
  func lines(of value: JSONValue) -> [String] { lines(of: value, inset: 0) }

  private func lines(of value: JSONValue, inset: Int) -> [String] {
    let margin = String(repeating: " ", count: inset)
    switch value {
    case .object(let fields):
      return fields.flatMap { key, value -> [String] in
        if isEmpty(value) { return [] }
        let label = margin + title(key)
        if let short = short(value) {
          let parts = short.split(separator: "\n", omittingEmptySubsequences: false)
          if parts.count > 1 { return [label + ":"] + parts.map { margin + "  " + $0 } }
          return [label + ": " + short]
        }
        if case .object = value, let line = oneLine(value) { return [label + ": " + line] }
        return [label + ":"] + lines(of: value, inset: inset + 2)
      }
    case .array(let items):
      return items.flatMap { item -> [String] in
        if let line = oneLine(item) { return [margin + line] }
        return [margin + "-"] + lines(of: item, inset: inset + 2)
      }
    default: return short(value).map { [margin + $0] } ?? []
    }
  }

  private func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let items): items.isEmpty
    case .boolean(let isSo): !isSo
    default: false
    }
  }

  private func short(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .decimal(let number, let places): number.text(decimals: places)
    case .boolean(let isSo): isSo ? "yes" : "no"
    case .null: ""
    case .array(let items) where items.allSatisfy({ short($0) != nil }):
      items.compactMap(short).joined(separator: ", ")
    case .array, .object: nil
    }
  }

  /// A small record whose values need no labels, such as a person's number, role and name.
  private func oneLine(_ value: JSONValue) -> String? {
    guard case .object(let fields) = value else { return short(value) }
    let filled = fields.filter { !isEmpty($0.1) }
    let parts = filled.compactMap { field -> String? in
      if case .boolean = field.1 { return title(field.0) }
      guard let value = short(field.1) ?? oneLine(field.1) else { return nil }
      return inLine(field.0, value) ?? value
    }
    guard parts.count == filled.count, !parts.contains(where: { $0.contains("\n") }) else { return nil }
    return parts.joined(separator: ", ")
  }
}
