/// How a family came to the scheme and what it needs: a referral, an assessment, a plan.
public enum AssessmentFact: Hashable, Sendable {
  case referralRecorded(Referral)
  case referralAmended(Amendment, Referral)
  case assessmentRecorded(Assessment)
  case assessmentAmended(Amendment, Assessment)
  case planMade(SupportPlan)
  case planAmended(Amendment, SupportPlan)
  case actionTicked(ActionTick)
  /// A referral, an assessment or a plan was taken back.
  case retracted(Amendment)
}

extension AssessmentFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .referralRecorded: .referralRecorded
    case .referralAmended: .referralAmended
    case .assessmentRecorded: .assessmentRecorded
    case .assessmentAmended: .assessmentAmended
    case .planMade: .supportPlanMade
    case .planAmended: .supportPlanAmended
    case .actionTicked: .planActionTicked
    case .retracted: .assessmentRetracted
    }
  }
}
