internal import VisitModel

// What the invented families say of their goals, what happens in their lives, and who is out at theirs.

extension DemoPathway {
  // MARK: Goals

  /// The check-ins about the goals of the plan, from the day it was made to the latest review.
  var goalScores: [Step] {
    guard let version = goalsVersion, let began = family.story.supportedSince else { return [] }
    let goals = agreedPlan?.goals.map(\.number) ?? []
    guard !goals.isEmpty else { return [] }
    let later = DemoCheckIns(family: family).days(until: request.today).filter {
      $0.point != .start && $0.day > began
    }
    return ([(day: began, point: CheckInPoint.start)] + later).enumerated().map { round, asked in
      Step(day: asked.day, minute: 15 * 60 + 10) {
        let answers = goals.map { goal -> ItemAnswer in
          var steady = chance(11, goal.count)
          var moment = chance(12, goal.count * 100 + round)
          if asked.point == .ending, DemoCheckIns.declines(family) {
            return ItemAnswer(item: goal.item, answer: .declined)
          }
          let start = steady.number(in: 1...4)
          let change =
            switch family.story.arc {
            case .better: round * steady.number(in: 2...3)
            case .flat: moment.number(in: 0...1)
            case .worse: -round
            }
          let score = min(max(start + change, 0), 10)
          return ItemAnswer(item: goal.item, answer: .rated(Hundredths(whole: score)))
        }
        return .checkInRecorded(
          CheckIn(
            family: family.id, person: family.family.mainCarer?.number ?? PersonNumber(1),
            instrument: .goals, version: version, answers: answers, mode: .helped, point: asked.point,
            day: asked.day))
      }
    }
  }

  // MARK: Life

  /// What happened in the family's life while it was known to the scheme.
  var events: [Step] {
    guard let began = family.story.supportedSince else { return [] }
    var random = chance(5)
    let happenings = random.pick(random.number(in: 0...2), of: words["events"])
    return happenings.enumerated().compactMap { place, line -> Step? in
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0.drop { $0 == " " }) }
      guard let kind = parts.first else { return nil }
      let what = parts.count > 1 ? family.firstNames.filling(parts[1]) : ""
      let day = min(
        began.advanced(by: random.number(in: 10...60) + place * 70), request.today.advanced(by: -1))
      return Step(day: day.advanced(by: 1), minute: 10 * 60 + place) {
        .background(
          family.id,
          .lifeEventRecorded(LifeEvent(day: day, kind: LifeEventID(rawValue: kind), what: what)))
      }
    }
  }

  // MARK: Out on a visit

  /// How many days back it was noted who was out and who came home.
  private static let daysOfOutings = 14

  /// Who went out to the family these last days and came home, and who is out this morning: one of them is overdue.
  var outings: [Step] {
    let first = placeOfOutings
    var steps: [Step] = []
    for (ordinal, day) in family.story.visitDays.enumerated().suffix(4)
    where day.distance(to: request.today) <= DemoPathway.daysOfOutings && day < request.today {
      let outline = VisitOutline(family, ordinal, in: request)
      guard outline.kind == .done || outline.kind == .cutShort, let start = family.start else { continue }
      let left = Moment(day, start).advanced(byMinutes: -family.travel.count)
      let home = Moment(day, start).advanced(byMinutes: 120 + family.travel.count)
      let place = first + steps.count
      steps.append(out(left, expected: home))
      steps.append(
        Step(day: home.day, minute: home.time.minutesAfterMidnight) {
          .outing(family.id, .home(record(place), at: home))
        })
    }
    // An early start for the nursery run, and a day by the sea.
    switch family.story.index {
    case DemoPathway.overdue: steps.append(out(morning(7, 10), expected: morning(7, 50)))
    case DemoPathway.away: steps.append(out(morning(7, 30), expected: morning(20, 30)))
    default: break
    }
    return steps
  }

  /// The families that somebody is out at this morning, by their place among those the usual scheme tells of.
  private static let overdue = 0
  private static let away = 7

  private var placeOfOutings: Int { placeOfConcern + concern.count + goalScores.count }

  private func out(_ left: Moment, expected home: Moment) -> Step {
    Step(day: left.day, minute: left.time.minutesAfterMidnight) {
      .outing(
        family.id, .left(Outing(volunteer: family.story.volunteer, left: left, expectedHome: home)))
    }
  }

  private func morning(_ hour: Int, _ minute: Int) -> Moment {
    Moment(request.today, TimeOfDay(minutesAfterMidnight: hour * 60 + minute) ?? .midnight)
  }
}
