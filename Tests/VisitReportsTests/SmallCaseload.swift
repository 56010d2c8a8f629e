// A caseload made by hand, entry by entry, for tests: every number in it can be checked by eye.

import VisitModel
import VisitReports

/// Today in every test: Monday 23 November 2026.
let today = day("2026-11-23")

func day(_ text: String) -> Day {
  guard let day = Day(iso: text) else { preconditionFailure("\(text) is no day") }
  return day
}

func reason(_ text: String) -> Reason {
  guard let reason = Reason(text) else { preconditionFailure("a reason has words") }
  return reason
}

func period(_ text: String) -> Period {
  guard let period = Period(typed: text, today: today) else { preconditionFailure("\(text) is no period") }
  return period
}

/// Applies entries one after another; records get identities 1, 2, 3 and so on.
struct SmallCaseload {
  private(set) var caseload = Caseload()
  private var entries: UInt64 = 0

  static let ann = MemberNumber(1)
  static let jo = VolunteerNumber(1)
  static let mo = VolunteerNumber(2)
  static let bea = VolunteerNumber(3)

  init() {
    // Reviews have tests of their own; elsewhere none is due.
    var limits = SchemeLimits()
    limits.firstReviewWeeks = 500
    apply(.schemeSet(Scheme(name: "Rushmoor", limits: limits)))
    apply(.memberJoined(Member(number: SmallCaseload.ann, name: "Ann Lee", role: .coordinator)))
    apply(.volunteerAdded(Volunteer(number: SmallCaseload.jo, name: "Jo Simms")))
    apply(.volunteerAdded(Volunteer(number: SmallCaseload.mo, name: "Mo Itō")))
    apply(.volunteerAdded(Volunteer(number: SmallCaseload.bea, name: "Bea Hughes")))
  }

  /// Applies a fact as if it was entered at noon (UTC) on a day.
  @discardableResult
  mutating func apply(_ fact: Fact, on day: Day = today) -> RecordID {
    entries += 1
    let milliseconds = Int64(day.daysSinceEpoch) * 86_400_000 + 43_200_000
    let entry = Entry(
      id: RecordID(bits: entries),
      stamp: Stamp(rawValue: Stamp(milliseconds: milliseconds).rawValue + entries),
      author: SmallCaseload.ann, fact: fact)
    caseload.apply(KeptEntry(entry: entry, number: EntryNumber(Int(entries))))
    return entry.id
  }

  /// Adds a family whose identity is its number, with an episode that begins in a state.
  @discardableResult
  mutating func family(
    _ name: String, _ state: EpisodeState? = .supported(SmallCaseload.jo), since: String = "2026-01-05",
    people: [Person] = [], area: String? = nil
  ) -> FamilyID {
    let number = caseload.nextFamilyNumber
    let id = FamilyID(rawValue: UInt64(number.count))
    let carer = Person(number: PersonNumber(1), role: .mother, name: "Rosie \(name)", isMainCarer: true)
    apply(
      .familyAdded(
        id, Family(number: number, name: name, people: people.isEmpty ? [carer] : people, area: area)),
      on: day(since))
    if let state { move(id, state, since, opening: true) }
    return id
  }

  mutating func move(_ id: FamilyID, _ state: EpisodeState, _ on: String, opening: Bool = false) {
    let last = caseload.families[id]?.episode?.number.count ?? 0
    let move = EpisodeMove(episode: EpisodeNumber(opening ? last + 1 : last), state: state, day: day(on))
    apply(opening ? .episodeOpened(id, move) : .episodeMoved(id, move), on: day(on))
  }

  /// Records a visit of an hour on a day, written up the same day unless said; `change` may alter it first.
  @discardableResult
  mutating func visit(
    _ id: FamilyID, _ on: String, _ outcome: VisitOutcome = .hour, by volunteers: [VolunteerNumber] = [jo],
    entered: String? = nil, change: (inout Visit) -> Void = { _ in }
  ) -> RecordID {
    let episode = caseload.families[id]?.episode?.number ?? EpisodeNumber(1)
    var visit = Visit(family: id, episode: episode, volunteers: volunteers, day: day(on), outcome: outcome)
    change(&visit)
    return apply(.visitRecorded(visit), on: day(entered ?? on))
  }

  mutating func amend(_ record: RecordID, why: String, on: String, change: (inout Visit) -> Void) {
    guard let old = caseload.visit(record)?.visit, var visit = old.current else { return }
    change(&visit)
    let amendment = Amendment(record: record, basedOn: old.latest.entry, reason: reason(why))
    apply(.visitAmended(amendment, visit), on: day(on))
  }

  mutating func retract(_ record: RecordID, why: String, on: String) {
    guard let (file, old) = caseload.visit(record) else { return }
    let amendment = Amendment(record: record, basedOn: old.latest.entry, reason: reason(why))
    apply(.visitRetracted(amendment, file.id), on: day(on))
  }

  @discardableResult
  mutating func checkIn(
    _ id: FamilyID, _ instrument: Instrument, _ on: String, person: Int = 1, _ answers: [Answer]
  ) -> RecordID {
    let given = zip(instrument.items, answers).map { ItemAnswer(item: $0.id, answer: $1) }
    return apply(
      .checkInRecorded(
        CheckIn(
          family: id, person: PersonNumber(person), instrument: instrument.id, version: instrument.version,
          answers: given, mode: .alone, point: .review, day: day(on))), on: day(on))
  }

  /// A visit of a family that the reader holds no key to.
  @discardableResult
  mutating func sealedVisit(_ family: UInt64, _ on: String, _ outcome: VisitOutcomeKind, minutes: Int)
    -> RecordID
  {
    let numbers = VisitNumbers(
      day: day(on), outcome: outcome, minutes: Minutes(minutes), volunteers: [SmallCaseload.bea])
    return apply(
      .sealed(SealedFact(kind: .visitRecorded, family: FamilyID(rawValue: family), visit: numbers)),
      on: day(on))
  }
}

extension VisitOutcome {
  static let hour = VisitOutcome.done(
    Contact(start: TimeOfDay(minutesAfterMidnight: 600), minutes: Minutes(60), channel: .home))

  static func minutes(_ count: Int) -> VisitOutcome {
    .done(Contact(start: nil, minutes: Minutes(count), channel: .home))
  }
}

extension Instrument {
  /// An instrument of two ratings from 0 to 5 whose score is their mean; half a point counts as change. A first
  /// answer of nought means danger, a mean below 1 means low.
  static func coping(id: String = "coping", version: String = "1.0.0") throws -> Instrument {
    let scale = ItemScale(min: .zero, max: Hundredths(whole: 5))
    let items = ["isolation", "home"].map { InstrumentItem(id: ItemID(rawValue: $0), kind: .scale(scale)) }
    let half = Hundredths(count: 50)
    let score = Score(
      id: ScoreID(rawValue: "mean"), isPrimary: true, method: .mean(items.map(\.id)),
      missing: MissingRule(.ignore), range: .zero...Hundredths(whole: 5), decimals: 1,
      direction: .higherIsBetter,
      bands: [
        ScoreBand(id: "low", from: .zero, isForCoordinators: true),
        ScoreBand(id: "fair", from: Hundredths(whole: 2)),
      ],
      changeRules: [ChangeRule(id: "half", kind: .reliable, better: half, worse: half)])
    let triggers = [
      InstrumentTrigger(
        id: "danger", when: .item(items[0].id, Comparison(.equals, [.number(.zero)])), level: .now),
      InstrumentTrigger(
        id: "low", when: .score(score.id, Comparison(.below, [.number(Hundredths(whole: 1))])),
        level: .sameDay),
    ]
    let head = InstrumentHead(
      id: InstrumentID(rawValue: id), version: InstrumentVersion(version), status: .shipped,
      title: LocalText(["en-GB": "Coping"]),
      licence: InstrumentLicence(
        kind: "own", holder: "us", notice: "", mayShipText: true, mayChangeWording: true),
      respondent: .parent, subject: .respondent, whoMay: [.volunteer], modes: [.alone])
    return try Instrument(head: head, items: items, scores: [score], triggers: triggers)
  }
}

extension Answer {
  static func rated(_ number: Int) -> Answer { .rated(Hundredths(whole: number)) }
}

/// A generator that gives the same numbers on every run (SplitMix64, Steele and others 2014).
struct SteadyRandom: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
