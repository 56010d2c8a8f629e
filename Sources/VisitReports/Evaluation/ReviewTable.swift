public import VisitModel

/// Reviews in a list: what each found, what was tried next, and whether that has worked.
public struct ReviewTable: Sendable {
  /// The rows, latest review first.
  public let table: Table

  /// The columns that fit a terminal.
  public static let shown = [
    "reviewId", "date", "family", "familyName", "overall", "strategy", "worked", "by",
  ]

  private static let columns: [Column] = [
    Column("reviewId", .text, isKey: true), Column("entry", .integer, required: true),
    Column("family", .text, required: true), Column("familyName", .text, required: true),
    Column("episode", .text, required: true), Column("date", .day, required: true),
    Column("present", .list), Column("others", .text),
    Column("worked", .text, allowed: StrategyVerdict.Worked.words), Column("workedWords", .text),
    Column("needs", .list), Column("overall", .text, required: true, allowed: OutcomeWord.words),
    Column("strategy", .text), Column("strategyReason", .text), Column("familyWords", .text),
    Column("note", .text), Column("by", .text, required: true), Column("enteredAt", .moment, required: true),
    Column("corrected", .boolean, required: true), Column("retracted", .boolean, required: true),
  ]

  /// The reviews of families, or of one, within a period where one is given.
  public init(
    _ files: [FamilyFile], in caseload: Caseload, period: Period? = nil, includingRetracted: Bool = false
  ) {
    var rows: [(day: Day, cells: [Cell])] = []
    for file in files {
      for record in file.evaluation.reviews where includingRetracted || !record.isRetracted {
        guard let review = record.lastSaid, period?.contains(review.day) ?? true else { continue }
        let strategy = review.overall.strategy
        rows.append(
          (
            review.day,
            [
              .text(record.id.description), .integer(record.original.number.count),
              .text(file.number.description), .text(file.family.name), .text(review.episode.description),
              .day(review.day), Cell(listing: review.present), Cell(review.others),
              Cell(review.verdict?.worked.rawValue), Cell(review.verdict?.words),
              Cell(listing: review.needs.map { "\($0.need): \($0.outcome.rawValue)" }),
              .text(review.overall.word.rawValue), Cell(strategy?.strategy.rawValue),
              Cell(strategy?.reason.text), Cell(review.familyWords), Cell(review.note),
              .text(caseload.name(of: record.original.author)), .moment(record.original.stamp),
              .boolean(record.isCorrected), .boolean(record.isRetracted),
            ]
          ))
      }
    }
    rows.sort { $0.day > $1.day }
    table = Table(name: "reviews", columns: ReviewTable.columns, rows: rows.map(\.cells))
  }
}

/// One review in full as JSON, with everything it said before.
public enum ReviewDocument {
  /// Everything that is recorded of a review, with the scores of needs and goals as they stood that day.
  public static func json(
    _ record: Record<Review>, of file: FamilyFile, in caseload: Caseload, lists: SchemeLists,
    scales: FamilyScales
  ) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("reviewId", JSONValue(record.id)), ("entry", .integer(record.original.number.count)),
      ("family", JSONValue(file.number)), ("familyName", .string(file.family.name)),
    ]
    if let review = record.lastSaid {
      let strategy = review.overall.strategy
      let asked = file.strategy(before: review.day, in: review.episode, besides: record.id)
      fields += [
        ("episode", JSONValue(review.episode)), ("date", JSONValue(review.day)),
        ("present", JSONValue(listing: review.present)), ("others", .string(review.others)),
        ("tried", JSONValue(asked.map { lists.label(of: $0.strategy.strategy) })),
        ("worked", JSONValue(review.verdict?.worked.rawValue)),
        ("workedWords", .string(review.verdict?.words ?? "")),
        ("needOutcomes", JSONValue(listing: review.needs.map { "\($0.need): \($0.outcome.rawValue)" })),
        ("overall", .string(review.overall.word.rawValue)),
        ("strategy", JSONValue(strategy?.strategy)), ("strategyReason", JSONValue(strategy?.reason.text)),
        ("familyWords", .string(review.familyWords)), ("note", .string(review.note)),
        (
          "scoresOfNeeds",
          ScoreCourse.json(
            ScoreCourse.needs(
              of: file, in: review.episode, by: scales.coping, lists: lists, until: review.day), lists: lists)
        ),
        (
          "scoresOfGoals",
          ScoreCourse.json(
            ScoreCourse.goals(of: file, in: review.episode, by: scales.goals, until: review.day),
            lists: lists)
        ),
      ]
    }
    let versions = record.versions.map { version in
      JSONValue.object([
        ("entryId", JSONValue(version.entry)), ("entry", .integer(version.number.count)),
        ("at", .string(version.stamp.isoText)), ("by", .string(caseload.name(of: version.author))),
        ("reason", JSONValue(version.reason?.text)), ("retraction", .boolean(version.value == nil)),
      ])
    }
    fields += [("retracted", .boolean(record.isRetracted)), ("history", .array(versions))]
    return .object(fields)
  }
}

/// Families whose review is due, the longest overdue first.
public struct ReviewsDueTable: Sendable {
  /// The rows.
  public let table: Table

  /// The reviews due up to a day, and those overdue on it.
  public init(_ caseload: Caseload, until day: Day, today: Day) {
    let limits = caseload.scheme.limits
    let due = caseload.families.standings.compactMap { family -> (FamilyStanding, ReviewDue)? in
      guard let due = family.reviewDue(by: limits), due.day <= day else { return nil }
      return (family, due)
    }
    table = Table(
      name: "reviewsDue",
      columns: [
        Column("family", .text, isKey: true), Column("familyName", .text, required: true),
        Column("due", .day, required: true), Column("daysOverdue", .integer),
        Column("first", .boolean, required: true), Column("stage", .text, required: true),
        Column("volunteerName", .text),
      ],
      rows: due.sorted { ($0.1.day, $0.0.number) < ($1.1.day, $1.0.number) }.map { family, due in
        [
          .text(family.number.description), .text(family.name), .day(due.day),
          due.isOverdue(on: today) ? .integer(due.day.distance(to: today)) : .blank, .boolean(due.isFirst),
          Cell(family.episode?.state.stage.rawValue), Cell(family.volunteer.map(caseload.name(of:))),
        ]
      })
  }
}
