/// A figure of a summary. The raw value is its field name in files; the words for people are looked up by it.
public enum SummaryFigure: String, CaseIterable, Hashable, Sendable {
  // Visits. Each is the sum of its groups.
  /// Visits that were arranged: made, cancelled or met by no answer.
  case visitsPlanned
  /// Visits on which somebody was with the family, those cut short included.
  case visitsMade
  case visitsCutShort
  case visitsCancelledByFamily
  case visitsCancelledByVolunteer
  case visitsCancelledByOffice
  case visitsNoAnswer
  /// Visits written up later than the scheme's limit.
  case visitsWrittenUpLate
  /// Minutes with families.
  case contactMinutes
  case travelMinutes
  /// Tenths of a mile.
  case miles
  case expensesPence

  // Families. A family that ends and starts again within the period counts in both.
  /// Families with at least one visit made; each once, however many visits and groups it is in.
  case familiesVisited
  /// Families with an episode open when the period began.
  case familiesOpenAtStart
  case familiesStarted
  case familiesEnded
  /// Families with an episode open when the period ended.
  case familiesOpenAtEnd
  /// Families with an episode open on any day of the period; each once.
  case familiesOpen

  // Children of the families open in the period, as old as they are at its end.
  case children
  case childrenUnderFive
  case childrenFiveAndOver
  case childrenUnborn
  case childrenAgeUnknown
  /// Between conception and the second birthday; counted among the ages above as well.
  case childrenInFirst1001Days

  /// What is counted.
  public var unit: Unit {
    switch self {
    case .visitsPlanned, .visitsMade, .visitsCutShort, .visitsCancelledByFamily,
      .visitsCancelledByVolunteer, .visitsCancelledByOffice, .visitsNoAnswer, .visitsWrittenUpLate:
      .visits
    case .contactMinutes, .travelMinutes: .minutes
    case .miles: .tenthsOfMiles
    case .expensesPence: .pence
    case .familiesVisited, .familiesOpenAtStart, .familiesStarted, .familiesEnded, .familiesOpenAtEnd,
      .familiesOpen:
      .families
    case .children, .childrenUnderFive, .childrenFiveAndOver, .childrenUnborn, .childrenAgeUnknown,
      .childrenInFirst1001Days:
      .children
    }
  }

  /// What a figure counts.
  public enum Unit: Hashable, Sendable {
    case visits, minutes, tenthsOfMiles, pence, families, children

    /// Whether people are counted, so that small numbers could point at somebody.
    public var isPeople: Bool { self == .families || self == .children }
  }

  /// The figures of visits, which every group has and which add up.
  public static let ofVisits = allCases.filter { !$0.unit.isPeople }
  /// The figures of families and children, which only the whole has (families visited apart).
  public static let ofPeople = allCases.filter(\.unit.isPeople)

  /// The figure's place among all of them, spelled out because it is asked for many times a visit.
  var place: Int {
    switch self {
    case .visitsPlanned: 0
    case .visitsMade: 1
    case .visitsCutShort: 2
    case .visitsCancelledByFamily: 3
    case .visitsCancelledByVolunteer: 4
    case .visitsCancelledByOffice: 5
    case .visitsNoAnswer: 6
    case .visitsWrittenUpLate: 7
    case .contactMinutes: 8
    case .travelMinutes: 9
    case .miles: 10
    case .expensesPence: 11
    case .familiesVisited: 12
    case .familiesOpenAtStart: 13
    case .familiesStarted: 14
    case .familiesEnded: 15
    case .familiesOpenAtEnd: 16
    case .familiesOpen: 17
    case .children: 18
    case .childrenUnderFive: 19
    case .childrenFiveAndOver: 20
    case .childrenUnborn: 21
    case .childrenAgeUnknown: 22
    case .childrenInFirst1001Days: 23
    }
  }
}

/// The figures of a whole summary or of one of its groups.
public struct SummaryAmounts: Hashable, Sendable {
  private var amounts = [Int](repeating: 0, count: SummaryFigure.allCases.count)

  /// Every figure nought.
  init() {}

  /// The figures in the order of their places.
  init(_ amounts: ArraySlice<Int>) { self.amounts = Array(amounts) }

  /// A figure, in its unit.
  public internal(set) subscript(figure: SummaryFigure) -> Int {
    get { amounts[figure.place] }
    set { amounts[figure.place] = newValue }
  }
}
