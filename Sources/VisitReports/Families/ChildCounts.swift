public import VisitModel

/// The children of families, counted by age on a day. Children who live elsewhere are not counted, nor a child whose
/// pregnancy began later.
public struct ChildCounts: Hashable, Sendable {
  /// Born, and not yet five.
  public var underFive = 0
  /// Five or older.
  public var fiveAndOver = 0
  /// Still to be born.
  public var unborn = 0
  /// Born, of an age nobody noted.
  public var ageUnknown = 0
  /// Between conception and the second birthday; these are counted above as well.
  public var inFirst1001Days = 0

  /// All children: every one stands in exactly one of the four ages.
  public var total: Int { underFive + fiveAndOver + unborn + ageUnknown }

  /// No children.
  public init() {}

  /// The children of one family on a day.
  public init(of family: Family, on day: Day) { self.init(of: family.people, on: day) }

  /// The children among the people of one family on a day.
  public init(of people: [Person], on day: Day) {
    self.init(of: people.filter { $0.role == .child && $0.livesHere }.map(\.birth), on: day)
  }

  /// Children by when they were born or are due, on a day.
  public init(of children: [Birth], on day: Day) {
    for birth in children { add(birth, on: day) }
  }

  private mutating func add(_ birth: Birth, on day: Day) {
    if birth.isInFirst1001Days(on: day) { inFirst1001Days += 1 }
    switch birth {
    case .unknown: ageUnknown += 1
    case .born(let born) where born <= day:
      if born.wholeMonths(to: day) < 60 { underFive += 1 } else { fiveAndOver += 1 }
    case .born(let expected), .due(let expected):
      if day >= expected.advanced(by: -Birth.pregnancyDays) { unborn += 1 }
    }
  }

  /// The children of two groups of families together.
  public static func + (left: ChildCounts, right: ChildCounts) -> ChildCounts {
    var sum = left
    sum.underFive += right.underFive
    sum.fiveAndOver += right.fiveAndOver
    sum.unborn += right.unborn
    sum.ageUnknown += right.ageUnknown
    sum.inFirst1001Days += right.inFirst1001Days
    return sum
  }
}
