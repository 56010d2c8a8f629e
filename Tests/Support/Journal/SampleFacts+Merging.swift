internal import VisitModel

/// Two families that are one, and what is known of a family put right.
extension SampleFacts {
  static let mergingWords = ["both from the same house", "Ash Family Hub", "her grandmother", "two teeth"]

  /// One fact of every kind.
  static let merging: [Fact] = {
    let amendment = Amendment(record: record, basedOn: RecordID(bits: 99), reason: reason)
    let merge = FamilyMerge(
      family: FamilyID(rawValue: 0xF00D), into: family, day: day,
      people: [PersonNumber(1): PersonNumber(1), PersonNumber(2): PersonNumber(4)],
      episodes: [EpisodeNumber(1): EpisodeNumber(3)], holders: [MemberNumber(2)],
      holdersInto: [MemberNumber(2), MemberNumber(5)])
    let bare = FamilyMerge(family: FamilyID(rawValue: 0xF00E), into: family, day: day)
    let consent = Consent(
      scope: .share(with: "Ash Family Hub"), given: day, how: .online, by: PersonNumber(2),
      expires: day.advanced(by: 30))
    let event = LifeEvent(
      day: day, kind: LifeEventID(rawValue: "bereavement"), what: "her grandmother", person: PersonNumber(1))
    let review = HealthReview(child: PersonNumber(3), review: .oneYear, day: day, note: "two teeth")
    return [
      .familyMerged(merge, Reason("both from the same house") ?? reason), .familyMerged(bare, reason),
      .mergeUndone(family, amendment),
      .background(family, .consentAmended(amendment, consent)),
      .background(family, .lifeEventAmended(amendment, event)),
      .background(family, .healthReviewAmended(amendment, review)),
    ]
  }()
}
