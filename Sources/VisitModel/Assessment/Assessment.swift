/// What a coordinator found on the initial visit: what worries, what works well, what needs to happen, and how much
/// help the family needs.
///
/// How the family scores its needs stands in the check-in that is recorded with it, so that later ones compare.
public struct Assessment: Hashable, Sendable {
  /// The family's episode.
  public var episode: EpisodeNumber
  /// The day of the visit.
  public var day: Day
  /// Who of the family was there.
  public var present: [PersonNumber]
  /// Who else was there.
  public var alsoPresent: String
  /// What is worrying.
  public var worrying: String
  /// What is working well.
  public var workingWell: String
  /// What needs to happen.
  public var needsToHappen: String
  /// The needs that the family chose to work on.
  public var needs: [NeedID]
  /// What was found when looking at whether a volunteer can visit safely.
  public var riskCheck: VisitingRiskCheck
  /// How much help the family needs.
  public var level: LevelDecision

  /// An initial visit on a day.
  public init(
    episode: EpisodeNumber, day: Day, present: [PersonNumber] = [], alsoPresent: String = "",
    worrying: String = "", workingWell: String = "", needsToHappen: String = "", needs: [NeedID] = [],
    riskCheck: VisitingRiskCheck, level: LevelDecision
  ) {
    self.episode = episode
    self.day = day
    self.present = present
    self.alsoPresent = alsoPresent
    self.worrying = worrying
    self.workingWell = workingWell
    self.needsToHappen = needsToHappen
    self.needs = needs
    self.riskCheck = riskCheck
    self.level = level
  }
}

/// Whether a volunteer can visit safely, as it was looked at on the initial visit.
public enum VisitingRiskCheck: Hashable, Sendable {
  /// Nothing stands against it.
  case clear
  /// Risks that a volunteer has to know of, and what to do about them.
  case found([VisitingRiskID], note: String)

  /// What came of it, without the risks.
  public var kind: RiskCheckKind { if case .clear = self { .clear } else { .found } }
}

/// What came of looking for risks, as it is typed and chosen.
public enum RiskCheckKind: String, CaseIterable, Hashable, Sendable {
  case clear, found
}

/// The level of need that somebody decided on, and why.
public struct LevelDecision: Hashable, Sendable {
  /// The level.
  public var level: LevelOfNeed
  /// What was seen that speaks for a level, from the threshold chart.
  public var indicators: [IndicatorID]
  /// Why it is this level, in the words of the person who decided.
  public var reason: String
  /// Who decided, where that was not the author of the entry.
  public var decidedBy: String?

  /// A level decided for a reason.
  public init(level: LevelOfNeed, indicators: [IndicatorID] = [], reason: String, decidedBy: String? = nil) {
    self.level = level
    self.indicators = indicators
    self.reason = reason
    self.decidedBy = decidedBy
  }
}

/// How much help a family needs, from services open to all to those for a few (`domain.md`, "Assessment").
public enum LevelOfNeed: String, CaseIterable, Hashable, Comparable, Sendable {
  case universal, targeted, specialist

  /// Less help comes first.
  public static func < (left: LevelOfNeed, right: LevelOfNeed) -> Bool { left.place < right.place }
  private var place: Int { LevelOfNeed.allCases.firstIndex(of: self) ?? 0 }

  /// The level that indicators suggest: the highest under whose heading of the threshold chart one of them stands.
  /// A person decides; this is where they begin.
  public static func suggested(by indicators: [IndicatorID], in lists: SchemeLists) -> LevelOfNeed {
    let chart = lists.entries(IndicatorID.self)
    return indicators.compactMap { id in
      chart.first { $0.id == id }?.group.flatMap(LevelOfNeed.init(typed:))
    }
    .max() ?? .universal
  }
}

/// Something seen that speaks for a level of need, from the scheme's threshold chart; its heading names the level.
public struct IndicatorID: SchemeListID {
  /// The threshold chart.
  public static let list = ListName.indicators
  /// The id in the list.
  public let rawValue: String
  /// An indicator by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A risk that somebody who visits has to know of.
public struct VisitingRiskID: SchemeListID {
  /// The list of risks.
  public static let list = ListName.visitingRisks
  /// The id in the list.
  public let rawValue: String
  /// A risk by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}
