internal import VisitModel

/// Works out one row of the families screen from how a family stands.
struct CaseloadReader {
  let caseload: Caseload
  let shelf: InstrumentShelf
  let coping: InstrumentID
  let today: Day
  let now: Moment
  /// Volunteers are shown what to do, never a word of how bad a score is (`domain.md`, "Wellbeing check-ins").
  let isForVolunteer: Bool
  /// The open concerns about each family.
  private let openConcerns: [FamilyID: [ConcernFile]]
  /// All volunteers: read in one go they cost a fraction of what they would one by one.
  private let volunteers: [VolunteerNumber: Volunteer]

  init(
    caseload: Caseload, shelf: InstrumentShelf, coping: InstrumentID, today: Day, now: Moment,
    isForVolunteer: Bool
  ) {
    self.caseload = caseload
    self.shelf = shelf
    self.coping = coping
    self.today = today
    self.now = now
    self.isForVolunteer = isForVolunteer
    var open: [FamilyID: [ConcernFile]] = [:]
    for concern in caseload.concerns.open {
      if let family = concern.concern.subject.family { open[family, default: []].append(concern) }
    }
    openConcerns = open
    volunteers = Dictionary(caseload.volunteers.values.map { ($0.number, $0) }) { first, _ in first }
  }

  /// The row of a family, or nil where no episode of it is open.
  func row(of family: FamilyStanding, shown: (CaseloadRow) -> [String]) -> CaseloadRow? {
    guard let episode = family.episode, !episode.state.stage.isClosed else { return nil }
    let limits = caseload.scheme.limits
    let lastSeen = family.lastSeen
    let unseenDays = episode.visitedSince.map { max($0, lastSeen ?? $0).distance(to: today) }
    let isPastSeenLimit = unseenDays.map { $0 > limits.notSeenDaysMax } ?? false
    let waitingDays = episode.isWaiting ? episode.waitingNowSince.distance(to: today) : nil
    let next = family.plan

    var reasons: [CaseloadReason] = []
    if let late = family.out.map({ $0.expectedHome.minutes(to: now) }).max(), late > 0 {
      reasons.append(.overdueHome(minutes: late))
    }
    reasons += checkInReasons(family.checkIns.filter { $0.day >= episode.began })
    if let unseenDays, isPastSeenLimit { reasons.append(.notSeen(days: unseenDays)) }
    if !isForVolunteer, let due = family.reviewDue(by: limits), due.isOverdue(on: today) {
      reasons.append(.reviewOverdue(days: due.day.distance(to: today)))
    }
    if let waitingDays, waitingDays > limits.waitingDaysMax { reasons.append(.waiting(days: waitingDays)) }
    if let due = family.unansweredSince?.advanced(by: limits.replyDaysMax), due < today {
      reasons.append(.replyOverdue(days: due.distance(to: today)))
    }
    if let expired = family.consentsUntil.min(), expired < today {
      reasons.append(.consentExpired(days: expired.distance(to: today)))
    }
    if let next, next.day.distance(to: today) > limits.writeUpDaysMax {
      reasons.append(.unwritten(planned: next.day, days: next.day.distance(to: today)))
    }
    if let due = family.followUpsDue.compactMap(\.self).min(), due < today {
      reasons.append(.followUpOverdue(days: due.distance(to: today)))
    }
    reasons += concernReasons(family.id)
    reasons = CaseloadReason.Kind.allCases.flatMap { kind in reasons.filter { $0.kind == kind } }
    if let due = family.actionsDue.min(), due < today {
      reasons.append(.actionOverdue(days: due.distance(to: today)))
    }
    let volunteer = episode.state.volunteer
    let visitor = volunteer.flatMap { volunteers[$0] }
    var row = CaseloadRow(
      id: family.id, number: family.number, name: family.name, people: family.people.map(\.name),
      area: family.area, stage: episode.state.stage, stageSince: episode.since, waitingDays: waitingDays,
      volunteer: volunteer, volunteerName: volunteer.map { visitor?.name ?? $0.description },
      volunteerShortName: volunteer.map { visitor?.shortName ?? $0.description },
      lastSeen: lastSeen, daysSinceSeen: lastSeen?.distance(to: today), isPastSeenLimit: isPastSeenLimit,
      next: next,
      coping: CopingTrend.of(family, instrument: coping, shelf: shelf),
      openFollowUps: family.followUpsDue.count, reasons: reasons)
    row.words = SearchedText(joining: row.searchedWords + shown(row) + formerNumbers(family.id))
    return row
  }

  /// The numbers of families that were merged into one: a filter finds it by them as well.
  private func formerNumbers(_ family: FamilyID) -> [String] {
    caseload.parts(of: family).dropFirst().compactMap { caseload.families.number(of: $0)?.description }
  }

  /// What the open concerns about a family give reason for: the longest open of those that are late, and of the others.
  private func concernReasons(_ family: FamilyID) -> [CaseloadReason] {
    let open = openConcerns[family] ?? []
    let late = open.filter { !$0.lateness(at: now, limits: caseload.scheme.limits).isEmpty }
    let inTime = open.filter { file in !late.contains { $0.id == file.id } }
    return late.map { $0.minutesOpen(at: now) }.max().map { [.concernLate(minutes: $0)] } ?? []
      + (inTime.map { $0.minutesOpen(at: now) }.max().map { [.concernOpen(minutes: $0)] } ?? [])
  }

  /// What the latest check-in of each person with each instrument gives reason for, in the fixed order.
  private func checkInReasons(_ checkIns: [CheckIn]) -> [CaseloadReason] {
    struct Series: Hashable {
      let person: PersonNumber
      let instrument: InstrumentID
    }
    var last: [Series: Int] = [:]
    var lastButOne: [Series: Int] = [:]
    var first: [Series: Int] = [:]
    for (index, checkIn) in checkIns.enumerated() {
      let series = Series(person: checkIn.person, instrument: checkIn.instrument)
      first[series] = first[series] ?? index
      lastButOne[series] = last[series]
      last[series] = index
    }
    var reasons: [CaseloadReason] = []
    for (series, index) in last.sorted(by: { $0.value > $1.value }) {
      let checkIn = checkIns[index]
      guard let instrument = shelf.instrument(of: checkIn) else { continue }
      var levels: Set<TriggerLevel> = []
      if !instrument.triggers.isEmpty,
        let result = shelf.result(of: checkIn, since: first[series].map { checkIns[$0] })
      {
        levels = Set(instrument.triggers(firedIn: result).map(\.level))
      }
      if levels.contains(.now) {
        reasons.append(.dangerAnswer(checkIn.instrument, checkIn.day))
      } else if !isForVolunteer, levels.contains(.sameDay) || levels.contains(.nextReview) {
        reasons.append(.lowWellbeing(checkIn.instrument, checkIn.day))
      }
      if !isForVolunteer, let earlier = lastButOne[series],
        shelf.change(from: checkIns[earlier], to: checkIn)?.change == .worse
      {
        reasons.append(.reliablyWorse(checkIn.instrument, checkIn.day))
      }
    }
    return reasons
  }
}

extension Episode {
  /// The first day of the unbroken run of stages, up to now, at which a volunteer visits; nil where none does.
  var visitedSince: Day? {
    guard state.stage.isVisited else { return nil }
    return moves.reversed().prefix { $0.state.stage.isVisited }.last?.day
  }

  /// Whether the family is accepted and has no volunteer yet.
  var isWaiting: Bool {
    switch state.stage {
    case .accepted, .assessed, .waiting: true
    case .referred, .needsInformation, .refused, .matched, .introduced, .supported, .paused, .endingPlanned,
      .ended:
      false
    }
  }

  /// The day from which the family waits now: acceptance, or the day it lost the volunteer who visited.
  var waitingNowSince: Day {
    let run = moves.reversed().prefix { !$0.state.stage.isVisited && $0.state.stage != .paused }
    return run.count == moves.count ? waitingSince : run.last?.day ?? waitingSince
  }
}
