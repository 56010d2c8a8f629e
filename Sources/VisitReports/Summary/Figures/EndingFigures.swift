internal import VisitModel

/// Why support ended, of the families whose support ended in the period.
enum EndingFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var reasons: [EndingReasonID?: [FamilyID]] = [:]
    var total = 0
    for (file, episode) in basis.episodes {
      guard case .ended(let ending) = episode.state, basis.period.contains(episode.since) else { continue }
      total += 1
      reasons[ending.listed, default: []].append(file.id)
    }
    var lines = basis.lists.entries(EndingReasonID.self).compactMap { entry -> FigureLine? in
      guard let families = reasons[entry.id] else { return nil }
      return FigureLine(
        .endings, entry.id.rawValue, label: entry.label, count: families.count, unit: .families, of: total,
        isPart: true, families: families)
    }
    if let families = reasons[nil] {
      lines.append(
        FigureLine(
          .endings, "inWords", count: families.count, unit: .families, of: total, isPart: true,
          families: families))
    }
    return lines
  }
}
