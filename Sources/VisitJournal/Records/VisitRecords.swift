internal import VisitModel

/// A visit: its plain numbers outside, its words and people in the box.
extension WireOuter {
  mutating func set(_ visit: Visit) throws(RecordError) {
    family = visit.family.rawValue
    episode = try wireCount(visit.episode.count, "outer.episode")
    day = try wireDay(visit.day, "outer.day")
    outcome = WireOutcome(visit.outcome.kind)
    for volunteer in visit.volunteers {
      volunteers.append(try wireCount(volunteer.count, "outer.volunteers"))
    }
    if let contact = visit.outcome.contact {
      minutes = try wireCount(contact.minutes.count, "outer.minutes")
      channel = WireChannel(contact.channel)
    }
    travelMinutes = try wireCount(visit.travel.count, "outer.travel_minutes")
    milesTenths = try wireCount(visit.miles.tenths, "outer.miles_tenths")
    expensesPence = try wireCount(visit.expenses.count, "outer.expenses_pence")
  }

  /// The numbers alone, for a reader without the family's key.
  func visitNumbers() throws(RecordError) -> VisitNumbers {
    VisitNumbers(
      day: try readDay(), outcome: try readChoice(outcome, "outer.outcome"), minutes: Minutes(Int(minutes)),
      volunteers: volunteers.map { VolunteerNumber(Int($0)) })
  }

  /// The whole visit.
  func visit(_ box: WireVisitBox) throws(RecordError) -> Visit {
    var attendance: [Attendance] = []
    attendance.reserveCapacity(box.attendance.count)
    for person in box.attendance { attendance.append(try person.attendance()) }
    return Visit(
      family: try readFamily(), episode: try readEpisode(),
      volunteers: volunteers.map { VolunteerNumber(Int($0)) },
      day: try readDay(), outcome: try readOutcome(box), travel: Minutes(Int(travelMinutes)),
      miles: Miles(tenths: Int(milesTenths)), expenses: Pence(Int(expensesPence)), attendance: attendance,
      needs: box.needs.map(NeedID.init(rawValue:)),
      activities: box.activities.map(ActivityID.init(rawValue:)),
      signposted: try readServices(box.signposted), attendedTogether: try readServices(box.attendedTogether),
      moments: box.moments.map(MomentID.init(rawValue:)), momentWords: box.momentWords,
      note: box.note, familyWords: box.familyWords, worry: box.hasWorry ? box.worry : nil,
      followUp: box.hasFollowUp ? try box.followUp.followUp() : nil,
      next: box.hasNext ? try box.next.plan() : nil)
  }

  private func readServices(_ services: [WireVisitService]) throws(RecordError) -> [ServiceOnVisit] {
    var read: [ServiceOnVisit] = []
    read.reserveCapacity(services.count)
    for service in services {
      switch service.service {
      case .number(let number): read.append(.listed(ServiceNumber(try readNumber(number, "visit.service"))))
      case .name(let name): read.append(.named(name))
      case nil: throw RecordError(.missing, "visit.service")
      }
    }
    return read
  }

  private func readOutcome(_ box: WireVisitBox) throws(RecordError) -> VisitOutcome {
    switch try readChoice(outcome, "outer.outcome") {
    case .done: .done(try readContact(box))
    case .cutShort: .cutShort(try readContact(box))
    case .cancelledByFamily: .cancelled(by: .family)
    case .cancelledByVolunteer: .cancelled(by: .volunteer)
    case .cancelledByOffice: .cancelled(by: .office)
    case .noAnswer: .noAnswer
    }
  }

  private func readContact(_ box: WireVisitBox) throws(RecordError) -> Contact {
    Contact(
      start: box.hasStart ? try readTime(box.start, "visit.start") : nil, minutes: Minutes(Int(minutes)),
      channel: try readChoice(channel, "outer.channel"))
  }
}

extension WireVisitBox {
  init(_ visit: Visit, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    if let time = visit.outcome.contact?.start { start = wireTime(time) }
    for person in visit.attendance { attendance.append(try WireAttendance(person)) }
    needs = visit.needs.map(\.rawValue)
    activities = visit.activities.map(\.rawValue)
    for service in visit.signposted { signposted.append(try WireVisitService(service)) }
    for service in visit.attendedTogether { attendedTogether.append(try WireVisitService(service)) }
    moments = visit.moments.map(\.rawValue)
    momentWords = visit.momentWords
    note = visit.note
    familyWords = visit.familyWords
    if let words = visit.worry { worry = words }
    if let task = visit.followUp { followUp = try WireFollowUp(task) }
    if let plan = visit.next { next = try WireNextVisit(plan) }
    if let amendment {
      reason = amendment.reason.text
      basedOn = amendment.basedOn.rawValue
    }
  }
}

extension WireVisitService {
  init(_ service: ServiceOnVisit) throws(RecordError) {
    self.init()
    switch service {
    case .listed(let number): self.number = try wireCount(number.count, "visit.service")
    case .named(let name): self.name = name
    }
  }
}

extension WireRetractionBox {
  init(_ amendment: Amendment) {
    self.init()
    reason = amendment.reason.text
    basedOn = amendment.basedOn.rawValue
  }
}

extension WireAttendance {
  init(_ attendance: Attendance) throws(RecordError) {
    self.init()
    person = try wireCount(attendance.person.count, "attendance.person")
    presence = WirePresence(attendance.presence)
  }

  func attendance() throws(RecordError) -> Attendance {
    Attendance(
      person: PersonNumber(try readNumber(person, "attendance.person")),
      presence: try readChoice(presence, "attendance.presence"))
  }
}

extension WireFollowUp {
  init(_ followUp: FollowUp) throws(RecordError) {
    self.init()
    what = followUp.what
    if let day = followUp.by { by = try wireDay(day, "follow_up.by") }
  }

  func followUp() throws(RecordError) -> FollowUp {
    FollowUp(what: what, by: hasBy ? try readDay(by, "follow_up.by") : nil)
  }
}

extension WireNextVisit {
  init(_ plan: VisitPlan) throws(RecordError) {
    self.init()
    day = try wireDay(plan.day, "next.day")
    if let time = plan.start { start = wireTime(time) }
  }

  func plan() throws(RecordError) -> VisitPlan {
    guard hasDay else { throw RecordError(.missing, "next.day") }
    return VisitPlan(
      day: try readDay(day, "next.day"), start: hasStart ? try readTime(start, "next.start") : nil)
  }
}
