internal import VisitModel

/// An invented scheme: the entries of a book kept for some years, made one by one in the order of time.
///
/// Everything follows from the request, the words and the lists; the same three give the same entries, to the
/// last letter.
struct DemoScheme: Sequence {
  let request: DemoRequest
  let families: [DemoFamily]
  private let words: DemoWords
  private let lists: SchemeLists
  private let scales: [DemoScale]
  private let goalsVersion: InstrumentVersion?
  private let services: DemoServices
  private let tellings: DemoTellings
  private var events: [DemoEvent]
  /// The coordinator, who writes everything that a volunteer member does not.
  static let coordinator = MemberNumber(1)
  /// The member that the demo is opened as where that is not the coordinator.
  static let other = MemberNumber(2)
  /// The volunteer whose visits the other member writes, where the other member is one.
  let writingVolunteer: VolunteerNumber?

  init(
    _ asked: DemoRequest, words: DemoWords, lists: SchemeLists, scales: [DemoScale],
    goalsVersion: InstrumentVersion?, role: Role
  ) {
    let (request, stories) = DemoStories.told(asked, words: words)
    self.request = request
    (self.words, self.lists, self.scales) = (words, lists, scales)
    self.goalsVersion = goalsVersion
    services = DemoServices(words)
    let families = stories.map { DemoFamily($0, in: request, words: words, lists: lists) }
    self.families = families
    let busiest = DemoScheme.busiest(families)
    tellings = DemoTellings(families, busiest: busiest, today: request.today)
    writingVolunteer = role == .volunteer ? busiest : nil
    var calendar = DemoCalendar(request, scaleCount: scales.count)
    for number in 1...request.volunteers { calendar.add(volunteer: number) }
    for family in families { calendar.add(family) }
    events = []
    for family in families {
      for (ordinal, step) in pathway(of: family).steps.enumerated() {
        calendar.add(.step, family.story.index, ordinal, step.day, step.minute)
      }
    }
    for number in 1...request.volunteers {
      for (ordinal, noted) in demoVolunteer(number).notes.enumerated() {
        calendar.add(.volunteerNote, number, ordinal, noted.day, 12 * 60 + ordinal)
      }
    }
    let opening = request.today.advanced(by: -request.years * 365 - 60)
    for place in services.services.indices { calendar.add(.serviceAdded, place, 0, opening, 8 * 60 + place) }
    events = calendar.inOrder
  }

  private func demoVolunteer(_ number: Int) -> DemoVolunteer {
    DemoVolunteer(number: number, request: request, words: words, lists: lists)
  }

  private func pathway(of family: DemoFamily) -> DemoPathway {
    let subject = Int32(family.story.index)
    return DemoPathway(
      family: family, request: request, words: words, lists: lists, goalsVersion: goalsVersion,
      isReturned: family.story.index == tellings.returned,
      twin: family.story.index == tellings.doubled ? twin(of: family) : nil
    ) { place in
      record(DemoEvent(minute: 0, subject: subject, ordinal: UInt16(place), kind: .step))
    }
  }

  /// The second record of a family that was entered twice: the number after the last.
  private func twin(of family: DemoFamily) -> (id: FamilyID, number: FamilyNumber) {
    let id = SeededRandom.mixed(request.seed &+ SeededRandom.mixed(UInt64(family.story.index) &+ 0x7717))
    return (FamilyID(rawValue: id), FamilyNumber(families.count + 1))
  }

  /// How many visits there are, counting those that were cancelled.
  var visitCount: Int { families.reduce(0) { $0 + $1.story.visitDays.count } }
  /// How many entries there are.
  var count: Int { events.count }
  var underestimatedCount: Int { events.count }

  func makeIterator() -> some IteratorProtocol<Entry> {
    var stamp = Stamp(rawValue: 0)
    return events.lazy.compactMap { event -> Entry? in
      guard let fact = fact(of: event) else { return nil }
      stamp = stamp.next(nowMilliseconds: Int64(event.minute) * 60_000)
      return Entry(id: record(event), stamp: stamp, author: author(of: event), fact: fact)
    }.makeIterator()
  }

  /// The name of a volunteer of the scheme.
  func name(of number: VolunteerNumber) -> String { demoVolunteer(number.count).name }

  private static func busiest(_ families: [DemoFamily]) -> VolunteerNumber? {
    var counts: [VolunteerNumber: Int] = [:]
    for family in families where family.story.script.isVisited && family.story.script != .ended {
      counts[family.story.volunteer, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func author(of event: DemoEvent) -> MemberNumber {
    guard let writingVolunteer, event.kind == .visit || event.kind == .amended,
      families[Int(event.subject)].story.volunteer == writingVolunteer
    else { return DemoScheme.coordinator }
    return DemoScheme.other
  }

  /// The identity of the record an event begins: never the same for two events, whatever the seed.
  private func record(_ event: DemoEvent) -> RecordID {
    let place =
      UInt64(event.kind.rawValue) << 36 | UInt64(event.subject) << 16 | UInt64(event.ordinal)
    // Multiplying by an odd number and adding keep different numbers below 2^40 different.
    return RecordID(bits: place &* 0x9e_3779_b97f &+ SeededRandom.mixed(request.seed))
  }

  private func visitRecord(_ family: Int32, _ ordinal: UInt16) -> RecordID {
    record(DemoEvent(minute: 0, subject: family, ordinal: ordinal, kind: .visit))
  }

  private func fact(of event: DemoEvent) -> Fact? {
    switch event.kind {
    case .volunteerAdded: return .volunteerAdded(demoVolunteer(Int(event.subject)).volunteer)
    case .volunteerNote:
      let note = demoVolunteer(Int(event.subject)).notes[Int(event.ordinal)].note
      return .volunteering(VolunteerNumber(Int(event.subject)), .noted(note))
    case .serviceAdded: return .directory(.added(services.services[Int(event.subject)]))
    default: return familyFact(of: event)
    }
  }

  private func familyFact(of event: DemoEvent) -> Fact? {
    let family = families[Int(event.subject)]
    let ordinal = Int(event.ordinal)
    switch event.kind {
    case .volunteerAdded, .volunteerNote, .serviceAdded: return nil
    case .familyAdded: return .familyAdded(family.id, family.atReferral)
    case .moved:
      let move = family.story.moves[ordinal]
      return ordinal == 0 ? .episodeOpened(family.id, move) : .episodeMoved(family.id, move)
    case .childBorn:
      return Reason("The baby has come").map { .familyAmended(family.id, family.family, $0) }
    case .checkIn:
      let checkIns = DemoCheckIns(family: family)
      let (place, scale) = (ordinal / scales.count, scales[ordinal % scales.count])
      let (day, point) = checkIns.days(until: request.today)[place]
      return .checkInRecorded(
        checkIns.answered(place, day, point, on: scale, in: request, words: words))
    case .review:
      return DemoReviews(family: family).held(ordinal, in: request, words: words, lists: lists)
        .map { .evaluation(family.id, .reviewHeld($0)) }
    case .feedback:
      return DemoReviews(family: family).feedback(in: request, words: words, lists: lists)
        .map { .evaluation(family.id, .feedbackGiven($0)) }
    case .visit: return .visitRecorded(visit(family, ordinal))
    case .planned:
      return .visitPlanned(
        family.id, VisitPlan(day: request.today.advanced(by: 1 + family.story.index % 3), start: family.start)
      )
    case .amended:
      let record = visitRecord(event.subject, event.ordinal)
      var composer = composer(family, ordinal)
      return composer.putRight(visit(family, ordinal)).map { visit, why in
        .visitAmended(Amendment(record: record, basedOn: record, reason: why), visit)
      }
    case .retracted:
      let record = visitRecord(event.subject, event.ordinal)
      let why = Reason(words["retract"].first ?? "Written up twice")
      return why.map {
        .visitRetracted(Amendment(record: record, basedOn: record, reason: $0), family.id)
      }
    case .followUpDone: return .followUpDone(family.id, visit: visitRecord(event.subject, event.ordinal))
    case .step: return pathway(of: family).steps[ordinal].fact()
    }
  }

  private func composer(_ family: DemoFamily, _ ordinal: Int) -> DemoVisit {
    DemoVisit(
      family, ordinal, VisitOutline(family, ordinal, in: request), in: request, words: words, lists: lists)
  }

  private func visit(_ family: DemoFamily, _ ordinal: Int) -> Visit {
    var composer = composer(family, ordinal)
    return composer.written()
  }
}
