internal import VisitModel

/// How many volunteers are ready to be matched, and where the others stand, on the day of the count.
enum VolunteerFigures: FigureMaker {
  static func lines(_ basis: FigureBasis) -> [FigureLine] {
    guard basis.scope == .scheme else { return [] }
    let roll = VolunteerRoll(basis.caseload, on: basis.today)
    let all = basis.caseload.volunteersInOrder
    var counts: [VolunteerStanding: Int] = [:]
    for volunteer in all { counts[roll.readiness(of: volunteer.number).standing, default: 0] += 1 }
    return VolunteerStanding.allCases.compactMap { standing in
      guard let count = counts[standing] else { return nil }
      return FigureLine(
        .volunteers, standing.rawValue, count: count, unit: .people, of: all.count, isPart: true)
    }
  }
}
