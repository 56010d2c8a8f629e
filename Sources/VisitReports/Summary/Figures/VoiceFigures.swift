public import VisitModel

/// What parents said of the support in the period, by theme; a family counts once for each theme it spoke of.
enum VoiceFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var themes: [ThemeID: [FamilyID]] = [:]
    var speaking: Set<FamilyID> = []
    for file in basis.files {
      for record in file.evaluation.standingFeedback {
        guard let feedback = record.current, basis.period.contains(feedback.day) else { continue }
        speaking.insert(file.id)
        for theme in feedback.themes where themes[theme]?.last != file.id {
          themes[theme, default: []].append(file.id)
        }
      }
    }
    return basis.lists.entries(ThemeID.self).compactMap { entry in
      guard let families = themes[entry.id] else { return nil }
      return FigureLine(
        .themes, entry.id.rawValue, label: entry.label, count: Set(families).count, unit: .families,
        of: speaking.count, families: families)
    }
  }
}

/// Parents' words of a period, theme by theme.
public struct VoiceTable: Sendable {
  /// The rows, latest first; words that may not be quoted are there for those who read names as well.
  public let table: Table

  /// The words of families of a period, or only those that may be quoted, without a name.
  public init(_ files: [FamilyFile], period: Period?, lists: SchemeLists, quotableOnly: Bool) {
    var columns = [
      Column("date", .day, required: true), Column("themes", .list), Column("words", .text),
      Column("mayQuote", .boolean, required: true),
    ]
    if !quotableOnly {
      columns =
        [Column("feedbackId", .text, isKey: true), Column("family", .text), Column("familyName", .text)]
        + columns
    }
    var rows: [(day: Day, cells: [Cell])] = []
    for file in files {
      for record in file.evaluation.standingFeedback {
        guard let feedback = record.current, period?.contains(feedback.day) ?? true,
          feedback.mayQuote || !quotableOnly
        else { continue }
        let named: [Cell] =
          quotableOnly
          ? [] : [.text(record.id.description), .text(file.number.description), .text(file.family.name)]
        rows.append(
          (
            feedback.day,
            named + [
              .day(feedback.day), Cell(listing: feedback.themes.map { lists.label(of: $0) }),
              Cell(feedback.words), .boolean(feedback.mayQuote),
            ]
          ))
      }
    }
    rows.sort { $0.day > $1.day }
    table = Table(name: "feedback", columns: columns, rows: rows.map(\.cells))
  }
}
