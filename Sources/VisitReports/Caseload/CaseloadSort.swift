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
    case .need: sorted(rows) { _ in ("", 0) }
    case .number: sorted(rows) { ("", $0.number.count) }
    case .name: sorted(rows) { ($0.words(ofName: $0.name), 0) }
    case .seen: sorted(rows) { ("", -($0.daysSinceSeen ?? Int.max)) }
    case .next: sorted(rows) { ("", $0.next.map { Int($0.day.daysSinceEpoch) } ?? Int.max) }
    case .volunteer:
      sorted(rows) { ($0.volunteerName.map($0.words(ofName:)) ?? "", $0.volunteer == nil ? 1 : 0) }
    case .stage: sorted(rows) { ("", $0.stage.place) }
    }
  }

  private func sorted(_ rows: [CaseloadRow], by key: (CaseloadRow) -> (String, Int)) -> [CaseloadRow] {
    CaseloadSort.sorted(rows) { left, right in
      if left.1 != right.1 { return left.1 < right.1 }
      return left.0 != right.0 ? left.0 < right.0 : nil
    } key: {
      key($0)
    }
  }

  /// Rows are large: short keys are sorted in their place. Rows with equal keys stay in the order of need.
  private static func sorted<Key>(
    _ rows: [CaseloadRow], by precedes: (Key, Key) -> Bool?, key: (CaseloadRow) -> Key
  ) -> [CaseloadRow] {
    rows.indices.map { (key: key(rows[$0]), need: NeedKey(rows[$0]), index: $0) }
      .sorted { precedes($0.key, $1.key) ?? ($0.need < $1.need) }
      .map { rows[$0.index] }
  }
}

/// A row's place in the order of need: its first reason, then the days nobody attended to it, then its number.
private struct NeedKey: Comparable {
  let rank: Int
  let days: Int
  let number: FamilyNumber

  init(_ row: CaseloadRow) {
    rank = row.reasons.first?.rank ?? Int.max
    days = row.unattendedDays
    number = row.number
  }

  static func < (left: NeedKey, right: NeedKey) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    return left.days != right.days ? left.days > right.days : left.number < right.number
  }
}

extension CaseloadRow {
  /// Days since the family was seen; for a family nobody has seen, since it began to wait or came to its stage.
  fileprivate var unattendedDays: Int { daysSinceSeen ?? waitingDays ?? reasons.first?.days ?? 0 }

  fileprivate func words(ofName name: String) -> String {
    String(decoding: SearchedText(name).bytes, as: UTF8.self)
  }
}
