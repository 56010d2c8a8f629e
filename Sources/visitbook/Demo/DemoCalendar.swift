internal import VisitModel

/// Puts what happens to every family into the order of time.
struct DemoCalendar {
  private let request: DemoRequest
  private let scaleCount: Int
  private var events: [DemoEvent] = []
  private let last: Int32

  init(_ request: DemoRequest, scaleCount: Int) {
    self.request = request
    self.scaleCount = scaleCount
    // Nothing is written later than this morning.
    last = request.today.daysSinceEpoch * 1_440 + 8 * 60
  }

  /// The events, earliest first.
  var inOrder: [DemoEvent] { events.sorted { $0.order < $1.order } }

  mutating func add(volunteer number: Int) {
    let first = request.today.advanced(by: -request.years * 365 - 60)
    add(.volunteerAdded, number, 0, first.advanced(by: number <= 8 ? 0 : (number * 17) % 300), 9 * 60)
  }

  mutating func add(_ family: DemoFamily) {
    let place = family.story.index
    add(.familyAdded, place, 0, family.story.referred, 9 * 60 + 30)
    for (ordinal, move) in family.story.moves.enumerated() {
      add(.moved, place, ordinal, move.day, 9 * 60 + 31 + ordinal)
    }
    if let birth = family.birth { add(.childBorn, place, 0, birth.advanced(by: 4), 11 * 60) }
    for (ordinal, checkIn) in DemoCheckIns(family: family).days(until: request.today).enumerated() {
      for scale in 0..<scaleCount where scale == 0 || asksMore(family, ordinal) {
        add(.checkIn, place, ordinal * scaleCount + scale, checkIn.day, 15 * 60)
      }
    }
    for ordinal in DemoReviews(family: family).ordinals(until: request.today) {
      let day = DemoCheckIns(family: family).days(until: request.today)[ordinal].day
      add(.review, place, ordinal, day, 15 * 60 + 30)
    }
    if family.story.script == .ended, place % 3 != 1 { add(.feedback, place, 0, family.story.last, 16 * 60) }
    if family.story.script == .introduced { add(.planned, place, 0, request.today, 8 * 60) }
    for ordinal in family.story.visitDays.indices { add(visit: ordinal, of: family) }
  }

  private mutating func add(visit ordinal: Int, of family: DemoFamily) {
    let place = family.story.index
    let outline = VisitOutline(family, ordinal, in: request)
    let evening = 17 * 60 + (place * 13 + ordinal * 29) % 240
    let written = outline.day.advanced(by: outline.writtenUpAfter)
    add(.visit, place, ordinal, written, evening)
    if let days = outline.followUpDoneAfter {
      add(.followUpDone, place, ordinal, max(written, outline.day.advanced(by: days)), evening + 20)
    }
    let isTakenBack = place % 23 == 5 && ordinal == family.story.visitDays.count / 2
    if isTakenBack, outline.day.advanced(by: 9) < request.today {
      add(.retracted, place, ordinal, outline.day.advanced(by: 8), evening)
    } else if let days = outline.amendedAfter {
      add(.amended, place, ordinal, outline.day.advanced(by: days), evening)
    }
  }

  /// Some families answer a second scale as well.
  private func asksMore(_ family: DemoFamily, _ ordinal: Int) -> Bool { family.story.index % 4 == 1 }

  mutating func add(_ kind: DemoEvent.Kind, _ subject: Int, _ ordinal: Int, _ day: Day, _ minute: Int) {
    events.append(
      DemoEvent(
        minute: min(day.daysSinceEpoch * 1_440 + Int32(minute), last), subject: Int32(subject),
        ordinal: UInt16(clamping: ordinal), kind: kind))
  }
}
