internal import VisitModel

/// The history of one invented family in outline: its moves along the pathway and the days somebody came to visit.
///
/// It follows from the seed and the family's place alone, so that a million visits need not be held at once.
struct FamilyStory {
  let index: Int
  let script: FamilyScript
  let arc: FamilyArc
  let volunteer: VolunteerNumber
  let moves: [EpisodeMove]
  /// The days visits were due, first to last.
  private(set) var visitDays: [Day]
  /// The day the volunteer began, where one has.
  let supportedSince: Day?

  /// The number the family has in the scheme.
  var number: FamilyNumber { FamilyNumber(index + 1) }
  /// The day of the last move.
  var last: Day { moves[moves.count - 1].day }
  /// The day the family was referred.
  var referred: Day { moves[0].day }

  init(_ index: Int, in request: DemoRequest, words: DemoWords) {
    var random = SeededRandom(seed: request.seed, purpose: 1, UInt64(index))
    let script = FamilyScript.at(index, years: request.years, &random)
    self.index = index
    self.script = script
    arc =
      switch (script, random.number(in: 0...9)) {
      case (.worsening, _): .worse
      case (_, 0...5): .better
      case (_, 6...8): .flat
      default: .worse
      }
    volunteer = VolunteerNumber(random.number(in: 1...request.volunteers))
    var outline = Outline(request.today, volunteer, words, random)
    outline.follow(script, years: request.years)
    moves = outline.moves
    supportedSince = outline.supported
    visitDays = outline.visits(script)
  }

  /// Leaves the earliest visits out of the book.
  mutating func forgetFirst(_ count: Int) { visitDays.removeFirst(count) }
}

/// Works out a story backwards from where it has got to today.
private struct Outline {
  let today: Day
  let volunteer: VolunteerNumber
  let words: DemoWords
  var random: SeededRandom
  var moves: [EpisodeMove] = []
  var supported: Day?
  var paused: Day?
  var last: Day

  init(_ today: Day, _ volunteer: VolunteerNumber, _ words: DemoWords, _ random: SeededRandom) {
    (self.today, self.volunteer, self.words, self.random, last) = (today, volunteer, words, random, today)
  }

  mutating func follow(_ script: FamilyScript, years: Int) {
    switch script {
    case .referred: move(.referred, ago(1...12))
    case .needsInformation:
      move(.referred, ago(15...20))
      move(.needsInformation, ago(8...12))
    case .refused:
      move(.referred, ago(100...300))
      moves.append(
        EpisodeMove(
          episode: EpisodeNumber(1), state: .refused(reason("refused")), day: moves[0].day.advanced(by: 6)))
    case .accepted: arrive(accepted: ago(3...8), from: [])
    case .assessed: arrive(accepted: ago(16...20), from: [(.assessed, 9)])
    case .waiting: arrive(accepted: ago(17...24), from: [(.assessed, 6), (.waiting, 8)])
    case .waitingLong: arrive(accepted: ago(31...58), from: [(.assessed, 8), (.waiting, 10)])
    case .matched: arrive(accepted: ago(30...40), from: waited(12) + [(.matched(volunteer), 24)])
    case .introduced: support(from: ago(-3 ... -1), weeksWaited: 4)
    case .justBegun: support(from: ago(15...34), weeksWaited: random.number(in: 2...6))
    case .steady, .unseen, .unwritten, .worsening: support(from: begun(years), weeksWaited: 4)
    case .paused:
      support(from: begun(years), weeksWaited: 5)
      paused = ago(16...27)
      if let paused { move(.paused(volunteer), paused) }
    case .endingPlanned:
      support(from: ago(210...290), weeksWaited: 3)
      move(.endingPlanned(volunteer, on: today.advanced(by: random.number(in: 10...30))), ago(6...16))
    case .ended:
      let length = random.number(in: 120...310)
      let end = ago(15...max(40, years * 365 - length - 90))
      support(from: end.advanced(by: -length), weeksWaited: random.number(in: 1...8))
      last = end
      move(.endingPlanned(volunteer, on: end), end.advanced(by: -28))
      move(.ended(reason("ended")), end)
    }
  }

  /// Days visits were due, by the family's weekday, up to where the story has got.
  mutating func visits(_ script: FamilyScript) -> [Day] {
    guard script.isVisited, script != .introduced, let supported else { return [] }
    let end =
      switch script {
      case .unseen: today.advanced(by: -random.number(in: 15...24))
      case .unwritten: today.advanced(by: -random.number(in: 9...11))
      case .paused: paused ?? today
      case .ended: last
      default: today.advanced(by: -random.number(in: 1...7))
      }
    var days: [Day] = []
    var day = end
    while day >= supported {
      days.append(day)
      // Some weeks nobody comes: holidays, a volunteer's own week off.
      day = day.advanced(by: -7 + random.number(in: -1...1) - (random.happens(6) ? 7 : 0))
      // Nobody comes between Christmas and the new year; in August volunteers are away themselves.
      if day.civil.month == 8, random.happens(30) { day = day.advanced(by: -7) }
      while Outline.isHoliday(day) { day = day.advanced(by: -7) }
    }
    return days.reversed()
  }

  /// The days around Christmas and the new year.
  private static func isHoliday(_ day: Day) -> Bool {
    let (_, month, date) = day.civil
    return month == 12 && date >= 23 || month == 1 && date == 1
  }

  private mutating func begun(_ years: Int) -> Day { ago(60...min(330, years * 365 - 120)) }

  private mutating func support(from day: Day, weeksWaited: Int) {
    let accepted = day.advanced(by: -weeksWaited * 7 - 20)
    let met = day.advanced(by: -4)
    arrive(
      accepted: accepted,
      from: [
        (.assessed, 8), (.waiting, 9), (.matched(volunteer), weeksWaited * 7 + 9),
        (.introduced(volunteer), accepted.distance(to: met)),
      ])
    supported = day
    move(.supported(volunteer), day)
  }

  private func waited(_ days: Int) -> [(EpisodeState, Int)] { [(.assessed, 7), (.waiting, days)] }

  private mutating func arrive(accepted: Day, from steps: [(EpisodeState, Int)]) {
    move(.referred, accepted.advanced(by: -random.number(in: 2...9)))
    move(.accepted, accepted)
    for (state, days) in steps { move(state, accepted.advanced(by: days)) }
  }

  private mutating func move(_ state: EpisodeState, _ day: Day) {
    guard day <= today else { return }
    moves.append(EpisodeMove(episode: EpisodeNumber(1), state: state, day: day))
  }

  private mutating func ago(_ days: ClosedRange<Int>) -> Day { today.advanced(by: -random.number(in: days)) }

  private mutating func reason(_ heading: String) -> Reason {
    let text = random.pick(words[heading]) ?? heading
    guard let reason = Reason(text) else { preconditionFailure("a line of the demo words has words") }
    return reason
  }
}
