internal import VisitModel

/// The services that families were pointed to in the period, by their kind, and what became of them.
enum ServiceFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    var begun: [ServiceKindID?: [FamilyID]] = [:]
    var completed: [FamilyID] = []
    var total = 0
    for file in basis.files {
      for used in file.services.standing {
        if basis.period.contains(used.said.day) {
          total += 1
          begun[basis.caseload.directory[used.said.service]?.kind, default: []].append(file.id)
        }
        if used.state == .completed, basis.period.contains(used.since) { completed.append(file.id) }
      }
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
    return lines
  }
}
