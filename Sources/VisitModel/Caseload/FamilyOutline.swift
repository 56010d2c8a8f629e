/// What summaries count of a family beside its visits: where it lives, its children, and when it was supported by whom.
public struct FamilyOutline: Hashable, Sendable, Identifiable {
  /// The family's random identity.
  public let id: FamilyID
  /// The ward or area.
  public var area: String?
  /// When each child was born or is due; children who live elsewhere are not among them.
  public var children: [Birth] = []
  /// The family's episodes, first to last.
  public var episodes: [EpisodeOutline] = []
  /// The visits that were taken back, which no figure counts and lists still show.
  public var retractedVisits: [RetractedVisit] = []

  /// The outline of a family by its file.
  public init(_ file: FamilyFile) {
    id = file.id
    area = file.family.area
    children = file.family.people.filter { $0.role == .child && $0.livesHere }.map(\.birth)
    episodes = file.episodes.map(EpisodeOutline.init)
    retractedVisits = file.visits.compactMap(RetractedVisit.init)
  }

  /// An outline that says nothing yet, to be filled from a snapshot.
  public init(blank id: FamilyID) { self.id = id }
}

/// A visit that was taken back, by what a list puts it in its place by.
public struct RetractedVisit: Hashable, Sendable {
  /// The visit's identity.
  public var id: RecordID
  /// The day it was said to be on last.
  public var day: Day
  /// When it was entered first.
  public var enteredAt: Stamp

  /// A visit taken back.
  public init(id: RecordID, day: Day, enteredAt: Stamp) {
    self.id = id
    self.day = day
    self.enteredAt = enteredAt
  }

  /// What is told of a record that was taken back; nil where it stands.
  public init?(_ record: Record<Visit>) {
    guard record.isRetracted, let said = record.lastSaid else { return nil }
    self.init(id: record.id, day: said.day, enteredAt: record.original.stamp)
  }
}

/// An episode of support without words: its steps from stage to stage.
public struct EpisodeOutline: Hashable, Sendable {
  /// One step: to which stage, on which day, and who visits from then on.
  public struct Step: Hashable, Sendable {
    /// The stage.
    public var stage: EpisodeStage
    /// The day.
    public var day: Day
    /// The volunteer who is matched with the family from then on.
    public var volunteer: VolunteerNumber?

    /// A step to a stage on a day.
    public init(stage: EpisodeStage, day: Day, volunteer: VolunteerNumber?) {
      self.stage = stage
      self.day = day
      self.volunteer = volunteer
    }

    /// What a move says without words.
    public init(_ move: EpisodeMove) {
      self.init(stage: move.state.stage, day: move.day, volunteer: move.state.volunteer)
    }
  }

  /// The steps, first to last.
  public var steps: [Step]

  /// An episode of these steps.
  public init(steps: [Step]) { self.steps = steps }

  /// What an episode's moves say without words.
  public init(_ episode: Episode) { steps = episode.moves.map(Step.init) }
}
