public import VisitModel

extension SampleFacts {
  /// Words of people in the facts of evaluation.
  static let evaluationWords = ["goals_reached", "back in work"]

  /// Corrected moves, reviews, letters, feedback.
  public static let evaluation: [Fact] = {
    let amendment = Amendment(record: record, basedOn: RecordID(bits: 98), reason: reason)
    let ended = EpisodeMove(
      episode: EpisodeNumber(2),
      state: .ended(.listed(EndingReasonID(rawValue: "goals_reached"), Reason("back in work"))), day: day,
      basedOn: RecordID(bits: 97))
    let paused = EpisodeMove(episode: EpisodeNumber(2), state: .paused(VolunteerNumber(7)), day: day)
    return [
      .episodeMoved(family, ended), .evaluation(family, .moveAmended(amendment, ended)),
      .evaluation(family, .moveAmended(amendment, paused)),
      .evaluation(family, .moveRetracted(amendment, EpisodeNumber(2))),
    ]
  }()
}
