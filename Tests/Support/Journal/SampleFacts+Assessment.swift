import VisitModel

/// Assessments, plans, consents, life events and health reviews.
extension SampleFacts {
  static let assessmentWords = [
    "baby cries", "grandma is near", "somebody to talk to", "outreach worker", "alone_area", "not after dark",
    "few_people", "one thing too many", "Petra Manager", "Get out more", "Toy library", "Jo Simms",
  ]
  static let backgroundWords = [
    "Hart Family Hub", "Petra Health", "changed her mind", "moved_home", "to her mother's", "all was well",
  ]

  /// An assessment with everything that can be said of one.
  static let assessment = Assessment(
    episode: EpisodeNumber(1), day: day, present: [PersonNumber(1), PersonNumber(3)],
    alsoPresent: "An outreach worker", worrying: "The baby cries all night.",
    workingWell: "The grandma is near.", needsToHappen: "She needs somebody to talk to.",
    needs: [NeedID(rawValue: "sleep")],
    riskCheck: .found([VisitingRiskID(rawValue: "alone_area")], note: "not after dark"),
    level: LevelDecision(
      level: .specialist, indicators: [IndicatorID(rawValue: "few_people")], reason: "one thing too many",
      decidedBy: "Petra Manager"))

  /// A plan with everything that can be said of one.
  static let plan = SupportPlan(
    episode: EpisodeNumber(1), made: day,
    goals: [
      PlanGoal(
        number: GoalNumber(1), words: "Get out more.", needs: [NeedID(rawValue: "sleep")],
        actions: [
          PlanAction(
            number: ActionNumber(1), what: "Toy library", who: "Jo Simms", by: day.advanced(by: 30)),
          PlanAction(number: ActionNumber(4), what: "Toy library again"),
        ]), PlanGoal(number: GoalNumber(2), words: "Get out more still."),
    ], endingOn: day.advanced(by: 180))

  /// A plan that lost its first goal: those after it keep their numbers.
  static let planWithoutGoal = SupportPlan(
    episode: EpisodeNumber(1), made: day,
    goals: [
      PlanGoal(number: GoalNumber(2), words: "Get out more still."),
      PlanGoal(number: GoalNumber(4), words: "Get out more."),
    ], endingOn: day.advanced(by: 180))

  static let assessments: [Fact] = {
    let amendment = Amendment(record: record, basedOn: RecordID(bits: 99), reason: reason)
    let plain = Assessment(
      episode: EpisodeNumber(2), day: day, worrying: "The baby cries.", riskCheck: .clear,
      level: LevelDecision(level: .universal, reason: "one thing too many"))
    let facts: [AssessmentFact] = [
      .assessmentRecorded(assessment), .assessmentRecorded(plain), .assessmentAmended(amendment, assessment),
      .planMade(plan), .planAmended(amendment, plan),
      .actionTicked(ActionTick(plan: record, action: ActionNumber(4), done: day)),
      .actionTicked(ActionTick(plan: record, action: ActionNumber(4), done: nil)),
      .planAmended(amendment, planWithoutGoal),
    ]
    return facts.map { .assessment(family, $0) }
  }()

  static let background: [Fact] = {
    let amendment = Amendment(record: record, basedOn: RecordID(bits: 99), reason: reason)
    let scopes: [ConsentScope] = [
      .holdRecord, .tellReferrer, .share(with: "Hart Family Hub"), .statistics, .story,
    ]
    let consents = zip(scopes, [ConsentWay.signed, .spoken, .online, .signed, .signed]).map {
      scope, way in
      BackgroundFact.consentGiven(Consent(scope: scope, given: day, how: way, by: PersonNumber(1)))
    }
    let full = Consent(
      scope: .share(with: "Hart Family Hub"), given: day, how: .spoken, by: PersonNumber(2),
      takenBy: "Petra Health", expires: day.advanced(by: 365))
    let reviews = HealthReviewKind.allCases.map {
      BackgroundFact.healthReviewRecorded(
        HealthReview(child: PersonNumber(3), review: $0, day: day, note: "all was well"))
    }
    let facts: [BackgroundFact] =
      consents + [
        .consentGiven(full),
        .consentWithdrawn(ConsentWithdrawal(consent: record, day: day, words: "changed her mind")),
        .lifeEventRecorded(
          LifeEvent(
            day: day, kind: LifeEventID(rawValue: "moved_home"), what: "to her mother's",
            person: PersonNumber(1))),
        .lifeEventRecorded(LifeEvent(day: day, kind: LifeEventID(rawValue: "moved_home"))),
      ] + reviews + [.retracted(amendment)]
    return facts.map { .background(family, $0) }
  }()
}
