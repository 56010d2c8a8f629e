internal import VisitModel

/// The concerns raised in the period: where they stand, and how soon somebody had them in hand. Nobody is behind a figure
/// but the families; those who may not read concerns see none.
enum ConcernFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    guard case .scheme = basis.scope else { return [] }
    let raised = basis.caseload.concerns.all.filter {
      !$0.isCopy && basis.period.contains($0.concern.raised.day)
    }
    guard !raised.isEmpty else { return [] }
    func families(_ files: [ConcernFile]) -> [FamilyID] { files.compactMap(\.concern.subject.family) }
    func line(_ key: String, _ files: [ConcernFile], isPart: Bool = true) -> FigureLine {
      FigureLine(
        .concerns, key, count: files.count, unit: .concerns, of: raised.count, isPart: isPart,
        families: families(files))
    }
    let limits = basis.caseload.scheme.limits
    let inTime = raised.filter { file in
      file.acknowledged.map { $0.at.day <= file.concern.raised.day.advanced(by: limits.concernSeenDaysMax) }
        ?? false
    }
    var lines = ConcernStage.allCases.map { stage in
      line(stage.rawValue, raised.filter { $0.stage == stage })
    }
    lines.append(line("acknowledgedInTime", inTime, isPart: false))
    if let middle = median(raised.compactMap(\.minutesToAcknowledge)) {
      lines.append(
        FigureLine(
          .concerns, "minutesToAcknowledge", amount: middle, unit: .minutes,
          of: raised.count { $0.acknowledged != nil }, families: families(raised)))
    }
    return lines
  }
}
