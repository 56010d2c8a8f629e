extension Fact: Renumbered {
  /// The fact as it is said of another family; what is no family's stays as it is.
  func renumbered(by numbers: Renumbering) -> Fact {
    let id = numbers.family
    switch self {
    case .familyAdded(_, let family): return .familyAdded(id, family.renumbered(by: numbers))
    case .familyAmended(_, let family, let reason):
      return .familyAmended(id, family.renumbered(by: numbers), reason)
    case .episodeOpened(_, let move): return .episodeOpened(id, move.renumbered(by: numbers))
    case .episodeMoved(_, let move): return .episodeMoved(id, move.renumbered(by: numbers))
    case .visitPlanned(_, let plan): return .visitPlanned(id, plan)
    case .visitRecorded(let visit): return .visitRecorded(visit.renumbered(by: numbers))
    case .visitAmended(let amendment, let visit):
      return .visitAmended(amendment, visit.renumbered(by: numbers))
    case .visitRetracted(let amendment, _): return .visitRetracted(amendment, id)
    case .followUpDone(_, let visit): return .followUpDone(id, visit: visit)
    case .checkInRecorded(let checkIn): return .checkInRecorded(checkIn.renumbered(by: numbers))
    case .checkInRetracted(let amendment, _): return .checkInRetracted(amendment, id)
    case .background(_, let fact): return .background(id, fact.renumbered(by: numbers))
    case .assessment(_, let fact): return .assessment(id, fact.renumbered(by: numbers))
    case .outing(_, let fact): return .outing(id, fact)
    case .service(_, let fact): return .service(id, fact)
    case .evaluation(_, let fact): return .evaluation(id, fact.renumbered(by: numbers))
    case .concern(let fact): return .concern(fact.renumbered(by: numbers))
    case .schemeSet, .memberJoined, .memberLeft, .volunteerAdded, .volunteerAmended, .familyMerged,
      .mergeUndone, .volunteering, .directory, .wording, .oversight, .sealed:
      return self
    }
  }
}

extension BackgroundFact {
  fileprivate func renumbered(by numbers: Renumbering) -> BackgroundFact {
    switch self {
    case .consentGiven(let consent): .consentGiven(consent.renumbered(by: numbers))
    case .lifeEventRecorded(let event): .lifeEventRecorded(event.renumbered(by: numbers))
    case .healthReviewRecorded(let review): .healthReviewRecorded(review.renumbered(by: numbers))
    case .consentAmended(let amendment, let consent):
      .consentAmended(amendment, consent.renumbered(by: numbers))
    case .lifeEventAmended(let amendment, let event):
      .lifeEventAmended(amendment, event.renumbered(by: numbers))
    case .healthReviewAmended(let amendment, let review):
      .healthReviewAmended(amendment, review.renumbered(by: numbers))
    case .consentWithdrawn, .retracted: self
    }
  }
}

extension AssessmentFact {
  fileprivate func renumbered(by numbers: Renumbering) -> AssessmentFact {
    switch self {
    case .referralRecorded(let referral): .referralRecorded(referral.renumbered(by: numbers))
    case .referralAmended(let amendment, let referral):
      .referralAmended(amendment, referral.renumbered(by: numbers))
    case .assessmentRecorded(let assessment): .assessmentRecorded(assessment.renumbered(by: numbers))
    case .assessmentAmended(let amendment, let assessment):
      .assessmentAmended(amendment, assessment.renumbered(by: numbers))
    case .planMade(let plan): .planMade(plan.renumbered(by: numbers))
    case .planAmended(let amendment, let plan): .planAmended(amendment, plan.renumbered(by: numbers))
    case .actionTicked, .retracted: self
    }
  }
}

extension EvaluationFact {
  fileprivate func renumbered(by numbers: Renumbering) -> EvaluationFact {
    switch self {
    case .moveAmended(let amendment, let move): .moveAmended(amendment, move.renumbered(by: numbers))
    case .moveRetracted(let amendment, let episode): .moveRetracted(amendment, numbers[episode])
    case .reviewHeld(let review): .reviewHeld(review.renumbered(by: numbers))
    case .reviewAmended(let amendment, let review): .reviewAmended(amendment, review.renumbered(by: numbers))
    case .feedbackGiven(let feedback): .feedbackGiven(feedback.renumbered(by: numbers))
    case .feedbackAmended(let amendment, let feedback):
      .feedbackAmended(amendment, feedback.renumbered(by: numbers))
    case .letterWritten(let letter): .letterWritten(letter.renumbered(by: numbers))
    case .reviewRetracted, .feedbackRetracted: self
    }
  }
}

extension ConcernFact {
  fileprivate func renumbered(by numbers: Renumbering) -> ConcernFact {
    switch self {
    case .raised(let concern): .raised(concern.renumbered(by: numbers))
    case .copied(let concern): .copied(concern.renumbered(by: numbers))
    case .amended(let concern, let reason): .amended(concern.renumbered(by: numbers), reason)
    case .acknowledged, .acted, .actionAmended, .closed: self
    }
  }
}
