internal import VisitModel

/// Puts a visit together from its outline: who was there, what was done, and what was written about it.
struct DemoVisit {
  let family: DemoFamily
  let ordinal: Int
  let outline: VisitOutline
  let words: DemoWords
  let lists: SchemeLists
  private var random: SeededRandom

  init(
    _ family: DemoFamily, _ ordinal: Int, _ outline: VisitOutline, in request: DemoRequest, words: DemoWords,
    lists: SchemeLists
  ) {
    (self.family, self.ordinal, self.outline) = (family, ordinal, outline)
    (self.words, self.lists) = (words, lists)
    random = SeededRandom(seed: request.seed, purpose: 4, UInt64(family.story.index), UInt64(ordinal))
  }

  /// The visit as it was written up.
  mutating func written() -> Visit {
    var visit = Visit(
      family: family.id, episode: EpisodeNumber(1), volunteers: [family.story.volunteer], day: outline.day,
      outcome: outcome())
    visit.next = VisitOutline.next(after: ordinal, of: family.story)
      .map { VisitPlan(day: $0, start: family.start) }
    guard let contact = visit.outcome.contact else {
      visit.note = words.line("missed", family.firstNames, &random) ?? ""
      return visit
    }
    if contact.channel == .home || contact.channel == .out {
      visit.travel = family.travel
      visit.miles = family.miles
      visit.attendance = attendance()
    }
    if random.happens(6) { visit.expenses = Pence(random.number(in: 5...60) * 10) }
    visit.needs = random.pick(random.number(in: 1...3), of: family.needs)
    visit.activities = activities()
    write(&visit, contact)
    tellMore(&visit, contact)
    return visit
  }

  /// What came up beside the visit, from a source of chance of its own so that all else stays as it is.
  private func tellMore(_ visit: inout Visit, _ contact: Contact) {
    var random = SeededRandom(
      seed: family.seed, purpose: 41, UInt64(family.story.index), UInt64(ordinal))
    let services = words["services"].count
    if services > 0, visit.activities.contains(ActivityID(rawValue: "signposting")), random.happens(60) {
      visit.signposted = [.listed(ServiceNumber(random.number(in: 1...services)))]
    }
    if visit.activities.contains(ActivityID(rawValue: "group")), random.happens(60) {
      visit.attendedTogether =
        services > 0 && random.happens(60)
        ? [.listed(ServiceNumber(random.number(in: 1...services)))]
        : random.pick(words["groups"]).map { [.named($0)] } ?? []
    }
    let there = Set(visit.attendance.filter { $0.presence == .there }.map(\.person))
    guard contact.channel == .home, random.happens(40),
      family.family.infants(on: outline.day).contains(where: { there.contains($0.number) })
    else { return }
    visit.moments = random.pick(random.number(in: 1...2), of: lists.entries(MomentID.self).map(\.id))
    if random.happens(50) { visit.momentWords = words.line("moments", namesThen, &random) ?? "" }
  }

  /// The visit as it was put right later, and why.
  mutating func putRight(_ visit: Visit) -> (Visit, Reason)? {
    guard let contact = visit.outcome.contact, let why = random.pick(words["amend"]).flatMap(Reason.init)
    else { return nil }
    var better = visit
    let minutes = Minutes(contact.minutes.count + 15)
    better.outcome = .done(Contact(start: contact.start, minutes: minutes, channel: contact.channel))
    return (better, why)
  }

  private mutating func outcome() -> VisitOutcome {
    switch outline.kind {
    case .cancelledByFamily: return .cancelled(by: .family)
    case .cancelledByVolunteer: return .cancelled(by: .volunteer)
    case .cancelledByOffice: return .cancelled(by: .office)
    case .noAnswer: return .noAnswer
    case .done, .cutShort:
      let channel: Channel =
        switch random.number(in: 0...99) {
        case 0..<84: .home
        case 84..<92: .out
        case 92..<97: .phone
        case 97..<99: .video
        default: .group
        }
      let length = channel == .phone ? 15...35 : 75...150
      let minutes = outline.kind == .cutShort ? 25...45 : length
      let contact = Contact(
        start: family.start, minutes: Minutes(random.number(in: minutes) / 5 * 5), channel: channel)
      return outline.kind == .done ? .done(contact) : .cutShort(contact)
    }
  }

  private mutating func attendance() -> [Attendance] {
    family.family.peopleAtHome(on: outline.day).map { person in
      if person.isMainCarer { return Attendance(person: person.number, presence: .there) }
      let luck = random.number(in: 0...99)
      let isThere = person.role == .child ? luck < 86 : luck < 25
      return Attendance(
        person: person.number, presence: isThere ? .there : luck > 97 ? .declined : .away)
    }
  }

  private mutating func activities() -> [ActivityID] {
    let known = lists.activities.map(\.id)
    return random.pick(random.number(in: 1...3), of: known)
  }

  private mutating func write(_ visit: inout Visit, _ contact: Contact) {
    let names = namesThen
    let isCall = contact.channel == .phone || contact.channel == .video
    var mood = family.story.arc.mood
    if random.happens(25) { mood = "flat" }
    var sentences = [words.line(isCall ? "open.phone" : "open", names, &random)]
    sentences.append(words.line(random.happens(50) ? stage ?? mood : mood, names, &random))
    if let activity = visit.activities.first {
      sentences.append(words.line("did.\(activity)", names, &random))
    }
    if !isCall, random.happens(18) { sentences.append(words.line(season, names, &random)) }
    if outline.kind == .cutShort {
      sentences.append(words.line("short", names, &random))
    } else if random.happens(55) {
      sentences.append(words.line("close", names, &random))
    }
    visit.note = sentences.compactMap { $0 }.joined(separator: " ")
    if random.happens(40) {
      visit.familyWords = words.line("words.\(mood)", names, &random) ?? ""
    }
    if random.happens(family.story.arc == .worse ? 6 : 1) {
      visit.worry = words.line("worry", names, &random)
    }
    if let days = outline.followUpDays, let what = words.line("follow", names, &random) {
      visit.followUp = FollowUp(what: what, by: random.happens(90) ? outline.day.advanced(by: days) : nil)
    }
  }

  /// The heading of sentences that fit the time of the year.
  private var season: String {
    switch outline.day.civil.month {
    case 12, 1, 2: "season.winter"
    case 3, 4, 5: "season.spring"
    case 6, 7, 8: "season.summer"
    default: "season.autumn"
    }
  }

  /// The heading of sentences about a baby or one still to come, where there is one.
  private var stage: String? {
    switch youngest?.birth.age(on: outline.day) {
    case .unborn: "unborn"
    case .weeks: "baby"
    case .months(let months) where months < 12: "baby"
    default: nil
    }
  }

  private var youngest: Person? { family.family.people.last { $0.role == .child } }

  /// Nobody writes that a child who was not walking yet came to the gate.
  private var namesThen: FirstNames {
    let walking = family.family.people.last { person in
      guard person.role == .child, case .born(let birth) = person.birth else { return false }
      return birth.wholeMonths(to: outline.day) >= 13
    }
    return FirstNames(carer: family.firstNames.carer, child: walking?.shortName)
  }
}
