import VisitModel

/// Referrals, answered and corrected.
extension SampleFacts {
  static let privateWordsOfReferrals = [
    "health_visitor", "Petra Health", "Ash clinic", "01632 960200", "Alone with twins", "crying",
    "Dad himself",
    "outside_area",
  ]

  /// A referral with everything that can be said of one.
  static let referral = Referral(
    episode: EpisodeNumber(1), received: day, source: ReferralSourceID(rawValue: "health_visitor"),
    referrer: Referrer(name: "Petra Health", agency: "Ash clinic", phone: "01632 960200"),
    reasons: "Alone with twins.", needs: [NeedID(rawValue: "sleep")], noticed: "The midwife heard crying.",
    agreement: .signed(day.advanced(by: -2)))

  static let referrals: [Fact] = {
    let amendment = Amendment(record: record, basedOn: RecordID(bits: 99), reason: reason)
    var declared = referral
    declared.agreement = .declared(by: "Petra Health")
    let plain = Referral(
      episode: EpisodeNumber(2), received: day, source: ReferralSourceID(rawValue: "self"),
      agreement: .selfReferral)
    var unsigned = plain
    unsigned.agreement = nil
    return [
      .assessment(family, .referralRecorded(referral)), .assessment(family, .referralRecorded(plain)),
      .assessment(family, .referralRecorded(unsigned)),
      .assessment(family, .referralAmended(amendment, declared)),
      .assessment(family, .retracted(amendment)),
      .episodeMoved(
        family,
        EpisodeMove(
          episode: EpisodeNumber(1), state: .refused(reason), day: day,
          refusal: RefusalID(rawValue: "outside_area"))),
    ]
  }()
}
