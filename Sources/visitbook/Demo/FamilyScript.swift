internal import VisitModel

/// What has become of an invented family by today: a script that its history is then made to lead up to.
enum FamilyScript {
  case steady, unseen, unwritten, justBegun, worsening, paused, endingPlanned
  case matched, introduced, waitingLong, waiting, assessed, accepted, needsInformation, referred
  case refused, ended

  /// The mix of a scheme with 60 families on its books, so that every stage and every reason to act is there.
  private static let mix: [(FamilyScript, Int)] = [
    (.steady, 16), (.unseen, 4), (.unwritten, 2), (.justBegun, 4), (.worsening, 4), (.paused, 2),
    (.endingPlanned, 3), (.matched, 1), (.introduced, 2), (.waitingLong, 3), (.waiting, 3), (.assessed, 1),
    (.accepted, 1), (.needsInformation, 1), (.referred, 2), (.refused, 2), (.ended, 9),
  ]
  private static let cycle: [FamilyScript] = mix.flatMap { script, count in
    Array(repeating: script, count: count)
  }

  /// The script of the family at a place in the scheme.
  ///
  /// The first 60 follow the mix, in an order without a pattern; in a scheme of many years most families have ended.
  static func at(_ index: Int, years: Int, _ random: inout SeededRandom) -> FamilyScript {
    if years > 2, random.number(in: 1...years) > 2 { return .ended }
    return cycle[(index * 29 + 4) % cycle.count]
  }

  /// Whether a volunteer has begun to visit.
  var isVisited: Bool {
    switch self {
    case .steady, .unseen, .unwritten, .justBegun, .worsening, .paused, .endingPlanned, .introduced, .ended:
      true
    case .matched, .waitingLong, .waiting, .assessed, .accepted, .needsInformation, .referred, .refused: false
    }
  }
}

/// How a family fares while it is supported.
enum FamilyArc {
  case better, flat, worse

  /// The heading of the sentences that fit.
  var mood: String {
    switch self {
    case .better: "better"
    case .flat: "flat"
    case .worse: "worse"
    }
  }
}
