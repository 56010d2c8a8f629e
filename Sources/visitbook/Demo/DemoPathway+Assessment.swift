internal import VisitModel

// How the invented families were found to be, what was agreed with them, and what they allowed.

extension DemoPathway {
  private var metOn: Day? { family.story.moves.first { $0.state.stage == .assessed }?.day }
  private var carer: PersonNumber { family.family.mainCarer?.number ?? PersonNumber(1) }

  /// The initial visit.
  var assessment: [Step] {
    guard let day = metOn else { return [] }
    return [
      Step(day: day, minute: 15 * 60 + 5) {
        var random = chance(1)
        let isSpecialist = family.story.arc == .worse && random.happens(60)
        let heading: LevelOfNeed =
          isSpecialist ? .specialist : family.story.index % 5 == 0 ? .universal : .targeted
        let chart = lists.entries(IndicatorID.self).filter {
          $0.group.flatMap(LevelOfNeed.init(typed:)) == heading
        }
        let risks = lists.entries(VisitingRiskID.self).map(\.id)
        return .assessment(
          family.id,
          .assessmentRecorded(
            Assessment(
              episode: EpisodeNumber(1), day: day,
              present: family.family.peopleAtHome(on: day).prefix(3).map(\.number),
              worrying: line("worrying", &random), workingWell: line("working", &random),
              needsToHappen: line("needed", &random), needs: family.needs,
              riskCheck: random.happens(25)
                ? .found(random.pick(1, of: risks), note: family.family.risks ?? "") : .clear,
              level: LevelDecision(
                level: heading, indicators: random.pick(2, of: chart.map(\.id)),
                reason: line("level", &random)))))
      }
    ]
  }

  /// The plan, and what of it was done.
  var plan: [Step] {
    guard let met = metOn, let began = family.story.supportedSince else { return [] }
    let place = placeOfPlan
    var steps = [
      Step(day: began, minute: 11 * 60) { .assessment(family.id, .planMade(agreed(met, began))) }
    ]
    for action in agreedPlan?.actions ?? [] {
      var random = chance(3, action.number.count)
      let done = (action.by ?? began).advanced(by: random.number(in: -9...6))
      guard done < request.today, !random.happens(family.story.arc == .better ? 12 : 35) else { continue }
      steps.append(
        Step(day: done, minute: 18 * 60 + action.number.count) {
          let plan = record(place)
          return .assessment(
            family.id, .actionTicked(ActionTick(plan: plan, action: action.number, done: done)))
        })
    }
    return steps
  }

  /// The plan that was agreed, where support began.
  var agreedPlan: SupportPlan? {
    guard let met = metOn, let began = family.story.supportedSince else { return nil }
    return agreed(met, began)
  }

  private func agreed(_ met: Day, _ began: Day) -> SupportPlan {
    var random = chance(2)
    var number = 0
    let goals = random.pick(random.number(in: 1...3), of: words["goals"]).enumerated().map { place, goal in
      let actions = random.pick(random.number(in: 1...2), of: words["actions"]).map { what in
        number += 1
        return PlanAction(
          number: ActionNumber(number), what: family.firstNames.filling(what),
          who: number % 3 == 0 ? family.firstNames.carer : "the volunteer",
          by: began.advanced(by: random.number(in: 14...80)))
      }
      return PlanGoal(
        number: GoalNumber(place + 1), words: family.firstNames.filling(goal),
        needs: [family.needs[place % family.needs.count]],
        actions: actions)
    }
    return SupportPlan(
      episode: EpisodeNumber(1), made: began, goals: goals, endingOn: began.advanced(by: 270))
  }

  /// What the family allowed: everybody that a record is held; others one thing or another.
  var consents: [Step] {
    guard let day = metOn else { return [] }
    var random = chance(4)
    var scopes: [ConsentScope] = [.holdRecord]
    if random.happens(80) { scopes.append(.tellReferrer) }
    if random.happens(45) { scopes.append(.share(with: "Ash Family Hub")) }
    if random.happens(55) { scopes.append(.statistics) }
    if random.happens(12) { scopes.append(.story) }
    return scopes.enumerated().map { place, scope in
      // A few consents were given for a time only, and some of those have run out.
      let expires = random.happens(8) ? day.advanced(by: 180) : nil
      return Step(day: day, minute: 15 * 60 + 20 + place) {
        .background(
          family.id,
          .consentGiven(Consent(scope: scope, given: day, how: .signed, by: carer, expires: expires)))
      }
    }
  }

  /// The health visitor's reviews that the family told of.
  var healthReviews: [Step] {
    guard let met = metOn else { return [] }
    var steps: [Step] = []
    for child in family.family.people where child.role == .child {
      for kind in HealthReviewKind.allCases {
        guard let window = kind.window(of: child.birth) else { continue }
        var random = chance(6, child.number.count * 10 + steps.count)
        let day = window.lowerBound.advanced(by: random.number(in: 0...6))
        guard day > family.story.referred, day < request.today, random.happens(70) else { continue }
        steps.append(
          Step(day: max(day.advanced(by: 3), met), minute: 12 * 60 + steps.count) {
            .background(
              family.id,
              .healthReviewRecorded(HealthReview(child: child.number, review: kind, day: day)))
          })
      }
    }
    return steps
  }
}
