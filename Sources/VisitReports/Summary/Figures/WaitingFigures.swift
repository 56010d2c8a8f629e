internal import VisitModel

/// How long families waited for a volunteer: from acceptance to the first match that fell into the period.
enum WaitingFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var waits: [(days: Int, family: FamilyID)] = []
    var waiting: [FamilyID] = []
    let end = min(basis.period.last, basis.today)
    for (file, episode) in basis.episodes {
      let matched = episode.moves.first { $0.state.volunteer != nil }?.day
      guard let accepted = episode.reached(.accepted) else { continue }
      if let matched, basis.period.contains(matched) {
        waits.append((accepted.distance(to: matched), file.id))
      }
      let over = episode.state.stage.isClosed ? episode.since : nil
      if accepted <= end, matched.map({ $0 > end }) ?? true, over.map({ $0 > end }) ?? true {
        waiting.append(file.id)
      }
    }
    var lines: [FigureLine] = []
    if let middle = median(waits.map(\.days)), let longest = waits.max(by: { $0.days < $1.days }) {
      let families = waits.map(\.family)
      lines = [
        FigureLine(.waiting, "median", amount: middle, unit: .days, of: waits.count, families: families),
        FigureLine(
          .waiting, "longest", count: longest.days, unit: .days, of: waits.count, families: [longest.family]),
        FigureLine(.waiting, "matched", count: waits.count, unit: .families, families: families),
      ]
    }
    return lines
      + [FigureLine(.waiting, "waitingAtEnd", count: waiting.count, unit: .families, families: waiting)]
  }
}
