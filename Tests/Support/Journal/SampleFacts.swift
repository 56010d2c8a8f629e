public import VisitModel

/// One fact of every kind, filled to the brim, and the words in them that must never be seen on a disk.
public enum SampleFacts {
  /// The family that the facts are about.
  public static let family = FamilyID(rawValue: 0x1122_3344_5566_7788)
  /// The record that corrections correct.
  public static let record = RecordID(bits: 0x12_3456_789A)

  /// Words of people, which stand in boxes alone.
  public static var privateWords: [String] { groups.flatMap(\.words) }

  static let firstWords = [
    "Rushmoor", "Ines Coordinator", "Lowri", "Hughes", "01632", "Marchetti", "Giulia", "Bambina", "GU11",
    "Acacia", "Ash ward", "Italian", "Large dog", "Side gate", "lone-parent", "moved away", "Played with",
    "I feel better", "bruise", "food bank", "who5", "sleep-item", "talked it over", "wrong day",
    "typed twice", "moved abroad",
  ]

  /// A day in the middle of the year.
  public static let day = Day(daysSinceEpoch: 20_600)
  /// A reason.
  public static let reason = Reason("wrong day") ?? missing()

  /// The scheme.
  public static let scheme = Scheme(
    name: "Rushmoor", nation: .scotland,
    limits: SchemeLimits(notSeenDaysMax: 10, waitingDaysMax: 20, writeUpDaysMax: 2, visitIntervalDays: 14))
  /// A member who visits.
  public static let member = Member(
    number: MemberNumber(2), name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7))
  /// A volunteer.
  public static let volunteer = Volunteer(
    number: VolunteerNumber(7), name: "Lowri Hughes", phone: "01632 960101", isActive: false)

  /// A family with everything that can be said of one.
  public static let details = Family(
    number: FamilyNumber(42), name: "Marchetti",
    people: [
      Person(
        number: PersonNumber(1), role: .mother, name: "Giulia Marchetti", isMainCarer: true, livesHere: true,
        birth: .born(Day(daysSinceEpoch: 7_300))),
      Person(
        number: PersonNumber(2), role: .otherCarer, name: "Nonna Marchetti", livesHere: false, birth: .unknown
      ),
      Person(number: PersonNumber(3), role: .child, name: "Bambina", birth: .due(day.advanced(by: 90))),
    ],
    address: "3 Acacia Avenue", postcode: "GU11 1AA", area: "Ash ward",
    phones: [Phone(number: "01632 960102", safe: [.call, .text]), Phone(number: "01632 960103", safe: [])],
    languages: ["Italian", "English"], risks: "Large dog", access: "Side gate",
    circumstances: [CircumstanceID(rawValue: "lone-parent")])

  /// A visit with everything that can be said of one.
  public static let visit = Visit(
    family: family, episode: EpisodeNumber(1), volunteers: [VolunteerNumber(7), VolunteerNumber(300)],
    day: day,
    outcome: .done(
      Contact(start: TimeOfDay(minutesAfterMidnight: 615), minutes: Minutes(95), channel: .out)),
    travel: Minutes(25), miles: Miles(tenths: 64), expenses: Pence(340),
    attendance: [
      Attendance(person: PersonNumber(1), presence: .there),
      Attendance(person: PersonNumber(2), presence: .declined),
      Attendance(person: PersonNumber(3), presence: .away),
    ],
    needs: [NeedID(rawValue: "sleep")],
    activities: [ActivityID(rawValue: "play"), ActivityID(rawValue: "forms")],
    note: "Played with the child at the table: Ağa, 日本, 🧸.", familyWords: "I feel better after you come.",
    worry: "A bruise on the arm.", followUp: FollowUp(what: "Ring the food bank", by: day.advanced(by: 3)),
    next: VisitPlan(day: day.advanced(by: 7), start: TimeOfDay(minutesAfterMidnight: 600)))

  /// A visit with nothing that can be left out.
  public static let missedVisit = Visit(
    family: family, episode: EpisodeNumber(1), volunteers: [], day: day, outcome: .cancelled(by: .volunteer))

  /// A check-in with every kind of answer.
  public static let checkIn = CheckIn(
    family: family, person: PersonNumber(1), instrument: InstrumentID(rawValue: "who5"),
    version: InstrumentVersion("1.0.0"),
    answers: [
      ItemAnswer(item: ItemID(rawValue: "sleep-item"), answer: .chose(OptionID(rawValue: "often"))),
      ItemAnswer(item: ItemID(rawValue: "b"), answer: .rated(Hundredths(count: -250))),
      ItemAnswer(item: ItemID(rawValue: "c"), answer: .declined),
      ItemAnswer(item: ItemID(rawValue: "d"), answer: .notAsked),
    ],
    mode: .readAloud, point: .ending, day: day, words: "talked it over")

  /// One fact of every kind, group by group, with the words in them that nobody else may read. The facts of a group are frozen once they have a golden line: new ones go
  /// to its end, or into a group of their own, in a file of its own.
  public static let groups: [(name: String, facts: [Fact], words: [String])] = [
    ("first", first, firstWords), ("referrals", referrals, privateWordsOfReferrals),
    ("assessments", assessments, assessmentWords), ("background", background, backgroundWords),

    ("settings", settings, ["RUSH", "Heath"]),

    ("evaluation", evaluation, evaluationWords),
    ("oversight", oversight, oversightWords),
    ("concerns", concerns, concernWords),

    (
      "wordings", wordings,
      [
        "University of Somewhere", "Question as printed", "Answer as printed", "Before you begin",
        "Lena on call",
      ]
    ),
    ("volunteers", VolunteerSamples.facts, VolunteerSamples.words),
    ("outings", ServiceSamples.outings, []),
    ("services", ServiceSamples.services, ServiceSamples.words),
    ("merging", merging, mergingWords),
    ("visits", visits, visitWords),
  ]

  /// The facts of every group.
  public static var all: [Fact] { groups.flatMap(\.facts) }

  /// The facts of the foundation.
  static let first: [Fact] = {
    let amendment = Amendment(record: record, basedOn: RecordID(bits: 99), reason: reason)
    let facts: [Fact] = [
      .schemeSet(scheme), .memberJoined(member),
      .memberJoined(Member(number: MemberNumber(1), name: "Ines Coordinator", role: .coordinator)),
      .volunteerAdded(volunteer), .volunteerAmended(volunteer, reason),
      .familyAdded(family, details),
      .familyAdded(family, Family(number: FamilyNumber(1), name: "Marchetti")),
      .familyAmended(family, details, reason),
      .visitPlanned(family, VisitPlan(day: day, start: TimeOfDay(minutesAfterMidnight: 0))),
      .visitPlanned(family, VisitPlan(day: day, start: nil)),
      .visitRecorded(visit), .visitRecorded(missedVisit), .visitAmended(amendment, visit),
      .visitRetracted(amendment, family), .followUpDone(family, visit: record), .checkInRecorded(checkIn),
      .checkInRetracted(amendment, family),
    ]
    return facts
      + states.map { .episodeMoved(family, EpisodeMove(episode: EpisodeNumber(2), state: $0, day: day)) }
      + [.episodeOpened(family, EpisodeMove(episode: EpisodeNumber(1), state: .referred, day: day))]
      + [.memberLeft(MemberNumber(2), Reason("moved abroad") ?? missing())]
  }()

  /// Every state of an episode.
  public static let states: [EpisodeState] = {
    let volunteer = VolunteerNumber(7)
    return [
      .referred, .needsInformation, .refused(reason), .accepted, .assessed, .waiting, .matched(volunteer),
      .introduced(volunteer), .supported(volunteer), .paused(volunteer),
      .endingPlanned(volunteer, on: day.advanced(by: 60)), .ended(Reason("moved away") ?? missing()),
    ]
  }()

  static func missing() -> Reason { preconditionFailure("a fixed reason has words") }
}
