/// A step in a family's use of a service.
public enum ServiceFact: Hashable, Sendable {
  /// The family was pointed to a service; the entry begins a record.
  case began(ServiceUse)
  /// The use went on to another state.
  case moved(RecordID, ServiceStep)
  /// A session of a programme was offered.
  case session(RecordID, ServiceSession)
  /// What was said at the beginning was corrected.
  case amended(Amendment, ServiceUse)
  /// The use was taken back.
  case retracted(Amendment)
}

extension ServiceFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .began: .serviceUseBegan
    case .moved: .serviceUseMoved
    case .session: .serviceSessionNoted
    case .amended: .serviceUseAmended
    case .retracted: .serviceUseRetracted
    }
  }
}

/// How a family came to use a service.
public struct ServiceUse: Hashable, Sendable {
  /// The service.
  public var service: ServiceNumber
  /// How it began: signposted, referred, or already attending when the scheme learnt of it.
  public var begun: ServiceState
  /// The day.
  public var day: Day
  /// What it is for, in a few words.
  public var purpose: String
  /// The level of a programme.
  public var level: ProgrammeLevel?
  /// What a team for parents and babies does.
  public var infantWork: InfantWork?
  /// Why the family was referred without having agreed: somebody's safety.
  public var safeguardingReason: Reason?

  /// A use of a service from a day on.
  public init(
    service: ServiceNumber, begun: ServiceState, day: Day, purpose: String = "", level: ProgrammeLevel? = nil,
    infantWork: InfantWork? = nil, safeguardingReason: Reason? = nil
  ) {
    self.service = service
    self.begun = begun
    self.day = day
    self.purpose = purpose
    self.level = level
    self.infantWork = infantWork
    self.safeguardingReason = safeguardingReason
  }
}

/// What a team for parents and babies does.
public enum InfantWork: String, CaseIterable, TypedChoice, Hashable, Sendable {
  /// With the family.
  case therapeutic = "therapeutic work"
  /// Advises the scheme about the family.
  case consultation = "consultation to the scheme"
}

/// Where a family's use of a service stands.
public enum ServiceState: String, CaseIterable, TypedChoice, Hashable, Sendable {
  case signposted, referred, accepted
  case waiting
  case attending, completed, declined
  case droppedOut = "dropped out"

  /// The states that may follow this one.
  public var next: [ServiceState] {
    switch self {
    case .signposted: [.referred, .accepted, .waiting, .attending, .declined, .droppedOut]
    case .referred: [.accepted, .waiting, .attending, .declined]
    case .accepted: [.waiting, .attending, .declined, .droppedOut]
    case .waiting: [.attending, .declined, .droppedOut]
    case .attending: [.completed, .droppedOut]
    case .completed, .declined, .droppedOut: []
    }
  }

  /// Whether it is over.
  public var isClosed: Bool { next.isEmpty }
  /// The states a use may begin in: the family may be there already.
  public static let beginnings: [ServiceState] = [.signposted, .referred, .waiting, .attending]
}

/// One step of a family's use of a service.
public struct ServiceStep: Hashable, Sendable {
  /// The state it goes to.
  public let state: ServiceState
  /// The day.
  public let day: Day
  /// What became of it, in the family's words.
  public let words: String
  /// Why the family was referred without having agreed: somebody's safety.
  public let safeguardingReason: Reason?

  /// A step to a state on a day.
  public init(state: ServiceState, day: Day, words: String = "", safeguardingReason: Reason? = nil) {
    self.state = state
    self.day = day
    self.words = words
    self.safeguardingReason = safeguardingReason
  }
}

/// A session of a programme that was offered to a family.
public struct ServiceSession: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// Whether somebody of the family was there.
  public let wasAttended: Bool

  /// A session on a day.
  public init(day: Day, wasAttended: Bool) {
    self.day = day
    self.wasAttended = wasAttended
  }
}
