internal import VisitModel

// The concerns about invented families: most were dealt with long ago, one waits for somebody this morning.

extension DemoPathway {
  /// The concern about the family, where there is one, and what was done about it.
  var concern: [Step] {
    let isFresh = family.story.index == 21
    guard isFresh || family.story.index % 15 == 6, let began = family.story.supportedSince else { return [] }
    var random = chance(7)
    let latest = isFresh ? request.today.advanced(by: -1) : request.today.advanced(by: -12)
    let day = isFresh ? latest : min(began.advanced(by: random.number(in: 20...60)), latest)
    guard day >= began else { return [] }
    let (place, seen) = (placeOfConcern, time(17, 40))
    var steps = [
      Step(day: day, minute: 17 * 60 + 40) {
        var random = chance(8)
        return .concern(
          .raised(
            Concern(
              id: record(place),
              subject: .family(family.id, people: family.family.people.prefix(1).map(\.number), others: ""),
              seen: line("concern.seen", &random), said: line("concern.said", &random),
              saidBy: family.firstNames.carer, done: line("concern.done", &random), day: day,
              time: time(15, 10), present: family.firstNames.carer, danger: isFresh ? .notKnown : .no,
              told: ConcernTelling(whom: "Ann Lee", at: Moment(day, seen)),
              raised: Moment(day, seen))))
      }
    ]
    guard !isFresh else { return steps }
    steps.append(
      Step(day: day, minute: 18 * 60 + 5) {
        .concern(.acknowledged(record(place), ConcernMark(at: Moment(day, time(18, 5)))))
      })
    steps.append(
      Step(day: day.advanced(by: 1), minute: 10 * 60) {
        var random = chance(9)
        return .concern(
          .acted(
            record(place),
            ConcernAction(
              what: line("concern.action", &random), who: "Ann Lee",
              at: Moment(day.advanced(by: 1), time(10, 0)), outcome: "",
              notReferring: random.happens(40) ? Reason(line("concern.notreferred", &random)) : nil)))
      })
    // The latest of them are still in hand.
    guard day.advanced(by: 9) < request.today, family.story.index % 2 == 0 else { return steps }
    steps.append(
      Step(day: day.advanced(by: 8), minute: 14 * 60) {
        var random = chance(10)
        return .concern(
          .closed(
            record(place),
            ConcernMark(at: Moment(day.advanced(by: 8), time(14, 0)), words: line("concern.closed", &random)))
        )
      })
    return steps
  }

  var placeOfConcern: Int {
    placeOfPlan + plan.count + consents.count + events.count + healthReviews.count
  }

  private func time(_ hour: Int, _ minute: Int) -> TimeOfDay {
    guard let time = TimeOfDay(minutesAfterMidnight: hour * 60 + minute) else {
      preconditionFailure("a time of the day")
    }
    return time
  }
}
