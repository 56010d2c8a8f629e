internal import VisitModel

/// A referral: its day and episode outside, all else in the box.
extension WireOuter {
  mutating func set(_ referral: Referral) throws(RecordError) {
    episode = try wireCount(referral.episode.count, "outer.episode")
    day = try wireDay(referral.received, "outer.day")
  }

  func referral(_ box: WireReferralBox) throws(RecordError) -> Referral {
    Referral(
      episode: try readEpisode(), received: try readDay(), source: ReferralSourceID(rawValue: box.source),
      referrer: Referrer(
        name: box.hasReferrer ? box.referrer : nil, agency: box.hasAgency ? box.agency : nil,
        phone: box.hasPhone ? box.phone : nil),
      reasons: box.reasons, needs: box.needs.map(NeedID.init(rawValue:)), noticed: box.noticed,
      agreement: try box.readAgreement())
  }
}

extension WireReferralBox {
  init(_ referral: Referral, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    source = referral.source.rawValue
    if let text = referral.referrer.name { referrer = text }
    if let text = referral.referrer.agency { agency = text }
    if let text = referral.referrer.phone { phone = text }
    reasons = referral.reasons
    needs = referral.needs.map(\.rawValue)
    noticed = referral.noticed
    switch referral.agreement {
    case .signed(let day): signed = try wireDay(day, "referral.signed")
    case .declared(let name): declaredBy = name
    case .selfReferral: selfReferral = true
    case nil: break
    }
    if let amendment {
      reason = amendment.reason.text
      basedOn = amendment.basedOn.rawValue
    }
  }

  fileprivate func readAgreement() throws(RecordError) -> ReferralAgreement? {
    switch agreement {
    case .signed(let days): .signed(try readDay(days, "referral.signed"))
    case .declaredBy(let name): .declared(by: name)
    case .selfReferral: .selfReferral
    case nil: nil
    }
  }
}
