internal import VisitModel

/// Referrals of a period by where they came from and what became of them, counted by the day they were received.
enum ReferralFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var sources: [ReferralSourceID?: [FamilyID]] = [:]
    var outcomes: [Outcome: [FamilyID]] = [:]
    var total = 0
    for (file, episode) in basis.episodes {
      let referral = file.assessment.referral(of: episode.number)?.current
      // An episode taken over from paper at a later stage was never a referral here.
      guard referral != nil || episode.moves[0].state.stage == .referred else { continue }
      guard basis.period.contains(referral?.received ?? episode.began) else { continue }
      total += 1
      sources[referral?.source, default: []].append(file.id)
      outcomes[Outcome(episode), default: []].append(file.id)
    }
    guard total > 0 else { return [] }
    let named = basis.lists.entries(ReferralSourceID.self).map(\.id)
    let known =
      named
      + sources.keys.compactMap(\.self).filter { !named.contains($0) }.sorted { $0.rawValue < $1.rawValue }
    var lines = known.compactMap { source -> FigureLine? in
      guard let families = sources[source] else { return nil }
      return FigureLine(
        .referralSources, source.rawValue, label: basis.lists.label(of: source), count: families.count,
        unit: .referrals, of: total, isPart: true, families: families)
    }
    if let families = sources[nil] {
      lines.append(
        FigureLine(
          .referralSources, "notNoted", count: families.count, unit: .referrals, of: total, isPart: true,
          families: families))
    }
    lines += Outcome.allCases.map { outcome in
      let families = outcomes[outcome] ?? []
      return FigureLine(
        .referralOutcomes, outcome.rawValue, count: families.count, unit: .referrals, of: total, isPart: true,
        families: families)
    }
    return lines
  }

  /// What became of a referral.
  private enum Outcome: String, CaseIterable {
    case accepted, refused, needsInformation, withdrawn, unanswered

    init(_ episode: Episode) {
      let stages = Set(episode.moves.map(\.state.stage))
      if stages.contains(.refused) {
        self = .refused
      } else if !stages.isSubset(of: [.referred, .needsInformation, .ended]) {
        self = .accepted
      } else if stages.contains(.ended) {
        self = .withdrawn
      } else {
        self = stages.contains(.needsInformation) ? .needsInformation : .unanswered
      }
    }
  }
}
