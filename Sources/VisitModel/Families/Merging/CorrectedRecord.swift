extension Fact {
  /// The record that the fact corrects, takes back or goes on with; nil where it begins one, and for all that is no
  /// family's.
  var correctedRecord: RecordID? {
    switch self {
    case .visitAmended(let amendment, _), .visitRetracted(let amendment, _),
      .checkInRetracted(let amendment, _):
      amendment.record
    case .followUpDone(_, let visit): visit
    case .background(_, let fact): fact.correctedRecord
    case .assessment(_, let fact): fact.correctedRecord
    case .outing(_, let fact): fact.correctedRecord
    case .service(_, let fact): fact.correctedRecord
    case .evaluation(_, let fact): fact.correctedRecord
    default: nil
    }
  }
}

extension BackgroundFact {
  fileprivate var correctedRecord: RecordID? {
    switch self {
    case .consentWithdrawn(let withdrawal): withdrawal.consent
    case .consentAmended(let amendment, _), .lifeEventAmended(let amendment, _),
      .healthReviewAmended(let amendment, _), .retracted(let amendment):
      amendment.record
    case .consentGiven, .lifeEventRecorded, .healthReviewRecorded: nil
    }
  }
}

extension AssessmentFact {
  fileprivate var correctedRecord: RecordID? {
    switch self {
    case .referralAmended(let amendment, _), .assessmentAmended(let amendment, _),
      .planAmended(let amendment, _), .retracted(let amendment):
      amendment.record
    case .actionTicked(let tick): tick.plan
    case .referralRecorded, .assessmentRecorded, .planMade: nil
    }
  }
}

extension OutingFact {
  fileprivate var correctedRecord: RecordID? {
    switch self {
    case .home(let outing, _): outing
    case .amended(let amendment, _), .retracted(let amendment): amendment.record
    case .left: nil
    }
  }
}

extension ServiceFact {
  fileprivate var correctedRecord: RecordID? {
    switch self {
    case .moved(let use, _), .session(let use, _): use
    case .amended(let amendment, _), .retracted(let amendment): amendment.record
    case .began: nil
    }
  }
}

extension EvaluationFact {
  fileprivate var correctedRecord: RecordID? {
    switch self {
    case .moveAmended(let amendment, _), .moveRetracted(let amendment, _), .reviewAmended(let amendment, _),
      .reviewRetracted(let amendment), .feedbackAmended(let amendment, _), .feedbackRetracted(let amendment):
      amendment.record
    case .reviewHeld, .feedbackGiven, .letterWritten: nil
    }
  }
}
