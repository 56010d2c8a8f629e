/// One entry of the journal: what somebody put down, when and as whom. Entries are never changed.
public struct Entry: Hashable, Sendable {
  /// The entry's identity, which is also that of the record it began.
  public let id: RecordID
  /// When it was written.
  public let stamp: Stamp
  /// Who wrote it.
  public let author: MemberNumber
  /// What it says.
  public let fact: Fact

  /// An entry by its author, of a fact.
  public init(id: RecordID, stamp: Stamp, author: MemberNumber, fact: Fact) {
    self.id = id
    self.stamp = stamp
    self.author = author
    self.fact = fact
  }
}

/// What an entry says. A correction is a fact of its own, with a reason; nothing is ever taken away.
public enum Fact: Hashable, Sendable {
  case schemeSet(Scheme)
  case memberJoined(Member)
  /// A membership ended: from this entry on the member opens nothing any more.
  case memberLeft(MemberNumber, Reason)
  case volunteerAdded(Volunteer)
  case volunteerAmended(Volunteer, Reason)
  case familyAdded(FamilyID, Family)
  case familyAmended(FamilyID, Family, Reason)
  case episodeOpened(FamilyID, EpisodeMove)
  case episodeMoved(FamilyID, EpisodeMove)
  case visitPlanned(FamilyID, VisitPlan)
  case visitRecorded(Visit)
  case visitAmended(Amendment, Visit)
  case visitRetracted(Amendment, FamilyID)
  case followUpDone(FamilyID, visit: RecordID)
  case checkInRecorded(CheckIn)
  case checkInRetracted(Amendment, FamilyID)
  /// An entry whose box the reader holds no key to: its kind and plain numbers alone.
  case sealed(SealedFact)
}

/// What a correction corrects: the record, the version its author saw, and why.
public struct Amendment: Hashable, Sendable {
  /// The record, named by the entry that began it.
  public let record: RecordID
  /// The entry that was the record's latest version when the correction was made.
  public let basedOn: RecordID
  /// Why.
  public let reason: Reason

  /// A correction of a record, based on one of its versions, for a reason.
  public init(record: RecordID, basedOn: RecordID, reason: Reason) {
    self.record = record
    self.basedOn = basedOn
    self.reason = reason
  }
}

/// The plain numbers of an entry whose words are sealed under a key the reader does not hold.
public struct SealedFact: Hashable, Sendable {
  /// What kind of entry it is.
  public let kind: FactKind
  /// The family, by its random identity.
  public let family: FamilyID?
  /// The record it corrects, where it is a correction.
  public let record: RecordID?
  /// The numbers of a visit, where it is one.
  public let visit: VisitNumbers?

  /// A sealed entry of a kind, with what stands outside its box.
  public init(kind: FactKind, family: FamilyID?, record: RecordID? = nil, visit: VisitNumbers? = nil) {
    self.kind = kind
    self.family = family
    self.record = record
    self.visit = visit
  }
}

/// The numbers of a visit that stand outside its box, for summaries.
public struct VisitNumbers: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The outcome.
  public let outcome: VisitOutcomeKind
  /// Minutes with the family.
  public let minutes: Minutes
  /// The volunteers who went.
  public let volunteers: [VolunteerNumber]

  /// The numbers of a visit.
  public init(day: Day, outcome: VisitOutcomeKind, minutes: Minutes, volunteers: [VolunteerNumber]) {
    self.day = day
    self.outcome = outcome
    self.minutes = minutes
    self.volunteers = volunteers
  }
}

/// The kinds of facts, in the order they were added to the format; raw values stand in files for ever.
public enum FactKind: UInt8, CaseIterable, Hashable, Sendable {
  case schemeSet = 1
  case memberJoined = 2
  case volunteerAdded = 3
  case volunteerAmended = 4
  case familyAdded = 5
  case familyAmended = 6
  case episodeOpened = 7
  case episodeMoved = 8
  case visitPlanned = 9
  case visitRecorded = 10
  case visitAmended = 11
  case visitRetracted = 12
  case followUpDone = 13
  case checkInRecorded = 14
  case checkInRetracted = 15
  case memberLeft = 16
}

extension Fact {
  /// What kind of fact it is.
  public var kind: FactKind {
    switch self {
    case .schemeSet: .schemeSet
    case .memberJoined: .memberJoined
    case .volunteerAdded: .volunteerAdded
    case .volunteerAmended: .volunteerAmended
    case .familyAdded: .familyAdded
    case .familyAmended: .familyAmended
    case .episodeOpened: .episodeOpened
    case .episodeMoved: .episodeMoved
    case .visitPlanned: .visitPlanned
    case .visitRecorded: .visitRecorded
    case .visitAmended: .visitAmended
    case .visitRetracted: .visitRetracted
    case .followUpDone: .followUpDone
    case .checkInRecorded: .checkInRecorded
    case .checkInRetracted: .checkInRetracted
    case .memberLeft: .memberLeft
    case .sealed(let sealed): sealed.kind
    }
  }

  /// The family the fact is about, where it is about one.
  public var family: FamilyID? {
    switch self {
    case .schemeSet, .memberJoined, .memberLeft, .volunteerAdded, .volunteerAmended: nil
    case .familyAdded(let id, _), .familyAmended(let id, _, _), .episodeOpened(let id, _),
      .episodeMoved(let id, _), .visitPlanned(let id, _), .followUpDone(let id, _),
      .checkInRetracted(_, let id), .visitRetracted(_, let id):
      id
    case .visitRecorded(let visit), .visitAmended(_, let visit): visit.family
    case .checkInRecorded(let checkIn): checkIn.family
    case .sealed(let sealed): sealed.family
    }
  }
}

/// An entry with its place in the journal.
public struct KeptEntry: Hashable, Sendable {
  /// The entry.
  public let entry: Entry
  /// Its running number in the log it stands in, from 1.
  public let number: EntryNumber

  /// An entry at its place.
  public init(entry: Entry, number: EntryNumber) {
    self.entry = entry
    self.number = number
  }
}

/// The running number of an entry in a log, from 1.
public struct EntryNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// An entry number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// The number in digits.
  public var description: String { "\(count)" }
  /// Earlier entries come first.
  public static func < (left: EntryNumber, right: EntryNumber) -> Bool { left.count < right.count }
}
