internal import VisitModel

/// The orders the families screen can be put in.
public enum CaseloadSort: String, CaseIterable, Hashable, Sendable {
  /// By the first reason, then by days since the family was seen.
  case need
  case number, name
  /// Longest not seen first; never seen before all others.
  case seen
  /// Soonest next visit first; none planned last.
  case next
  /// By the volunteer's name; none last.
  case volunteer
  /// In the order of the pathway.
  case stage

  /// The rows in this order; rows that are equal in it stay in the order of need.
  public func sorted(_ rows: [CaseloadRow]) -> [CaseloadRow] {
    switch self {
    case .need: rows.sorted(by: CaseloadSort.needsMore)
    case .number: rows.sorted { $0.number < $1.number }
    case .name: sorted(rows) { ($0.words(ofName: $0.name), 0) }
    case .seen: sorted(rows) { ("", -($0.daysSinceSeen ?? Int.max)) }
    case .next: sorted(rows) { ("", $0.next.map { Int($0.day.daysSinceEpoch) } ?? Int.max) }
    case .volunteer:
      sorted(rows) { ($0.volunteerName.map($0.words(ofName:)) ?? "", $0.volunteer == nil ? 1 : 0) }
    case .stage: sorted(rows) { ("", $0.stage.place) }
    }
  }

  private func sorted(_ rows: [CaseloadRow], by key: (CaseloadRow) -> (String, Int)) -> [CaseloadRow] {
    rows.map { (key: key($0), row: $0) }.sorted { left, right in
      if left.key.1 != right.key.1 { return left.key.1 < right.key.1 }
      if left.key.0 != right.key.0 { return left.key.0 < right.key.0 }
      return CaseloadSort.needsMore(left.row, right.row)
    }.map(\.row)
  }

  private static func needsMore(_ left: CaseloadRow, _ right: CaseloadRow) -> Bool {
    let ranks = (left.reasons.first?.rank ?? Int.max, right.reasons.first?.rank ?? Int.max)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    let days = (left.unattendedDays, right.unattendedDays)
    return days.0 != days.1 ? days.0 > days.1 : left.number < right.number
  }
}

extension CaseloadRow {
  /// Days since the family was seen; for a family nobody has seen, since it began to wait or came to its stage.
  fileprivate var unattendedDays: Int { daysSinceSeen ?? waitingDays ?? reasons.first?.days ?? 0 }

  fileprivate func words(ofName name: String) -> String {
    String(decoding: FoldedText(name).bytes, as: UTF8.self)
  }
}
