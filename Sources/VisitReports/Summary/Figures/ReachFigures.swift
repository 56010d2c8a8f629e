internal import VisitModel

/// Reach: how many families of each ward were visited. Depth: how much support each of them got.
enum ReachFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var wards: [String?: [FamilyID]] = [:]
    var visits: [(count: Int, family: FamilyID)] = []
    for file in basis.files {
      let count = file.visits.count { record in
        guard let visit = record.current, visit.outcome.contact != nil else { return false }
        return basis.period.contains(visit.day) && basis.scope.covers(visit.volunteers)
      }
      guard count > 0 else { continue }
      wards[file.family.area, default: []].append(file.id)
      visits.append((count, file.id))
    }
    return reach(wards, total: visits.count) + depth(visits) + weeks(basis)
  }

  private static func reach(_ wards: [String?: [FamilyID]], total: Int) -> [FigureLine] {
    let named = wards.keys.compactMap(\.self).sorted()
    var lines = named.map { ward in
      let families = wards[ward] ?? []
      return FigureLine(
        .reach, ward, label: ward, count: families.count, unit: .families, of: total, isPart: true,
        families: families)
    }
    if let families = wards[nil] {
      lines.append(
        FigureLine(
          .reach, "notNoted", count: families.count, unit: .families, of: total, isPart: true,
          families: families))
    }
    return lines
  }

  private static func depth(_ visits: [(count: Int, family: FamilyID)]) -> [FigureLine] {
    guard let middle = median(visits.map(\.count)), let most = visits.max(by: { $0.count < $1.count }) else {
      return []
    }
    let mean = visits.reduce(0) { $0 + $1.count } * 100 / visits.count
    let families = visits.map(\.family)
    return [
      FigureLine(.depth, "visitsMedian", amount: middle, unit: .visits, of: visits.count, families: families),
      FigureLine(
        .depth, "visitsMean", amount: Hundredths(count: mean), unit: .visits, of: visits.count,
        families: families),
      FigureLine(
        .depth, "visitsMost", count: most.count, unit: .visits, of: visits.count, families: [most.family]),
    ]
  }

  /// Whole weeks from the first day of support to its end, of the families whose support ended in the period.
  private static func weeks(_ basis: FigureBasis) -> [FigureLine] {
    var weeks: [(count: Int, family: FamilyID)] = []
    for (file, episode) in basis.episodes {
      guard episode.state.stage == .ended, basis.period.contains(episode.since),
        let began = episode.reached(.supported)
      else { continue }
      weeks.append((began.distance(to: episode.since) / 7, file.id))
    }
    guard let middle = median(weeks.map(\.count)), let longest = weeks.max(by: { $0.count < $1.count }) else {
      return []
    }
    return [
      FigureLine(
        .depth, "weeksMedian", amount: middle, unit: .weeks, of: weeks.count, families: weeks.map(\.family)),
      FigureLine(
        .depth, "weeksLongest", count: longest.count, unit: .weeks, of: weeks.count,
        families: [longest.family]),
    ]
  }
}
