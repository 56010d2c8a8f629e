/// Something that was done about a record and is no version of it: the family's history names it with the others.
public enum FamilyStep: Hashable, Sendable {
  case planned(VisitPlan)
  case followUpDone(visit: RecordID)
  case consentWithdrawn(ConsentWithdrawal)
  case actionTicked(ActionTick)
  case cameHome(outing: RecordID, Moment)
  case serviceMoved(use: RecordID, ServiceStep)
  case session(use: RecordID, ServiceSession)

  /// The step that a fact is; nil where it begins a record or is a version of one.
  init?(_ fact: Fact) {
    switch fact {
    case .visitPlanned(_, let plan): self = .planned(plan)
    case .followUpDone(_, let visit): self = .followUpDone(visit: visit)
    case .background(_, .consentWithdrawn(let withdrawal)): self = .consentWithdrawn(withdrawal)
    case .assessment(_, .actionTicked(let tick)): self = .actionTicked(tick)
    case .outing(_, .home(let outing, let moment)): self = .cameHome(outing: outing, moment)
    case .service(_, .moved(let use, let step)): self = .serviceMoved(use: use, step)
    case .service(_, .session(let use, let session)): self = .session(use: use, session)
    default: return nil
    }
  }

  /// What kind of fact it was.
  public var kind: FactKind {
    switch self {
    case .planned: .visitPlanned
    case .followUpDone: .followUpDone
    case .consentWithdrawn: .consentWithdrawn
    case .actionTicked: .planActionTicked
    case .cameHome: .cameHome
    case .serviceMoved: .serviceUseMoved
    case .session: .serviceSessionNoted
    }
  }

  /// The record it is about; nil of a visit that is planned.
  public var record: RecordID? {
    switch self {
    case .planned: nil
    case .followUpDone(let record), .cameHome(let record, _), .serviceMoved(let record, _),
      .session(let record, _):
      record
    case .consentWithdrawn(let withdrawal): withdrawal.consent
    case .actionTicked(let tick): tick.plan
    }
  }
}
