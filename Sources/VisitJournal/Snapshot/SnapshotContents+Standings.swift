internal import VisitModel

/// How the families of a snapshot stand, and what summaries count of them.
extension SnapshotContents {
  /// How the family of that place stands.
  func standing(_ ordinal: Int) -> FamilyStanding? {
    guard let bytes = bytes(of: .standings, places[ordinal].standing) else { return nil }
    return SnapshotContents.standing(bytes, of: places.id(ordinal))
  }

  /// How every family stands, in the order of their numbers.
  func standings() -> [FamilyStanding]? { standings { _ in true } }

  /// How families stand that are active, and some others, in the order of their numbers.
  func activeStandings(and others: Set<FamilyID>) -> [FamilyStanding]? {
    standings { places.isActive($0) || others.contains(places.id($0)) }
  }

  private func standings(where isWanted: @Sendable (Int) -> Bool) -> [FamilyStanding]? {
    guard let bytes = bytes(of: .standings) else { return nil }
    return shared { range -> [FamilyStanding]? in
      var standings: [FamilyStanding] = []
      for ordinal in range where isWanted(ordinal) {
        let place = places[ordinal]
        guard let standing = SnapshotContents.standing(bytes, place.standing, of: place.id) else {
          return nil
        }
        standings.append(standing)
      }
      return standings
    }.map { Array($0.joined()) }
  }

  /// What is made of the outlines of families that follow each other, without those of some; nil where a page does not open.
  func mapOutlines<Made: Sendable>(
    without excluded: Set<FamilyID>, _ make: @Sendable ([FamilyOutline]) -> Made
  ) -> [Made]? {
    guard let bytes = bytes(of: .outlines) else { return nil }
    return shared { range in
      var scribe = Scribe(
        reading: bytes,
        places[range.lowerBound].outline.lowerBound..<places[range.upperBound - 1].outline.upperBound)
      var outlines: [FamilyOutline] = []
      outlines.reserveCapacity(range.count)
      for ordinal in range {
        var outline = FamilyOutline(blank: places.id(ordinal))
        outline.pass(through: &scribe)
        if excluded.isEmpty || !excluded.contains(outline.id) { outlines.append(outline) }
      }
      return scribe.isLost ? nil : make(outlines)
    }
  }

  /// What is made of the families, some of them on each core, in their order.
  private func shared<Made: Sendable>(_ make: @Sendable (Range<Int>) -> Made?) -> [Made]? {
    let shares = AllCores.shares(of: places.count, least: SnapshotContents.shareMin)
    let parts = AllCores.map(shares, make).compactMap(\.self)
    return parts.count == shares.count ? parts : nil
  }

  /// Sharing out costs more than it saves below this many families for each core.
  private static let shareMin = 64

  /// The standing that lies in a part of some bytes, or in all of them.
  private static func standing(
    _ bytes: [UInt8], _ part: Range<Int>? = nil, of family: FamilyID
  ) -> FamilyStanding? {
    var scribe = Scribe(reading: bytes, part ?? bytes.startIndex..<bytes.endIndex)
    var standing = FamilyStanding(blank: family)
    standing.pass(through: &scribe)
    return scribe.isLost ? nil : standing
  }
}
