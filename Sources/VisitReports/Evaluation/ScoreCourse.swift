public import VisitModel

/// How one need or one goal was scored during an episode of support: at the start, at reviews, at the end.
public struct ScoreCourse: Hashable, Sendable {
  /// What was scored.
  public let subject: Subject
  /// Every time it was asked, by day: only what can be compared with the latest, by the same person and version.
  public let marks: [ScoreMark]
  /// How the latest score has changed since the first, by the scale's own threshold; nil where there is but one.
  public let change: Change?

  /// What was scored: one of the needs, or a goal in the family's words.
  public enum Subject: Hashable, Sendable {
    case need(NeedID)
    case goal(GoalNumber, words: String)
  }

  /// The first time it was asked.
  public var start: ScoreMark? { marks.first }
  /// The latest review, where it was asked at one after the start.
  public var review: ScoreMark? { marks.dropFirst().last { $0.point == .review } }
  /// The end, where it was asked then.
  public var ending: ScoreMark? { marks.last { $0.point == .ending } }
  /// The latest time it was asked, where that was after the start.
  public var now: ScoreMark? { marks.dropFirst().last }
}

/// What was said of one need or goal on a day.
public struct ScoreMark: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// At which point of support.
  public let point: CheckInPoint
  /// The score; nil where the person declined.
  public let value: Hundredths?
}

extension ScoreCourse {
  /// The needs that a family scored in an episode, in the order of the list.
  ///
  /// - Parameter last: The day up to which check-ins count.
  public static func needs(
    of file: FamilyFile, in episode: EpisodeNumber, by coping: Instrument?, lists: SchemeLists,
    until last: Day = .latest
  ) -> [ScoreCourse] {
    guard let coping else { return [] }
    let checkIns = file.checkIns(in: episode, with: coping.id).filter { $0.day <= last }
    return lists.needs.compactMap { need in
      ScoreCourse(.need(need.id), ItemID(rawValue: need.id.rawValue), checkIns, by: coping)
    }
  }

  /// The goals of an episode's plan with what the family scored them, in the order of the plan; goals not scored yet too.
  public static func goals(
    of file: FamilyFile, in episode: EpisodeNumber, by scale: Instrument?, until last: Day = .latest
  ) -> [ScoreCourse] {
    let checkIns = file.checkIns(in: episode, with: .goals).filter { $0.day <= last }
    return (file.assessment.supportPlan(of: episode)?.lastSaid?.goals ?? []).map { goal in
      let subject = Subject.goal(goal.number, words: goal.words)
      return scale.flatMap { ScoreCourse(subject, goal.item, checkIns, by: $0) }
        ?? ScoreCourse(subject: subject, marks: [], change: nil)
    }
  }

  /// Nil where it was never asked.
  private init?(_ subject: Subject, _ item: ItemID, _ checkIns: [CheckIn], by scale: Instrument) {
    let asked = checkIns.filter { checkIn in
      checkIn.version == scale.version
        && checkIn.answers.contains { $0.item == item && $0.answer != .notAsked }
    }
    guard let last = asked.last else { return nil }
    let score = scale.score(ScoreID(rawValue: item.rawValue))
    let marks = asked.filter { $0.person == last.person }.map { checkIn in
      ScoreMark(
        day: checkIn.day, point: checkIn.point,
        value: score.flatMap { scale.result(of: $0.id, in: checkIn.answers)?.value })
    }
    let scored = marks.compactMap(\.value)
    let change = scored.count > 1 ? score?.change(from: scored[0], to: scored[scored.count - 1]) : nil
    self.init(subject: subject, marks: marks, change: change)
  }
}

extension ScoreCourse {
  /// The courses as records: start, review, ending, and what has become of each.
  public static func json(_ courses: [ScoreCourse], lists: SchemeLists) -> JSONValue {
    .array(
      courses.map { course in
        let (key, name): (String, String) =
          switch course.subject {
          case .need(let need): ("need", need.rawValue)
          case .goal(_, let words): ("goal", words)
          }
        return .object([(key, .string(name))] + course.scores)
      })
  }

  /// The scores as fields of a record.
  var scores: [(String, JSONValue)] {
    [
      ("scoreAtStart", start.json), ("scoreAtReview", review.json), ("scoreAtEnding", ending.json),
      ("scoreNow", now.json), ("change", JSONValue(change?.rawValue)),
    ]
  }
}

/// How needs and goals were scored side by side: at the start, at the latest review, at the ending, and what has become
/// of them.
public struct ScoresTable: Sendable {
  /// The rows: the needs, then the goals.
  public let table: Table

  /// The columns that fit a terminal.
  public static let shown = [
    "subject", "scoreAtStart", "scoreAtReview", "scoreAtEnding", "scoreNow", "change",
  ]

  /// The scores of an episode of a family.
  public init(_ file: FamilyFile, in episode: EpisodeNumber, by scales: FamilyScales, lists: SchemeLists) {
    let courses =
      ScoreCourse.needs(of: file, in: episode, by: scales.coping, lists: lists)
      + ScoreCourse.goals(of: file, in: episode, by: scales.goals)
    table = Table(
      name: "scores",
      columns: [
        Column("subject", .text, required: true),
        Column("kind", .text, required: true, allowed: ["need", "goal"]), Column("scoreAtStart", .text),
        Column("scoreAtReview", .text), Column("scoreAtEnding", .text), Column("scoreNow", .text),
        Column("startDate", .day), Column("nowDate", .day),
        Column("change", .text, allowed: Change.allCases.map(\.rawValue)),
      ],
      rows: courses.map { course in
        let isNeed = if case .need = course.subject { true } else { false }
        return [
          .text(course.subject.text(lists)), .text(isNeed ? "need" : "goal"), Cell(course.start?.text),
          Cell(course.review?.text), Cell(course.ending?.text), Cell(course.now?.text),
          Cell(course.start?.day), Cell(course.now?.day), Cell(course.change?.rawValue),
        ]
      })
  }
}

extension ScoreCourse.Subject {
  /// What people call it: the need's name, or the family's words.
  public func text(_ lists: SchemeLists) -> String {
    switch self {
    case .need(let need): lists.label(of: need)
    case .goal(_, let words): words
    }
  }
}

extension ScoreMark {
  /// The number; the word where it was declined.
  fileprivate var text: String { value?.text(decimals: 0) ?? "declined" }
}

extension ScoreMark? {
  /// The number, the word where it was declined, nothing where it was not asked.
  fileprivate var json: JSONValue {
    guard let mark = self else { return .null }
    return mark.value?.json ?? .string("declined")
  }
}
