import VisitModel

/// What a visit form is filled in with before anybody types: the plan and the last visit.
struct VisitFormFilling {
  let family: FamilyID
  let desk: Desk

  private var file: FamilyFile? { desk.caseload.families[family] }

  /// The usual visit: on the planned day or today, as long as last time, with everybody at home.
  var usual: TypedVisit {
    var typed = TypedVisit()
    guard let file else { return typed }
    let plan = file.plan.flatMap { $0.day <= desk.today ? $0 : nil }
    let last = file.lastContact
    typed[.date] = (plan?.day ?? desk.today).description
    typed[.start] = (plan?.start ?? last?.outcome.contact?.start)?.description ?? ""
    typed[.minutes] = last.map { "\($0.outcome.minutes.count)" } ?? ""
    typed[.channel] = (last?.outcome.contact?.channel ?? .home).rawValue
    typed[.outcome] = VisitOutcomeKind.done.rawValue
    if let last {
      typed[.travelMinutes] = last.travel == .zero ? "" : "\(last.travel.count)"
      typed[.miles] = last.miles == .zero ? "" : last.miles.text
    }
    let visitor = desk.member.role.isOffice ? file.volunteer : desk.member.volunteer
    typed[.volunteers] = visitor?.description ?? ""
    let there =
      last.map { visit in visit.attendance.filter { $0.presence == .there }.map(\.person) }
      ?? file.family.peopleAtHome(on: desk.today).map(\.number)
    typed[.there] = there.map(\.description).joined(separator: ",")
    return typed
  }

  /// What is typed already, with the rest as it was on the last visit, and the next one a week on.
  func sameAsLast(over typed: TypedVisit) -> TypedVisit {
    guard let last = file?.lastContact else { return typed }
    var same = typed
    let before = TypedVisit(last)
    for field in [
      Field.minutes, .travelMinutes, .miles, .channel, .there, .declined, .away, .activities, .needs,
    ]
    where !before[field].isEmpty {
      same[field] = before[field]
    }
    if same[.start].isEmpty { same[.start] = before[.start] }
    let day = Day(typed: typed[.date], today: desk.today, leaning: .behind) ?? desk.today
    if same[.next].isEmpty {
      same[.next] = day.advanced(by: desk.caseload.scheme.limits.visitIntervalDays).description
      same[.nextStart] = same[.start]
    }
    return same
  }
}
