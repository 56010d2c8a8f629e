public import VisitModel

/// The instruments that reports can score with, each version of each.
public struct InstrumentShelf: Sendable {
  private let instruments: [InstrumentID: [Instrument]]

  /// A shelf of instruments; of two with the same id and version the first counts.
  public init(_ instruments: [Instrument] = []) {
    self.instruments = Dictionary(grouping: instruments, by: \.id)
  }

  /// The instrument whose answers a check-in holds, in the very version they were given to.
  public func instrument(of checkIn: CheckIn) -> Instrument? {
    instruments[checkIn.instrument]?.first { $0.version == checkIn.version }
  }

  /// The scores of a check-in, or nil where its instrument is not on the shelf.
  public func result(of checkIn: CheckIn, since start: CheckIn? = nil) -> CheckInResult? {
    guard let instrument = instrument(of: checkIn) else { return nil }
    let start = instrument.looksBack ? start : nil
    let baseline = start.flatMap { $0.version == checkIn.version ? instrument.result(of: $0.answers) : nil }
    return instrument.result(of: checkIn.answers, since: baseline)
  }

  /// The instrument's one score that is shown where there is room for one, and what the check-in comes to in it.
  public func primaryScore(of checkIn: CheckIn) -> (score: Score, result: ScoreResult)? {
    guard let instrument = instrument(of: checkIn), let score = instrument.primaryScore,
      let result = instrument.result(of: score.id, in: checkIn.answers)
    else { return nil }
    return (score, result)
  }

  /// How the primary score changed from one check-in to a later one; nil where the two cannot be compared (another
  /// instrument, version or person, or no score on one side).
  public func change(from earlier: CheckIn, to later: CheckIn) -> ScoreChange? {
    guard earlier.person == later.person, earlier.family == later.family,
      earlier.instrument == later.instrument, earlier.version == later.version,
      let instrument = instrument(of: later), let score = instrument.primaryScore
    else { return nil }
    return instrument.change(of: score.id, from: earlier.answers, to: later.answers)
  }
}
