public import VisitModel

/// How scores changed, for one need or for one instrument: only families with two scores that can be compared count, and
/// how many those were is said.
public struct OutcomeRow: Hashable, Sendable {
  /// The need, or nil for an instrument's own score.
  public let need: NeedID?
  /// The instrument.
  public let instrument: InstrumentID
  /// The families that scored it in an episode open in the period.
  public let presented: [FamilyID]
  /// Every pair that could be compared, with the day of the later score in the period.
  public let pairs: [OutcomePair]

  /// The families whose pair changed in a way.
  public func families(_ change: Change) -> [FamilyID] { pairs.filter { $0.change == change }.map(\.family) }
  /// How many pairs changed in a way.
  public func count(_ change: Change) -> Int { pairs.count { $0.change == change } }
  /// The mean of later less earlier; nil where there are no pairs.
  public var mean: Hundredths? {
    guard !pairs.isEmpty else { return nil }
    let sum = pairs.reduce(0) { $0 + $1.to.count - $1.from.count }
    return Hundredths(count: sum / pairs.count)
  }
}

/// Two scores of one person that can be compared: the first of an episode and the last in the period.
public struct OutcomePair: Hashable, Sendable {
  /// The family.
  public let family: FamilyID
  /// The day of the first.
  public let first: Day
  /// The first score.
  public let from: Hundredths
  /// The day of the last.
  public let last: Day
  /// The last score.
  public let to: Hundredths
  /// What the difference means, by the instrument's own threshold.
  public let change: Change
  /// The version of the instrument both were given with.
  public let version: InstrumentVersion
}

extension OutcomeRow {
  /// The rows of every need, then of every instrument that was used.
  static func rows(_ basis: FigureBasis) -> [OutcomeRow] {
    let used = Set(basis.files.flatMap { file in file.standingCheckIns.compactMap(\.current?.instrument) })
    let needs = basis.lists.needs.map { row(basis, need: $0.id, .coping) }
    let whole = used.sorted { $0.rawValue < $1.rawValue }.map { row(basis, need: nil, $0) }
    return (needs + whole).filter { !$0.presented.isEmpty }
  }

  private static func row(_ basis: FigureBasis, need: NeedID?, _ instrument: InstrumentID) -> OutcomeRow {
    var presented: [FamilyID] = []
    var pairs: [OutcomePair] = []
    for (file, episode) in basis.episodes {
      guard episode.spans(in: basis.scope).contains(where: { $0.overlaps(basis.period) }) else { continue }
      let end = episode.state.stage.isClosed ? episode.since : nil
      let checkIns = file.standingCheckIns.compactMap(\.current).filter { checkIn in
        checkIn.instrument == instrument && checkIn.day >= episode.began && checkIn.day <= basis.period.last
          && end.map { checkIn.day <= $0 } ?? true
      }
      let scored = checkIns.compactMap { checkIn -> (CheckIn, Score, Hundredths)? in
        guard let form = basis.shelf.instrument(of: checkIn) else { return nil }
        let wanted = need.map { ScoreID(rawValue: $0.rawValue) } ?? form.primaryScore?.id
        guard let wanted, let score = form.score(wanted),
          let value = form.result(of: checkIn.answers).score(wanted)?.value
        else { return nil }
        return (checkIn, score, value)
      }
      guard let last = scored.last else { continue }
      presented.append(file.id)
      guard basis.period.contains(last.0.day),
        let first = scored.first(where: { $0.0.person == last.0.person && $0.0.version == last.0.version }),
        first.0 != last.0
      else { continue }
      pairs.append(
        OutcomePair(
          family: file.id, first: first.0.day, from: first.2, last: last.0.day, to: last.2,
          change: last.1.change(from: first.2, to: last.2), version: last.0.version))
    }
    return OutcomeRow(need: need, instrument: instrument, presented: presented, pairs: pairs)
  }
}

/// Outcomes as rows.
public enum OutcomeTable {
  /// A row for each need and instrument; small counts of people are held back where the table leaves the scheme.
  public static func table(_ rows: [OutcomeRow], lists: SchemeLists, suppressing: Bool) -> Table {
    let count: ColumnKind = suppressing ? .text : .integer
    return Table(
      name: "outcomes",
      columns: [
        Column("subject", .text, isKey: true), Column("instrument", .text, required: true),
        Column("presented", count, required: true), Column("pairs", count, required: true),
        Column("better", count, required: true), Column("same", count, required: true),
        Column("worse", count, required: true), Column("noThreshold", count, required: true),
        Column("meanChange", suppressing ? .text : .decimal(places: 2)),
      ],
      rows: rows.map { row in
        let subject = row.need?.rawValue ?? row.instrument.rawValue + " score"
        let head: [Cell] = [.text(subject), .text(row.instrument.rawValue)]
        let changes = [
          row.count(.better), row.count(.noReliableChange), row.count(.worse), row.count(.noThreshold),
        ]
        guard suppressing else {
          return head + [.integer(row.presented.count), .integer(row.pairs.count)] + changes.map(Cell.integer)
            + [Cell(row.mean)]
        }
        let keys = ["presented", "pairs", "better", "same", "worse", "none"]
        let counts = Dictionary(
          zip(keys, [row.presented.count, row.pairs.count] + changes), uniquingKeysWith: { first, _ in first }
        )
        let told = SmallNumbers.published(
          counts, sums: [SmallNumbers.Sum(parts: ["better", "same", "worse", "none"], total: "pairs")])
        let isSmall = row.pairs.count < SmallNumbers.least
        let mean = isSmall ? Cell.text(PublishedCount.withheld.text) : Cell(row.mean?.text(decimals: 2))
        return head + keys.map { .text(told[$0]?.text ?? "") } + [row.pairs.isEmpty ? .blank : mean]
      })
  }

  /// A row for each pair that could be compared: what the counts above add up from.
  public static func pairs(_ rows: [OutcomeRow], in caseload: Caseload, identifiable: Bool) -> Table {
    var columns = [
      Column("family", .text, required: true), Column("subject", .text, required: true),
      Column("instrument", .text, required: true), Column("version", .text, required: true),
      Column("firstDate", .day, required: true), Column("first", .decimal(places: 2), required: true),
      Column("lastDate", .day, required: true), Column("last", .decimal(places: 2), required: true),
      Column("change", .text, required: true, allowed: Change.allCases.map(\.rawValue)),
    ]
    if identifiable { columns.append(Column("familyName", .text)) }
    var table = Table(name: "outcomes", columns: columns)
    for row in rows {
      for pair in row.pairs {
        guard let file = caseload.families[pair.family] else { continue }
        table.append(
          [
            .text(file.number.description), .text(row.need?.rawValue ?? row.instrument.rawValue + " score"),
            .text(row.instrument.rawValue), .text(pair.version.description), .day(pair.first),
            .decimal(pair.from), .day(pair.last), .decimal(pair.to), .text(pair.change.rawValue),
          ] + (identifiable ? [.text(file.family.name)] : []))
      }
    }
    return table
  }
}
