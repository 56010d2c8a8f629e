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
    case .assessmentRetracted: self = .retracted(try outer.readRetraction(box))
    default: throw RecordError(.unknownKind(Int(kind.rawValue)), "outer.kind")
    }
  }
}
