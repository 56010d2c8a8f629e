/// What the answers of one check-in come to. Computed whenever it is wanted, never stored.
public struct CheckInResult: Hashable, Sendable {
  /// The instrument that was answered.
  public let instrument: InstrumentID
  /// The version of its file.
  public let version: InstrumentVersion
  /// The scores, in the order of the file.
  public let scores: [ScoreResult]
  /// The ids of the triggers that fire, in the order of the file.
  public let triggers: [String]

  /// The result of a check-in.
  public init(
    instrument: InstrumentID, version: InstrumentVersion, scores: [ScoreResult], triggers: [String]
  ) {
    self.instrument = instrument
    self.version = version
    self.scores = scores
    self.triggers = triggers
  }

  /// The result of one score.
  public func score(_ id: ScoreID) -> ScoreResult? { scores.first { $0.id == id } }
}

/// What one score comes to.
public struct ScoreResult: Hashable, Sendable {
  /// The score.
  public let id: ScoreID
  /// The number before the steps that follow the method; nil where the blanks allow none.
  public let raw: Hundredths?
  /// The score; nil where the blanks allow none.
  public let value: Hundredths?
  /// The band it lies in.
  public let band: ScoreBand?
  /// How many of its questions (or of the scores it adds up) have a value.
  public let answered: Int
  /// How many have none.
  public let missing: Int

  /// The result of one score.
  public init(
    id: ScoreID, raw: Hundredths?, value: Hundredths?, band: ScoreBand?, answered: Int, missing: Int
  ) {
    self.id = id
    self.raw = raw
    self.value = value
    self.band = band
    self.answered = answered
    self.missing = missing
  }
}
