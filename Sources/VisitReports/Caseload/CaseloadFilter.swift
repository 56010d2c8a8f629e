internal import VisitModel

/// What is typed after `/` on the families screen.
///
/// Words are looked for in number, name, people, stage, volunteer, area and reasons, whatever their capitals and
/// accents; every word must be found. `number: name: stage: volunteer: area: reason:` look in one place;
/// `seen: waiting: followups:` compare a number of days or things (`seen:>14`); `seen:never` is understood.
public struct CaseloadFilter: Hashable, Sendable {
  private let terms: FilterTerms

  /// A filter as it was typed; nothing typed lets every row through.
  public init(_ text: String) {
    terms = FilterTerms(
      text, fields: ["number", "name", "stage", "volunteer", "area", "reason", "seen"],
      numbers: ["seen", "waiting", "followups"])
  }

  /// Whether nothing was typed that narrows the list.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether a row is let through.
  public func matches(_ row: CaseloadRow) -> Bool {
    terms.hold(in: row.words, field: row.words(of:), number: row.number(of:))
  }

  /// The rows that are let through, in their order.
  public func rows(_ rows: [CaseloadRow]) -> [CaseloadRow] {
    if isEmpty { return rows }
    // Rows are large: only those let through are copied.
    return rows.indices.filter { index in
      terms.hold(
        in: rows[index].words, field: { rows[index].words(of: $0) }, number: { rows[index].number(of: $0) })
    }.map { rows[$0] }
  }
}

extension CaseloadRow {
  /// Every word of the row that a filter looks through.
  var searchedWords: [String] {
    [number.description, name, stage.rawValue, words(of: "volunteer"), area ?? "", words(of: "reason")]
      + people
  }

  fileprivate func words(of field: String) -> String {
    switch field {
    case "number": number.description
    case "name": ([name] + people).joined(separator: "\n")
    case "stage": stage.rawValue
    case "volunteer": volunteer.map { "\($0) \(volunteerName ?? "")" } ?? ""
    case "area": area ?? ""
    case "reason": reasons.map(\.key).joined(separator: "\n")
    case "seen": daysSinceSeen == nil ? "never" : ""
    default: ""
    }
  }

  fileprivate func number(of field: String) -> Int? {
    switch field {
    case "seen": daysSinceSeen
    case "waiting": waitingDays
    case "followups": openFollowUps
    default: nil
    }
  }
}
