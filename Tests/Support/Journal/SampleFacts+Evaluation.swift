public import VisitModel

extension SampleFacts {
  /// Words of people in the facts of evaluation.
  static let evaluationWords = [
    "goals_reached", "back in work", "her sister", "started well", "isolation", "other_volunteer",
    "a driver is needed", "it is lighter now", "looked tired", "less_alone", "someone to ring",
  ]

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
      .evaluation(family, .reviewHeld(review(.worse(next)))),
      .evaluation(family, .reviewAmended(amendment, review(.mixed(next)))),
      .evaluation(family, .reviewHeld(review(.noChange(next)))),
      .evaluation(family, .reviewHeld(Review(episode: EpisodeNumber(1), day: day, overall: .mixed(nil)))),
      .evaluation(family, .reviewHeld(Review(episode: EpisodeNumber(1), day: day, overall: .better))),
      .evaluation(family, .reviewRetracted(amendment)),
      .evaluation(family, .feedbackGiven(feedback)),
      .evaluation(
        family, .feedbackGiven(Feedback(episode: EpisodeNumber(1), day: day, themes: [], words: "less_alone"))
      ),
      .evaluation(family, .feedbackAmended(amendment, feedback)),
      .evaluation(family, .feedbackRetracted(amendment)),
      .evaluation(
        family,
        .letterWritten(Letter(kind: LetterID(rawValue: "ending-family"), episode: EpisodeNumber(1), day: day))
      ),
    ]
  }()

  private static let next = NextStrategy(
    strategy: StrategyID(rawValue: "other_volunteer"), reason: Reason("a driver is needed") ?? missing())

  private static func review(_ overall: ReviewOutcome) -> Review {
    Review(
      episode: EpisodeNumber(2), day: day, present: [PersonNumber(1), PersonNumber(3)], others: "her sister",
      verdict: StrategyVerdict(.partly, words: "started well"),
      needs: [
        NeedOutcome(need: NeedID(rawValue: "isolation"), outcome: .better),
        NeedOutcome(need: NeedID(rawValue: "money"), outcome: .noChange),
      ],
      overall: overall, familyWords: "it is lighter now", note: "looked tired")
  }

  private static let feedback = Feedback(
    episode: EpisodeNumber(2), day: day, person: PersonNumber(1), themes: [ThemeID(rawValue: "less_alone")],
    words: "someone to ring", mayQuote: true)
}
