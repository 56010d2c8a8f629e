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
  /// Two families are one and the same; the second half is why.
  case familyMerged(FamilyMerge, Reason)
  /// A merge into this family is taken back.
  case mergeUndone(FamilyID, Amendment)
  case episodeOpened(FamilyID, EpisodeMove)
  case episodeMoved(FamilyID, EpisodeMove)
  case visitPlanned(FamilyID, VisitPlan)
  case visitRecorded(Visit)
  case visitAmended(Amendment, Visit)
  case visitRetracted(Amendment, FamilyID)
  case followUpDone(FamilyID, visit: RecordID)
  case checkInRecorded(CheckIn)
  case checkInRetracted(Amendment, FamilyID)

  /// What is known of a family beyond its details: consents, life events, health reviews.
  case background(FamilyID, BackgroundFact)

  /// How a family came and what it needs: referral, assessment, plan.
  case assessment(FamilyID, AssessmentFact)

  /// A volunteer's readiness and time: checks, preparation, supervision, claims.
  case volunteering(VolunteerNumber, VolunteerFact)

  /// A volunteer out on a visit, and safely home.
  case outing(FamilyID, OutingFact)

  /// A family's use of a service.
  case service(FamilyID, ServiceFact)

  /// An entry of the scheme's own directory of services.
  case directory(DirectoryFact)

  /// Whether support has worked: reviews, feedback.
  case evaluation(FamilyID, EvaluationFact)

  /// A concern about somebody's safety, which only the office reads.
  case concern(ConcernFact)

  /// The official wording of an instrument that the scheme holds a licence for.
  case wording(WordingFact)

  /// What was done with the records themselves: holds, erasures, exports, openings.
  case oversight(OversightFact)

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
