public import VisitModel

/// Everything that gave cause for worry about a family, in the order it happened: concerns, visits that worried somebody,
/// check-ins that called for something, life events, moves along the pathway. Small worries add up here (`product.md`, rule 8).
public struct Chronology: Sendable {
  /// One thing that happened.
  public struct Line: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The time, where it is known.
    public let time: TimeOfDay?
    /// What kind of thing it is.
    public let kind: Kind
    /// The record it comes from; nil for a move.
    public let record: RecordID?
    /// Who wrote it down.
    public let author: String
    /// What it says.
    public let text: String
  }

  /// The kinds of lines.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case concern, action, visit
    case checkIn = "check-in"
    case lifeEvent = "life event"
    case stage
  }

  /// The lines, earliest first.
  public let lines: [Line]

  /// The chronology of a family, as far as the reader of the caseload may see it.
  public init(
    of file: FamilyFile, in caseload: Caseload, lists: SchemeLists, instruments: InstrumentShelf
  ) {
    var lines: [Line] = []
    func add<Value>(
      _ day: Day, _ time: TimeOfDay?, _ kind: Kind, _ record: RecordID?, _ version: Version<Value>?,
      _ text: String
    ) {
      let author = version.map { caseload.name(of: $0.author) } ?? ""
      lines.append(Line(day: day, time: time, kind: kind, record: record, author: author, text: text))
    }
    for concern in caseload.concerns.about(file.id) {
      let said = concern.concern
      let parts = [
        said.seen, said.said.isEmpty ? "" : "\u{201C}\(said.said)\u{201D} \(said.saidBy)", said.done,
      ]
      add(
        said.day, said.time, .concern, concern.id, concern.details.original,
        parts.filter { !$0.isEmpty }.joined(separator: "; "))
      for action in concern.actions {
        guard let done = action.lastSaid else { continue }
        let parts = [done.what, done.outcome, done.notReferring?.text ?? ""]
        add(
          done.at.day, done.at.time, .action, concern.id, action.original,
          "\(done.who): " + parts.filter { !$0.isEmpty }.joined(separator: "; "))
      }
    }
    for visit in file.visits {
      guard let said = visit.current, let worry = said.worry else { continue }
      add(said.day, said.outcome.contact?.start, .visit, visit.id, visit.original, worry)
    }
    for checkIn in file.checkIns {
      guard let said = checkIn.current, let instrument = instruments.instrument(of: said),
        let result = instruments.result(of: said)
      else { continue }
      let titles = instrument.triggers(firedIn: result).compactMap { $0.title.text() }
      guard !titles.isEmpty else { continue }
      add(
        said.day, nil, .checkIn, checkIn.id, checkIn.original,
        "\(instrument.shortTitle): " + titles.joined(separator: ", "))
    }
    for event in file.background.lifeEvents {
      guard let said = event.current else { continue }
      let whom = said.person.flatMap { file.family.person($0)?.shortName }
      let parts = [lists.label(of: said.kind), whom ?? "", said.what].filter { !$0.isEmpty }
      add(said.day, nil, .lifeEvent, event.id, event.original, parts.joined(separator: ", "))
    }
    for move in file.episodes.flatMap(\.moves) {
      let none: Version<Visit>? = nil
      add(move.day, nil, .stage, nil, none, move.state.stage.rawValue)
    }
    self.lines = lines.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.day != other.day { return one.day < other.day }
      let (time, otherTime) = (one.time ?? .midnight, other.time ?? .midnight)
      return time != otherTime ? time < otherTime : left.offset < right.offset
    }.map(\.element)
  }

  /// The chronology as a table.
  public var table: Table {
    Table(
      name: "chronology",
      columns: [
        Column("date", .day, required: true), Column("time", .time),
        Column("kind", .text, required: true, allowed: Kind.allCases.map(\.rawValue)),
        Column("record", .text), Column("by", .text), Column("gist", .text),
      ],
      rows: lines.map { line in
        [
          .day(line.day), Cell(line.time), .text(line.kind.rawValue), Cell(line.record?.description),
          Cell(line.author), Cell(line.text),
        ]
      })
  }
}
