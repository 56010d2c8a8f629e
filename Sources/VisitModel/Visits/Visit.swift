/// One visit, made or missed, as its latest version says it.
public struct Visit: Hashable, Sendable {
  /// The family visited.
  public var family: FamilyID
  /// The family's episode the visit belongs to.
  public var episode: EpisodeNumber
  /// The volunteers who went; empty where someone from the office went.
  public var volunteers: [VolunteerNumber]
  /// The day of the visit, or the day it should have been.
  public var day: Day
  /// What became of it.
  public var outcome: VisitOutcome
  /// Time spent travelling.
  public var travel: Minutes
  /// Distance travelled.
  public var miles: Miles
  /// Money spent, to be claimed.
  public var expenses: Pence
  /// Who was there, person by person.
  public var attendance: [Attendance]
  /// Needs the visit worked on.
  public var needs: [NeedID]
  /// What was done.
  public var activities: [ActivityID]
  /// Services the family was pointed to.
  public var signposted: [ServiceOnVisit]
  /// Services that were gone to together.
  public var attendedTogether: [ServiceOnVisit]
  /// What was seen between parent and baby, from the scheme's prompts; never a score.
  public var moments: [MomentID]
  /// What was seen between parent and baby, in words of one's own.
  public var momentWords: String
  /// What was seen and heard.
  public var note: String
  /// The family's own words.
  public var familyWords: String
  /// What was worrying, where anything was.
  public var worry: String?
  /// What is to be done, by when.
  public var followUp: FollowUp?
  /// The next visit, where one was planned.
  public var next: VisitPlan?

  /// A visit to a family on a day with its outcome; all else may be empty.
  public init(
    family: FamilyID, episode: EpisodeNumber, volunteers: [VolunteerNumber], day: Day, outcome: VisitOutcome,
    travel: Minutes = .zero, miles: Miles = .zero, expenses: Pence = .zero, attendance: [Attendance] = [],
    needs: [NeedID] = [], activities: [ActivityID] = [], signposted: [ServiceOnVisit] = [],
    attendedTogether: [ServiceOnVisit] = [], moments: [MomentID] = [], momentWords: String = "",
    note: String = "", familyWords: String = "", worry: String? = nil, followUp: FollowUp? = nil,
    next: VisitPlan? = nil
  ) {
    self.family = family
    self.episode = episode
    self.volunteers = volunteers
    self.day = day
    self.outcome = outcome
    self.travel = travel
    self.miles = miles
    self.expenses = expenses
    self.attendance = attendance
    self.needs = needs
    self.activities = activities
    self.signposted = signposted
    self.attendedTogether = attendedTogether
    self.moments = moments
    self.momentWords = momentWords
    self.note = note
    self.familyWords = familyWords
    self.worry = worry
    self.followUp = followUp
    self.next = next
  }
}

/// What became of a visit. Only a visit that took place has a time, a length and a channel.
public enum VisitOutcome: Hashable, Sendable {
  case done(Contact)
  case cutShort(Contact)
  case cancelled(by: Canceller)
  case noAnswer

  /// The time spent with the family, where there was any.
  public var contact: Contact? {
    switch self {
    case .done(let contact), .cutShort(let contact): contact
    case .cancelled, .noAnswer: nil
    }
  }
  /// Minutes with the family; none unless the visit took place.
  public var minutes: Minutes { contact?.minutes ?? .zero }
  /// The outcome without what belongs to it.
  public var kind: VisitOutcomeKind {
    switch self {
    case .done: .done
    case .cutShort: .cutShort
    case .cancelled(.family): .cancelledByFamily
    case .cancelled(.volunteer): .cancelledByVolunteer
    case .cancelled(.office): .cancelledByOffice
    case .noAnswer: .noAnswer
    }
  }
}

/// The names of the outcomes of a visit, in the order they are asked and reported.
public enum VisitOutcomeKind: String, CaseIterable, Hashable, Sendable {
  case done
  case cutShort = "cut short"
  case cancelledByFamily = "cancelled by family"
  case cancelledByVolunteer = "cancelled by volunteer"
  case cancelledByOffice = "cancelled by office"
  case noAnswer = "no answer"

  /// Whether anyone was with the family.
  public var isContact: Bool { self == .done || self == .cutShort }
}

/// Who cancelled a visit.
public enum Canceller: String, CaseIterable, Hashable, Sendable {
  case family, volunteer, office
}

/// Time spent with a family: when, how long and how.
public struct Contact: Hashable, Sendable {
  /// When it began, where that was noted.
  public var start: TimeOfDay?
  /// How long it was.
  public var minutes: Minutes
  /// How it took place.
  public var channel: Channel

  /// A contact by its length and channel.
  public init(start: TimeOfDay?, minutes: Minutes, channel: Channel) {
    self.start = start
    self.minutes = minutes
    self.channel = channel
  }
}

/// How a visit took place.
public enum Channel: String, CaseIterable, Hashable, Sendable {
  case home
  case out = "out together"
  case phone, video, text, group
}

/// Whether one person took part in a visit.
public struct Attendance: Hashable, Sendable {
  /// The person.
  public let person: PersonNumber
  /// Whether they were there.
  public let presence: Presence

  /// A person's presence on a visit.
  public init(person: PersonNumber, presence: Presence) {
    self.person = person
    self.presence = presence
  }
}

/// A person's presence on a visit; someone who declined is not someone who was away.
public enum Presence: String, CaseIterable, Hashable, Sendable {
  case there, declined, away
}

/// Something to be done after a visit.
public struct FollowUp: Hashable, Sendable {
  /// What is to be done.
  public var what: String
  /// By when, where that was said.
  public var by: Day?

  /// A follow-up, with its day where one was named.
  public init(what: String, by: Day?) {
    self.what = what
    self.by = by
  }
}

/// A visit that is planned.
public struct VisitPlan: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// The time, where one was agreed.
  public var start: TimeOfDay?

  /// A planned visit on a day.
  public init(day: Day, start: TimeOfDay?) {
    self.day = day
    self.start = start
  }
}
