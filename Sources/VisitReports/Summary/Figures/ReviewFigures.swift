internal import VisitModel

/// Reviews that fell due in the period and how many were held by that day; what the reviews held in it found, and what
/// was tried next.
enum ReviewFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var due: [FamilyID] = []
    var onTime: [FamilyID] = []
    var late: [FamilyID] = []
    var findings: [OutcomeWord: [FamilyID]] = [:]
    var strategies: [StrategyID: [FamilyID]] = [:]
    var held = 0
    let limits = basis.caseload.scheme.limits
    let end = min(basis.period.last, basis.today)
    for (file, episode) in basis.episodes {
      let reviews = file.reviews(in: episode.number)
      for review in reviews where basis.period.contains(review.day) {
        held += 1
        findings[review.overall.word, default: []].append(file.id)
        if let next = review.overall.strategy { strategies[next.strategy, default: []].append(file.id) }
      }
      guard let began = episode.reached(.supported) else { continue }
      let over = episode.state.stage.isClosed ? episode.since : nil
      var day = began.advanced(by: 7 * limits.firstReviewWeeks)
      for place in 0...reviews.count {
        let next = place < reviews.count ? reviews[place].day : nil
        if basis.period.contains(day), day <= end, over.map({ day <= $0 }) ?? true {
          due.append(file.id)
          if let next, next <= day { onTime.append(file.id) } else { late.append(file.id) }
        }
        guard let next else { break }
        day = next.advanced(by: 7 * limits.reviewWeeks)
      }
    }
    var lines: [FigureLine] = []
    if !due.isEmpty {
      lines += [
        FigureLine(.reviews, "due", count: due.count, unit: .reviews, families: due),
        FigureLine(
          .reviews, "onTime", count: onTime.count, unit: .reviews, of: due.count, isPart: true,
          families: onTime),
        FigureLine(
          .reviews, "lateOrMissing", count: late.count, unit: .reviews, of: due.count, isPart: true,
          families: late),
      ]
    }
    if held > 0 {
      lines += OutcomeWord.allCases.map { word in
        let families = findings[word] ?? []
        return FigureLine(
          .reviewFindings, word.rawValue.filter { $0.isLetter }, count: families.count, unit: .reviews,
          of: held,
          isPart: true, families: families)
      }
    }
    let total = strategies.values.reduce(0) { $0 + $1.count }
    lines += basis.lists.entries(StrategyID.self).compactMap { entry -> FigureLine? in
      guard let families = strategies[entry.id] else { return nil }
      return FigureLine(
        .strategies, entry.id.rawValue, label: entry.label, count: families.count, unit: .reviews, of: total,
        isPart: true, families: families)
    }
    return lines
  }
}
