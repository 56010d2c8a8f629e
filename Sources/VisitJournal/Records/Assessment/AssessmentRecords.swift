internal import VisitModel

/// How a family came to the scheme and what it needs: a referral, an assessment, a plan. To and from its box.
extension AssessmentFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .referralRecorded(let referral):
      try outer.set(referral)
      return wireBytes(try WireReferralBox(referral))
    case .referralAmended(let amendment, let referral):
      outer.record = amendment.record.rawValue
      try outer.set(referral)
      return wireBytes(try WireReferralBox(referral, correcting: amendment))
    case .assessmentRecorded(let assessment):
      try outer.set(assessment)
      return wireBytes(try WireAssessmentBox(assessment))
    case .assessmentAmended(let amendment, let assessment):
      outer.record = amendment.record.rawValue
      try outer.set(assessment)
      return wireBytes(try WireAssessmentBox(assessment, correcting: amendment))
    case .planMade(let plan):
      try outer.set(plan)
      return wireBytes(try WireSupportPlanBox(plan))
    case .planAmended(let amendment, let plan):
      outer.record = amendment.record.rawValue
      try outer.set(plan)
      return wireBytes(try WireSupportPlanBox(plan, correcting: amendment))
    case .actionTicked(let tick):
      outer.record = tick.plan.rawValue
      var box = WirePlanActionTickedBox()
      box.action = try wireCount(tick.action.count, "plan_action.number")
      if let done = tick.done { box.done = try wireDay(done, "plan_action.done") }
      return wireBytes(box)
    case .retracted(let amendment):
      outer.record = amendment.record.rawValue
      return wireBytes(WireRetractionBox(amendment))
    }
  }

  /// A fact of this group from its two parts.
  init(_ kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .referralRecorded:
      self = .referralRecorded(try outer.referral(try readBox(box, WireReferralBox.self)))
    case .referralAmended:
      let referral = try readBox(box, WireReferralBox.self)
      self = .referralAmended(
        try outer.readAmendment(
          reason: referral.reason, basedOn: referral.hasBasedOn ? referral.basedOn : nil),
        try outer.referral(referral))
    case .assessmentRecorded:
      self = .assessmentRecorded(try outer.assessment(try readBox(box, WireAssessmentBox.self)))
    case .assessmentAmended:
      let assessment = try readBox(box, WireAssessmentBox.self)
      self = .assessmentAmended(
        try outer.readAmendment(
          reason: assessment.reason, basedOn: assessment.hasBasedOn ? assessment.basedOn : nil),
        try outer.assessment(assessment))
    case .supportPlanMade:
      self = .planMade(try outer.supportPlan(try readBox(box, WireSupportPlanBox.self)))
    case .supportPlanAmended:
      let plan = try readBox(box, WireSupportPlanBox.self)
      self = .planAmended(
        try outer.readAmendment(reason: plan.reason, basedOn: plan.hasBasedOn ? plan.basedOn : nil),
        try outer.supportPlan(plan))
    case .planActionTicked:
      let tick = try readBox(box, WirePlanActionTickedBox.self)
      self = .actionTicked(
        ActionTick(
          plan: try outer.readRecord(),
          action: ActionNumber(try readNumber(tick.action, "plan_action.number")),
          done: tick.hasDone ? try readDay(tick.done, "plan_action.done") : nil))
    case .assessmentRetracted: self = .retracted(try outer.readRetraction(box))
    default: throw RecordError(.unknownKind(Int(kind.rawValue)), "outer.kind")
    }
  }
}
