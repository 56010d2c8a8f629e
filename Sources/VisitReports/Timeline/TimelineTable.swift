public import VisitModel

/// A timeline as rows, latest first.
public enum TimelineTable {
  /// The rows; `words` says an event in words.
  public static func table(
    _ timeline: FamilyTimeline, in caseload: Caseload, words: (TimelineEvent) -> String
  ) -> Table {
    Table(
      name: "timeline",
      columns: [
        Column("date", .day, required: true),
        Column("kind", .text, required: true, allowed: TimelineKind.allCases.map(\.rawValue)),
        Column("what", .text, required: true), Column("by", .text, required: true),
        Column("recordId", .text), Column("enteredAt", .moment, required: true),
      ],
      rows: timeline.events.map { event in
        [
          .day(event.day), .text(event.kind.rawValue), .text(words(event)),
          .text(caseload.name(of: event.author)), Cell(event.record?.description), .moment(event.stamp),
        ]
      })
  }
}
