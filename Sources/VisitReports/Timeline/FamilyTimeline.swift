public import VisitModel

/// Everything that happened to a family in one row of time: moves, visits, check-ins, reviews, what was said and sent.
public struct FamilyTimeline: Sendable {
  /// What happened, latest first.
  public let events: [TimelineEvent]
  /// The family's own coping score at each check-in, oldest first.
  public let scores: [(day: Day, value: Hundredths)]

  /// The timeline of a family. A new kind of record is a line here, and an extension that says what it tells.
  ///
  /// - Parameter more: What belongs on it from elsewhere, such as the concerns that the reader may see.
  public init(
    _ file: FamilyFile, lists: SchemeLists, shelf: InstrumentShelf, directory: ServiceDirectory? = nil,
    more: [TimelineEvent] = []
  ) {
    let all =
      file.moveEvents(lists) + file.visitEvents + file.checkInEvents(shelf) + file.evaluationEvents(lists)
      + file.assessmentEvents(lists) + file.backgroundEvents(lists)
      + file.serviceEvents(directory) + more
    events = all.sorted { left, right in
      left.day != right.day ? left.day > right.day : left.stamp > right.stamp
    }
    scores = file.standingCheckIns.compactMap { record in
      guard let checkIn = record.current, checkIn.instrument == .coping,
        let value = shelf.primaryScore(of: checkIn)?.result.value
      else { return nil }
      return (checkIn.day, value)
    }
  }

  /// The timeline of a family as the reader of a caseload may see it: concerns among it, where they hold any.
  public init(_ file: FamilyFile, in caseload: Caseload, lists: SchemeLists, shelf: InstrumentShelf) {
    self.init(
      file, lists: lists, shelf: shelf, directory: caseload.directory,
      more: caseload.concerns.about(file.id).map(TimelineEvent.init))
  }

  /// The days of the timeline in so many columns, the last of which holds today; a column is never less than a day.
  public func strip(columns: Int, today: Day) -> TimelineStrip {
    TimelineStrip(self, columns: max(1, columns), today: today)
  }
}

/// One thing that happened to a family.
public struct TimelineEvent: Hashable, Sendable {
  /// What kind of thing it is.
  public let kind: TimelineKind
  /// The day it happened.
  public let day: Day
  /// The record it stands in, where it can be opened.
  public let record: RecordID?
  /// When it was entered.
  public let stamp: Stamp
  /// Who entered it.
  public let author: MemberNumber
  /// What it says, for the words of its kind.
  public let values: [String: String]

  /// Something that happened on a day.
  public init(
    _ kind: TimelineKind, on day: Day, record: RecordID?, stamp: Stamp, author: MemberNumber,
    values: [String: String] = [:]
  ) {
    self.kind = kind
    self.day = day
    self.record = record
    self.stamp = stamp
    self.author = author
    self.values = values
  }

  init?<Value>(_ kind: TimelineKind, _ record: Record<Value>, on day: Day, _ values: [String: String]) {
    if record.isRetracted { return nil }
    self.init(
      kind, on: day, record: record.id, stamp: record.latest.stamp, author: record.original.author,
      values: values)
  }
}

/// The kinds of things on a timeline, most telling first: of several in one column the first is marked.
public enum TimelineKind: String, CaseIterable, Hashable, Sendable {
  case concern, lifeEvent, move, review, assessment, plan, service, checkIn, feedback, referral, letter
  case healthReview, visit, missedVisit

  /// The letter that marks it on the strip.
  public var mark: Character {
    switch self {
    case .concern: "!"
    case .lifeEvent: "*"
    case .move: ">"
    case .review: "R"
    case .assessment: "A"
    case .plan: "P"
    case .healthReview: "H"
    case .service: "S"
    case .checkIn: "C"
    case .feedback: "F"
    case .referral: "E"
    case .letter: "L"
    case .visit: "v"
    case .missedVisit: "x"
    }
  }

  var place: Int { TimelineKind.allCases.firstIndex(of: self) ?? 0 }
}

/// A timeline squeezed into columns of equal days.
public struct TimelineStrip: Hashable, Sendable {
  /// How many days a column holds.
  public let daysPerColumn: Int
  /// The first day of the first column.
  public let first: Day
  /// For each column its most telling kind, where anything happened.
  public let marks: [TimelineKind?]
  /// For each column the last score in it, where there was one.
  public let scores: [Hundredths?]

  init(_ timeline: FamilyTimeline, columns: Int, today: Day) {
    let earliest = timeline.events.last.map { min($0.day, today) } ?? today
    let days = earliest.distance(to: today) + 1
    let width = max(1, (days + columns - 1) / columns)
    let used = (days + width - 1) / width
    var marks = [TimelineKind?](repeating: nil, count: used)
    var scores = [Hundredths?](repeating: nil, count: used)
    func column(_ day: Day) -> Int? {
      let place = earliest.distance(to: day) / width
      return day >= earliest && place < used ? place : nil
    }
    for event in timeline.events {
      guard let place = column(event.day) else { continue }
      if marks[place].map({ event.kind.place < $0.place }) ?? true { marks[place] = event.kind }
    }
    for score in timeline.scores {
      if let place = column(score.day) { scores[place] = score.value }
    }
    daysPerColumn = width
    first = earliest
    self.marks = marks
    self.scores = scores
  }

  /// The first day of a column.
  public func day(of column: Int) -> Day { first.advanced(by: column * daysPerColumn) }
}
