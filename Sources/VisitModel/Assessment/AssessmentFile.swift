/// Referrals, assessments and plans of a family.
public struct AssessmentFile: Hashable, Sendable {
  /// The referrals, in the order they were entered; those taken back too.
  public private(set) var referrals: [Record<Referral>] = []

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: AssessmentFact, _ kept: KeptEntry) -> Taken {
    switch fact {
    case .referralRecorded(let referral):
      referrals.append(Record(first: Version(kept, value: referral)))
      return .begins
    case .referralAmended(let amendment, let referral):
      return referrals.correct(
        amendment.record, Version(kept, value: referral, reason: amendment.reason))
    case .retracted(let amendment):
      return referrals.correct(amendment.record, Version(kept, value: nil, reason: amendment.reason))
    }
  }

  /// The referral of that identity.
  public func referral(_ id: RecordID) -> Record<Referral>? { referrals.first { $0.id == id } }

  /// The referral that opened an episode, where one stands.
  public func referral(of episode: EpisodeNumber) -> Record<Referral>? {
    referrals.last { $0.current?.episode == episode }
  }

  /// What takes a record of this file back; nil where it has none of that identity.
  func retraction(of record: RecordID, because reason: String) throws(Refusal) -> Amendment? {
    try referral(record)?.retraction(because: reason)
  }
}

extension Array {
  /// Adds a version to the record of that identity.
  mutating func correct<Value>(_ id: RecordID, _ version: Version<Value>) -> Taken
  where Element == Record<Value> {
    guard let index = firstIndex(where: { $0.id == id }) else { return .unknown }
    self[index].add(version)
    return .known
  }
}
