internal import VisitModel

/// What is typed after `/` in a list of visits.
///
/// Words are looked for at the beginning of the identity, in family, date, outcome, channel, volunteers, needs, activities, services,
/// moments, note and the family's words; `family: date: outcome: channel: volunteer: need: activity: service: moment: note: person:`
/// look in one place, `service:` in what the directory calls a service too;
/// `minutes: travel: miles:` compare a number (`minutes:>60`).
public struct VisitFilter: Hashable, Sendable {
  let terms: FilterTerms

  /// A filter as it was typed; nothing typed lets every row through.
  public init(_ text: String) {
    terms = FilterTerms(
      text,
      fields: [
        "id", "family", "date", "outcome", "channel", "volunteer", "need", "activity", "note", "person", "is",
        "service", "moment",
      ],
      numbers: ["minutes", "travel", "miles"])
  }

  /// Whether nothing was typed that narrows the list.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether a visit is let through.
  public func matches(_ row: VisitRow) -> Bool {
    terms.hold(
      in: row.searchedWords, field: row.words(of:), number: row.number(of:), name: row.isNamed(by:))
  }

  /// The visits that are let through, in their order.
  public func rows(_ rows: [VisitRow]) -> [VisitRow] { isEmpty ? rows : rows.filter(matches) }
}

extension VisitRow {
  fileprivate var searchedWords: SearchedText {
    SearchedText(
      joining: [
        "family", "date", "outcome", "channel", "volunteer", "need", "activity", "note", "moment", "is",
      ]
      .map(words) + [typedServices])
  }

  /// What those who went are found by: a line for each number and each name.
  static func words(of volunteers: [VolunteerNumber], called names: [String]) -> String {
    (volunteers.map(\.description) + names).joined(separator: "\n")
  }

  /// Whether somebody typed the first letters of the visit's identity, three or more.
  fileprivate func isNamed(by word: SearchedText) -> Bool {
    word.bytes.count >= 3 && id.description.utf8.starts(with: word.bytes)
  }

  /// The services that came up, as they would be typed.
  private var typedServices: String {
    (visit.signposted + visit.attendedTogether).map(\.typed).joined(separator: "\n")
  }

  fileprivate func words(of field: String) -> String {
    switch field {
    case "id": id.description
    case "family": "\(familyNumber) \(familyName)"
    case "date": visit.day.description
    case "outcome": visit.outcome.kind.rawValue
    case "channel": visit.outcome.contact?.channel.rawValue ?? ""
    case "volunteer": VisitRow.words(of: visit.volunteers, called: volunteerNames)
    case "need": visit.needs.map(\.rawValue).joined(separator: "\n")
    case "activity": visit.activities.map(\.rawValue).joined(separator: "\n")
    case "service": (serviceTitles + [typedServices]).joined(separator: "\n")
    case "moment": (visit.moments.map(\.rawValue) + [visit.momentWords]).joined(separator: "\n")
    case "note": "\(visit.note)\n\(visit.familyWords)\n\(visit.worry ?? "")\n\(visit.followUp?.what ?? "")"
    case "person":
      visit.attendance.filter { $0.presence == .there }.map(\.person.description).joined(separator: "\n")
    case "is":
      (isLate ? "late\n" : "") + (isRetracted ? "retracted\n" : isCorrected ? "corrected\n" : "")
    default: ""
    }
  }

  fileprivate func number(of field: String) -> Int? {
    switch field {
    case "minutes": visit.outcome.minutes.count
    case "travel": visit.travel.count
    case "miles": visit.miles.tenths / 10
    default: nil
    }
  }
}
