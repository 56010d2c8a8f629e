internal import VisitModel

/// The services that families were pointed to in the period, by their kind, and what became of them; and the families
/// with whom services came up on visits, by the day of the visit.
enum ServiceFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var begun: [ServiceKindID?: [FamilyID]] = [:]
    var completed: [FamilyID] = []
    var (pointed, together): ([FamilyID], [FamilyID]) = ([], [])
    var total = 0
    for file in basis.files {
      for used in file.services.standing {
        if basis.period.contains(used.said.day) {
          total += 1
          begun[basis.caseload.directory[used.said.service]?.kind, default: []].append(file.id)
        }
        if used.state == .completed, basis.period.contains(used.since) { completed.append(file.id) }
      }
      let visits = file.visits.compactMap(\.current).filter { isCounted($0, in: basis) }
      if visits.contains(where: { !$0.signposted.isEmpty }) { pointed.append(file.id) }
      if visits.contains(where: { !$0.attendedTogether.isEmpty }) { together.append(file.id) }
    }
    var lines = basis.lists.entries(ServiceKindID.self).compactMap { entry -> FigureLine? in
      guard let families = begun[entry.id] else { return nil }
      return FigureLine(
        .services, entry.id.rawValue, label: entry.label, count: families.count, unit: .services, of: total,
        isPart: true, families: families)
    }
    if let families = begun[nil] {
      lines.append(
        FigureLine(
          .services, "unsorted", count: families.count, unit: .services, of: total, isPart: true,
          families: families))
    }
    if !completed.isEmpty {
      lines.append(
        FigureLine(.services, "completed", count: completed.count, unit: .services, families: completed))
    }
    for (key, families) in [("signpostedOnVisits", pointed), ("attendedTogether", together)]
    where !families.isEmpty {
      lines.append(FigureLine(.services, key, count: families.count, unit: .families, families: families))
    }
    return lines
  }

  /// Whether a visit counts for what came up on visits: by its day, and of one volunteer theirs alone.
  private static func isCounted(_ visit: Visit, in basis: FigureBasis) -> Bool {
    guard basis.period.contains(visit.day) else { return false }
    if case .volunteer(let volunteer) = basis.scope { return visit.volunteers.contains(volunteer) }
    return true
  }
}
