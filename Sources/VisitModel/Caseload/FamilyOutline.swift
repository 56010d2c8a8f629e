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

  /// The outline of a family by its file.
  public init(_ file: FamilyFile) {
    id = file.id
    area = file.family.area
    children = file.family.people.filter { $0.role == .child && $0.livesHere }.map(\.birth)
    episodes = file.episodes.map(EpisodeOutline.init)
  }

  /// An outline that says nothing yet, to be filled from a snapshot.
  public init(blank id: FamilyID) { self.id = id }
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
