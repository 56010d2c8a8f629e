/// Where a family stands on the pathway, with what belongs to that state and to no other.
public enum EpisodeState: Hashable, Sendable {
  case referred
  case needsInformation
  case refused(Reason)
  case accepted
  case assessed
  case waiting
  case matched(VolunteerNumber)
  case introduced(VolunteerNumber)
  case supported(VolunteerNumber)
  case paused(VolunteerNumber)
  case endingPlanned(VolunteerNumber, on: Day)
  case ended(Ending)

  /// The state without what belongs to it.
  public var stage: EpisodeStage {
    switch self {
    case .referred: .referred
    case .needsInformation: .needsInformation
    case .refused: .refused
    case .accepted: .accepted
    case .assessed: .assessed
    case .waiting: .waiting
    case .matched: .matched
    case .introduced: .introduced
    case .supported: .supported
    case .paused: .paused
    case .endingPlanned: .endingPlanned
    case .ended: .ended
    }
  }

  /// The volunteer matched with the family in this state.
  public var volunteer: VolunteerNumber? {
    switch self {
    case .matched(let volunteer), .introduced(let volunteer), .supported(let volunteer),
      .paused(let volunteer), .endingPlanned(let volunteer, _):
      volunteer
    case .referred, .needsInformation, .refused, .accepted, .assessed, .waiting, .ended: nil
    }
  }
}

/// The names of the states of an episode, in the order of the pathway. Which may follow which is ``Pathway``.
public enum EpisodeStage: String, CaseIterable, Hashable, Sendable {
  case referred
  case needsInformation = "needs information"
  case refused, accepted, assessed
  case waiting = "waiting for a volunteer"
  case matched, introduced, supported, paused
  case endingPlanned = "ending planned"
  case ended

  /// Whether the episode is over.
  public var isClosed: Bool { self == .refused || self == .ended }
  /// Whether a volunteer visits the family at this stage.
  public var isVisited: Bool {
    switch self {
    case .introduced, .supported, .endingPlanned: true
    default: false
    }
  }
  /// Whether a volunteer is named at this stage.
  public var namesVolunteer: Bool {
    switch self {
    case .matched, .introduced, .supported, .paused, .endingPlanned: true
    default: false
    }
  }
}

/// Why something was done, in the words of the person who did it; never empty.
public struct Reason: Hashable, Sendable {
  /// The words.
  public let text: String

  /// A reason, or nil where no word was given.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    self.text = words.joined(separator: " ")
  }

  /// A reason that was one when it was kept.
  package static func kept(_ text: String) -> Reason? { text.isEmpty ? nil : Reason(whole: text) }

  private init(whole text: String) { self.text = text }
}
