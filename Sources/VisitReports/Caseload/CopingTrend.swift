public import VisitModel

/// How well a family says it copes: its last scores with the coping instrument, and what became of them.
public struct CopingTrend: Hashable, Sendable {
  /// The last scores, oldest first; at most ``lengthMax``.
  public let points: [Hundredths]
  /// What the step from the last but one to the last means; nil where there are not two that can be compared.
  public let change: Change?
  /// Decimals the score is usually written with.
  public let decimals: Int

  /// The most scores a trend keeps.
  public static let lengthMax = FamilyStanding.checkInsMax
  /// No score at all.
  public static let none = CopingTrend(points: [], change: nil, decimals: 1)

  /// The score now.
  public var latest: Hundredths? { points.last }

  /// The trend of one family.
  ///
  /// One person's scores are never mixed with another's: the trend is the main carer's, or that of whoever
  /// answered last where the main carer never did.
  static func of(
    _ family: FamilyStanding, instrument: InstrumentID, shelf: InstrumentShelf
  ) -> CopingTrend {
    let all = family.checkIns.filter { $0.instrument == instrument }
    guard let last = all.last else { return .none }
    let carer = family.mainCarer?.number
    let person = all.contains { $0.person == carer } ? carer : last.person
    let scored = all.filter { $0.person == person }.suffix(lengthMax).compactMap { checkIn in
      shelf.primaryScore(of: checkIn).flatMap { found in
        found.result.value.map { (checkIn: checkIn, value: $0, decimals: found.score.decimals) }
      }
    }
    guard let latest = scored.last else { return .none }
    let change = scored.dropLast().last.flatMap { shelf.change(from: $0.checkIn, to: latest.checkIn)?.change }
    return CopingTrend(points: scored.map(\.value), change: change, decimals: max(1, latest.decimals))
  }
}
