public import VisitModel

/// What a summary puts its visits into groups by.
public enum SummaryGrouping: String, CaseIterable, Hashable, Sendable {
  case month
  /// By the ward or area the family lives in.
  case ward
  /// By the level of need that was decided at the family's last assessment.
  case tier
  /// By who went: each visit is in one group, that of all the volunteers who went together.
  case volunteer
  case outcome, family
}

/// One group of a summary.
public enum SummaryKey: Hashable, Sendable {
  case month(Month)
  /// A ward or area, or a level of need; nil where none is noted.
  case ward(String?)
  /// The volunteers who went together, by number; none where somebody from the office went.
  case volunteers([VolunteerNumber])
  case outcome(VisitOutcomeKind)
  case family(FamilyID, FamilyNumber)
  /// Families the reader may not open, all together.
  case sealedFamilies

  /// The group as files name it; families by their number unless a label is given for them.
  public func text(family label: (FamilyID) -> String? = { _ in nil }) -> String {
    switch self {
    case .month(let month): month.description
    case .ward(let ward): ward ?? "not noted"
    case .volunteers(let numbers):
      numbers.isEmpty ? "office" : numbers.map(\.description).joined(separator: "; ")
    case .outcome(let kind): kind.rawValue
    case .family(let id, let number): label(id) ?? number.description
    case .sealedFamilies: "sealed"
    }
  }
}

extension SummaryKey: Comparable {
  /// Months by time, volunteers and families by number (the office and sealed families last), outcomes as asked.
  public static func < (left: SummaryKey, right: SummaryKey) -> Bool {
    switch (left, right) {
    case (.month(let left), .month(let right)): left < right
    case (.ward(let left), .ward(let right)):
      left == nil || right == nil ? left != nil && right == nil : (left ?? "") < (right ?? "")
    case (.volunteers(let left), .volunteers(let right)):
      left.isEmpty || right.isEmpty ? !left.isEmpty : left.lexicographicallyPrecedes(right)
    case (.outcome(let left), .outcome(let right)): left.place < right.place
    case (.family(_, let left), .family(_, let right)): left < right
    default: left.kindPlace < right.kindPlace
    }
  }

  private var kindPlace: Int {
    switch self {
    case .month, .ward: 0
    case .volunteers: 1
    case .outcome: 2
    case .family: 3
    case .sealedFamilies: 4
    }
  }
}

extension VisitOutcomeKind {
  fileprivate var place: Int { VisitOutcomeKind.allCases.firstIndex(of: self) ?? 0 }
}

/// A group of a summary with its figures.
public struct SummaryGroup: Hashable, Sendable {
  /// Which group.
  public let key: SummaryKey
  /// Its figures; those of families and children are nought but for the families visited.
  public let amounts: SummaryAmounts
}

/// What a summary covers.
public enum SummaryScope: Hashable, Sendable {
  /// The whole scheme.
  case scheme
  /// One volunteer: the visits they took part in, and the families while they were matched with them.
  case volunteer(VolunteerNumber)
}
