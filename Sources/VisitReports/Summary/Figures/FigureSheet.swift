public import VisitModel

/// Everything a summary says beyond the visits: reach and depth, referrals, waiting, needs and scores, reviews, endings,
/// parents' words. Each figure names its date basis, its denominator and the families behind it.
public struct FigureSheet: Sendable {
  /// The period.
  public let period: Period
  /// The figures, section by section.
  public let lines: [FigureLine]
  /// Per need, and per instrument: how many scores could be compared, and how they changed.
  public let outcomes: [OutcomeRow]

  /// The parts there are.
  private static var makers: [any FigureMaker.Type] {
    [
      ReferralFigures.self, WaitingFigures.self, ReachFigures.self, EndingFigures.self, ReviewFigures.self,
      VoiceFigures.self, VolunteerFigures.self, ServiceFigures.self, ConcernFigures.self,
    ]
  }

  /// The figures of a period.
  public init(
    _ caseload: Caseload, period: Period, lists: SchemeLists, shelf: InstrumentShelf,
    scope: SummaryScope = .scheme, today: Day
  ) {
    let basis = FigureBasis(
      caseload: caseload, files: caseload.familiesInOrder, lists: lists, shelf: shelf, period: period,
      scope: scope, today: today)
    self.period = period
    lines = FigureSheet.makers.flatMap { $0.lines(basis) }
    outcomes = OutcomeRow.rows(basis)
  }

  /// The figures as rows.
  ///
  /// - Parameter suppressing: Whether small counts of people are held back, as for anything that leaves the scheme.
  public func table(suppressing: Bool, label: (FigureLine) -> String) -> Table {
    let told = suppressing ? published : [:]
    return Table(
      name: "figures",
      columns: [
        Column("section", .text, required: true, allowed: FigureSection.allCases.map(\.rawValue)),
        Column("figure", .text, required: true), Column("label", .text, required: true),
        Column("amount", suppressing ? .text : .decimal(places: 2), required: true),
        Column("unit", .text, required: true, allowed: FigureUnit.allCases.map(\.rawValue)),
        Column("of", suppressing ? .text : .integer), Column("dateBasis", .text, required: true),
      ],
      rows: lines.map { line in
        let amount = told[line].map { Cell.text($0.text) } ?? FigureSheet.cell(line, suppressing)
        let isSmallTotal = line.total.map { (1..<SmallNumbers.least).contains($0) } ?? false
        let total: Cell =
          suppressing
          ? Cell(line.total.map { isSmallTotal ? PublishedCount.small.text : "\($0)" }) : Cell(line.total)
        return [
          .text(line.section.rawValue), .text(line.key), .text(label(line)), amount,
          .text(line.unit.rawValue), total, .text(line.section.dateBasis),
        ]
      })
  }

  private static func cell(_ line: FigureLine, _ suppressing: Bool) -> Cell {
    // What is worked out from a handful of families says something about each of them.
    if suppressing, let total = line.total, (1..<SmallNumbers.least).contains(total) {
      return .text(PublishedCount.withheld.text)
    }
    return suppressing
      ? .text(line.amount.text(decimals: line.amount.count % 100 == 0 ? 0 : 1)) : .decimal(line.amount)
  }

  /// The counts of people as they may leave the scheme: small ones held back, and with each what would give it away.
  var published: [FigureLine: PublishedCount] {
    var all: [FigureLine: PublishedCount] = [:]
    for section in FigureSection.allCases {
      let counted = lines.filter { $0.section == section && $0.unit.isPeople }
      let counts = Dictionary(
        counted.map { ($0, $0.amount.count / 100) }, uniquingKeysWith: { first, _ in first })
      let parts = counted.filter(\.isPart)
      let sums = parts.isEmpty ? [] : [SmallNumbers.Sum(parts: parts)]
      all.merge(SmallNumbers.published(counts, sums: sums)) { first, _ in first }
    }
    return all
  }
}
