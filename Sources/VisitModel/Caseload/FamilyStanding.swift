/// How a family stands: what lists of families show and sort by, worked out from its file once.
///
/// A snapshot keeps every family's standing, so that the families screen opens without making a single file. To add
/// something: a field here, its line in `init`, and its line in `FamilyStanding+Kept.swift` (a test fails without that one).
public struct FamilyStanding: Hashable, Sendable, Identifiable {
  /// The family's random identity.
  public let id: FamilyID
  /// The family's number.
  public var number: FamilyNumber
  /// The name the family goes by.
  public var name: String
  /// Everyone who belongs to the family, in the order they were entered.
  public var people: [Person]
  /// The ward or area.
  public var area: String?
  /// Where the family lives, to find it by.
  public var address: String?
  /// The postcode, to find the family by.
  public var postcode: String?
  /// The telephone numbers, to find the family by.
  public var phones: [String]
  /// The family's episodes, first to last.
  public var episodes: [Episode]
  /// The day anybody was last with the family.
  public var lastSeen: Day?
  /// The visit planned next.
  public var plan: VisitPlan?
  /// For each follow-up still to be done, the day it is due, where one was named.
  public var followUpsDue: [Day?]
  /// The day a referral was received that nobody answered yet.
  public var unansweredSince: Day?
  /// The day of the last review of the episode now.
  public var lastReview: Day?
  /// The last days of consents that were given for a time and that no later one stands in for.
  public var consentsUntil: [Day]
  /// For each action of the plan still to be done, the day it is due, where one was named.
  public var actionsDue: [Day]
  /// Who is out visiting the family now.
  public var out: [Outing] = []
  /// When somebody who was out there last came home.
  public var lastHome: Moment?
  /// Check-ins that stand, oldest day first: of each person with each instrument the first of the episode and the last
  /// ``checkInsMax``. Read when they are asked for: lists of all families ask for those of the open ones alone.
  public var checkIns: [CheckIn] {
    get { lateCheckIns.value }
    set { lateCheckIns = Late(newValue) }
  }
  /// The check-ins, or how to read them.
  package var lateCheckIns: Late<[CheckIn]>

  /// How many of the last check-ins of one person with one instrument are kept.
  public static let checkInsMax = 8

  /// How a family stands by its file.
  public init(_ file: FamilyFile) {
    let family = file.family
    id = file.id
    number = family.number
    name = family.name
    people = family.people
    area = family.area
    address = family.address
    postcode = family.postcode
    phones = family.phones.map(\.number)
    episodes = file.episodes
    lastSeen = file.lastContact?.day
    plan = file.plan
    followUpsDue = file.openFollowUps.map(\.followUp.by)
    unansweredSince = file.unansweredReferral?.current?.received
    lastReview = file.lastReview
    consentsUntil = file.background.expiredConsents(on: .latest).compactMap(\.current?.expires)
    actionsDue = file.openActions.compactMap(\.by)
    out = file.outings.open.compactMap(\.current)
    lastHome = file.outings.homes.values.max()
    lateCheckIns = Late(
      FamilyStanding.telling(file.standingCheckIns.compactMap(\.current), since: file.episode?.began))
  }

  /// A standing that says nothing yet, to be filled from a snapshot.
  public init(blank id: FamilyID) {
    self.id = id
    number = FamilyNumber(0)
    name = ""
    people = []
    phones = []
    episodes = []
    followUpsDue = []
    consentsUntil = []
    actionsDue = []
    lateCheckIns = Late([])
  }

  /// What a family is called, folded for a search among many: its number and its name.
  package static func called(_ number: FamilyNumber, _ name: String) -> SearchedText {
    SearchedText(joining: ["\(number) \(name)"])
  }

  /// When the next review is due.
  public func reviewDue(by limits: SchemeLimits) -> ReviewDue? {
    ReviewDue(episode, last: lastReview, by: limits)
  }
  /// The episode now, or the last one.
  public var episode: Episode? { episodes.last }
  /// Whether the family is supported or waits to be, or somebody is out there: what lists of today's work show.
  public var isActive: Bool { !out.isEmpty || (episode.map { !$0.state.stage.isClosed } ?? false) }
  /// The volunteer matched with the family now.
  public var volunteer: VolunteerNumber? { episode?.state.volunteer }
  /// The main carer, or the first adult where none is marked.
  public var mainCarer: Person? { people.mainCarer }

  /// The check-ins that trends, and reasons to look at the family, are worked out from.
  private static func telling(_ all: [CheckIn], since began: Day?) -> [CheckIn] {
    struct Series: Hashable {
      let person: PersonNumber
      let instrument: InstrumentID
    }
    var places: [Series: [Int]] = [:]
    for (index, checkIn) in all.enumerated() {
      places[Series(person: checkIn.person, instrument: checkIn.instrument), default: []].append(index)
    }
    var told: Set<Int> = []
    for series in places.values {
      told.formUnion(series.suffix(checkInsMax))
      if let began, let first = series.first(where: { all[$0].day >= began }) { told.insert(first) }
    }
    return told.sorted().map { all[$0] }
  }
}
