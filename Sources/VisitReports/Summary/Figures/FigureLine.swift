public import VisitModel

/// One figure of a summary beyond the visits: what it counts, out of how many, by which date, and the families behind it.
public struct FigureLine: Hashable, Sendable {
  /// The part of the summary it stands in.
  public let section: FigureSection
  /// Its name in files, unique within the section.
  public let key: String
  /// What people read: words, or nil where the front end looks `figure.SECTION.KEY` up.
  public let label: String?
  /// The amount, in its unit.
  public let amount: Hundredths
  /// What is counted.
  public let unit: FigureUnit
  /// How many it is out of: the denominator, where it has one.
  public let total: Int?
  /// Whether the counts of the section's parts add up to the denominator, so that one could be worked out from the others.
  public let isPart: Bool
  /// The families behind it, each once, by number.
  public let families: [FamilyID]

  /// A count.
  public init(
    _ section: FigureSection, _ key: String, label: String? = nil, count: Int, unit: FigureUnit,
    of total: Int? = nil, isPart: Bool = false, families: [FamilyID] = []
  ) {
    self.init(
      section, key, label: label, amount: Hundredths(whole: count), unit: unit, of: total, isPart: isPart,
      families: families)
  }

  /// An amount that need not be whole.
  public init(
    _ section: FigureSection, _ key: String, label: String? = nil, amount: Hundredths, unit: FigureUnit,
    of total: Int? = nil, isPart: Bool = false, families: [FamilyID] = []
  ) {
    self.section = section
    self.key = key
    self.label = label
    self.amount = amount
    self.unit = unit
    self.total = total
    self.isPart = isPart
    var seen: Set<FamilyID> = []
    self.families = families.filter { seen.insert($0).inserted }
  }
}

/// The parts of a summary beyond the visits, in the order they are shown.
public enum FigureSection: String, CaseIterable, Hashable, Sendable {
  case referralSources, referralOutcomes, waiting, reach, depth, endings, reviews, reviewFindings, strategies
  case themes, volunteers, services, concerns

  /// Which date puts something into the period, as files name it.
  public var dateBasis: String {
    switch self {
    case .referralSources, .referralOutcomes: "date received"
    case .waiting: "date matched"
    case .reach, .depth: "visit date"
    case .endings: "date ended"
    case .reviews: "date due"
    case .reviewFindings, .strategies: "review date"
    case .themes: "feedback date"
    case .volunteers: "day of the count"
    case .services: "date begun"
    case .concerns: "date raised"
    }
  }
}

/// What a figure counts.
public enum FigureUnit: String, CaseIterable, Hashable, Sendable {
  case families, referrals, reviews, days, weeks, minutes, visits, people, concerns, services

  /// Whether people are counted, so that small numbers could point at somebody.
  public var isPeople: Bool {
    switch self {
    case .families, .referrals, .reviews, .people, .concerns, .services: true
    case .days, .weeks, .minutes, .visits: false
    }
  }
}

/// What figures are worked out from.
struct FigureBasis {
  let caseload: Caseload
  let files: [FamilyFile]
  let lists: SchemeLists
  let shelf: InstrumentShelf
  let period: Period
  let scope: SummaryScope
  let today: Day

  /// The episodes in scope, with their families.
  var episodes: [(file: FamilyFile, episode: Episode)] {
    files.flatMap { file in
      file.episodes.filter { !$0.spans(in: scope).isEmpty }.map { (file, $0) }
    }
  }
}

/// A part of the summary: what it works out. A new part is a type of its own, listed in ``FigureSheet``.
protocol FigureMaker {
  /// The lines of the part, in the order they are shown.
  static func lines(_ basis: FigureBasis) -> [FigureLine]
}

/// The value in the middle of a list, or the mean of the two in the middle; nil of nothing.
func median(_ values: [Int]) -> Hundredths? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  if sorted.count % 2 == 1 { return Hundredths(whole: sorted[middle]) }
  return Hundredths(count: (sorted[middle - 1] + sorted[middle]) * 50)
}
