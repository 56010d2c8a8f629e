/// That a family was erased: when, why and on whose authority, and how much there was. Nothing of what was recorded.
public struct FamilyErasure: Hashable, Sendable {
  /// The family's random identity, whose key is gone.
  public let family: FamilyID
  /// The family's number, which no other family gets.
  public let number: FamilyNumber
  /// The day it was erased.
  public let day: Day
  /// On what ground.
  public let ground: ErasureGround
  /// Why, in words that name nobody of the family.
  public let reason: Reason
  /// On whose authority: a person or a body, such as the trustees.
  public let authority: Reason
  /// How many entries of each kind were erased, the most first.
  public let counts: [ErasedCount]

  /// An erasure of a family.
  public init(
    family: FamilyID, number: FamilyNumber, day: Day, ground: ErasureGround, reason: Reason,
    authority: Reason, counts: [ErasedCount]
  ) {
    self.family = family
    self.number = number
    self.day = day
    self.ground = ground
    self.reason = reason
    self.authority = authority
    self.counts = counts
  }
}

/// How many entries of a kind were erased.
public struct ErasedCount: Hashable, Sendable {
  /// The kind.
  public let kind: FactKind
  /// How many.
  public let count: Int

  /// A count of entries of a kind.
  public init(kind: FactKind, count: Int) {
    self.kind = kind
    self.count = count
  }
}

/// On what ground a family is erased.
public enum ErasureGround: String, CaseIterable, Hashable, Sendable {
  /// The period of the retention rules is over.
  case retention
  /// Somebody of the family asked for it (UK GDPR, article 17).
  case asked
  /// The family should never have been entered.
  case mistake
  /// Anything else, as the reason says.
  case other
}

extension ErasureGround: TypedChoice {}

/// The plain numbers of a family that was erased: what summaries count, and nothing that says who it was.
public struct KeptNumbers: Hashable, Sendable {
  /// The family's random identity, so that its visits count as one family's.
  public let family: FamilyID
  /// Its visits that stood.
  public let visits: [KeptVisit]
  /// Its episodes of support.
  public let episodes: [KeptEpisode]

  /// The numbers of a family.
  public init(family: FamilyID, visits: [KeptVisit], episodes: [KeptEpisode]) {
    self.family = family
    self.visits = visits
    self.episodes = episodes
  }
}

/// The numbers of a visit to a family that was erased.
public struct KeptVisit: Hashable, Sendable {
  /// Day, outcome, minutes and volunteers.
  public let numbers: VisitNumbers
  /// The volunteers' time on the way.
  public let travel: Minutes
  /// The distance driven.
  public let miles: Miles
  /// What it cost.
  public let expenses: Pence

  /// The numbers of a visit.
  public init(numbers: VisitNumbers, travel: Minutes, miles: Miles, expenses: Pence) {
    self.numbers = numbers
    self.travel = travel
    self.miles = miles
    self.expenses = expenses
  }
}

/// The days of an episode of a family that was erased.
public struct KeptEpisode: Hashable, Sendable {
  /// The day it began.
  public let began: Day
  /// The day it ended; nil where it was erased while open.
  public let ended: Day?

  /// An episode by its days.
  public init(began: Day, ended: Day?) {
    self.began = began
    self.ended = ended
  }
}

extension KeptNumbers {
  /// What summaries count of a family.
  init(of file: FamilyFile, until day: Day) {
    self.init(
      family: file.id,
      visits: file.visits.compactMap(\.current).map { visit in
        KeptVisit(
          numbers: VisitNumbers(
            day: visit.day, outcome: visit.outcome.kind, minutes: visit.outcome.minutes,
            volunteers: visit.volunteers),
          travel: visit.travel, miles: visit.miles, expenses: visit.expenses)
      }.sorted { $0.numbers.day < $1.numbers.day },
      episodes: file.episodes.map { episode in
        KeptEpisode(began: episode.began, ended: episode.state.stage.isClosed ? episode.since : day)
      })
  }
}
