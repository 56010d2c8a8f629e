/// Who went out to visit a family, and came home.
public struct Outings: Hashable, Sendable {
  /// Every outing, in the order they were entered.
  public internal(set) var all: [Record<Outing>] = []
  /// When each of those who came home did.
  public internal(set) var homes: [RecordID: Moment] = [:]

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: OutingFact, _ kept: KeptEntry) {
    switch fact {
    case .left(let outing): all.append(Record(first: Version(kept, value: outing)))
    case .home(let outing, let moment): homes[outing] = moment
    case .amended(let amendment, let outing):
      correct(amendment, Version(kept, value: outing, reason: amendment.reason))
    case .retracted(let amendment):
      correct(amendment, Version(kept, value: nil, reason: amendment.reason))
    }
  }

  private mutating func correct(_ amendment: Amendment, _ version: Version<Outing>) {
    guard let index = all.firstIndex(where: { $0.id == amendment.record }) else { return }
    all[index].add(version)
  }

  /// The outings of those who are still out.
  public var open: [Record<Outing>] { all.filter { !$0.isRetracted && homes[$0.id] == nil } }
}
