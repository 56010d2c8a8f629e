internal import VisitModel

/// An erasure and the numbers it keeps, to and from their boxes.
extension WireFamilyErasedBox {
  init(_ erasure: FamilyErasure) throws(RecordError) {
    self.init()
    number = try wireCount(erasure.number.count, "erasure.number")
    ground = WireErasureGround(erasure.ground)
    reason = erasure.reason.text
    authority = erasure.authority.text
    for count in erasure.counts {
      var wire = WireErasedCount()
      wire.kind = UInt32(count.kind.rawValue)
      wire.count = try wireCount(count.count, "erasure.counts")
      counts.append(wire)
    }
  }

  func erasure(_ outer: WireOuter) throws(RecordError) -> FamilyErasure {
    FamilyErasure(
      family: try outer.readFamily(), number: FamilyNumber(try readNumber(number, "erasure.number")),
      day: try outer.readDay(), ground: try readChoice(ground, "erasure.ground"),
      reason: try readReason(reason), authority: try readReason(authority),
      // A kind that only a newer program knows is left out of the counts; what it counted is gone anyway.
      counts: counts.compactMap { count in
        UInt8(exactly: count.kind).flatMap(FactKind.init(rawValue:)).map {
          ErasedCount(kind: $0, count: Int(count.count))
        }
      })
  }
}

extension WireErasureGround: WireChoice {
  init(_ meaning: ErasureGround) {
    switch meaning {
    case .retention: self = .retention
    case .asked: self = .asked
    case .mistake: self = .mistake
    case .other: self = .other
    }
  }
}

extension WireNumbersKeptBox {
  init(_ numbers: KeptNumbers) throws(RecordError) {
    self.init()
    family = numbers.family.rawValue
    for visit in numbers.visits { visits.append(try WireKeptVisit(visit)) }
    for episode in numbers.episodes {
      var wire = WireKeptEpisode()
      wire.began = try wireDay(episode.began, "episode.began")
      if let ended = episode.ended { wire.ended = try wireDay(ended, "episode.ended") }
      episodes.append(wire)
    }
  }

  func numbers() throws(RecordError) -> KeptNumbers {
    var visits: [KeptVisit] = []
    for visit in self.visits { visits.append(try visit.visit()) }
    var episodes: [KeptEpisode] = []
    for episode in self.episodes {
      episodes.append(
        KeptEpisode(
          began: try readDay(episode.began, "episode.began"),
          ended: episode.hasEnded ? try readDay(episode.ended, "episode.ended") : nil))
    }
    return KeptNumbers(family: FamilyID(rawValue: family), visits: visits, episodes: episodes)
  }
}

extension WireKeptVisit {
  init(_ visit: KeptVisit) throws(RecordError) {
    self.init()
    day = try wireDay(visit.numbers.day, "kept.day")
    outcome = UInt32(WireOutcome(visit.numbers.outcome).rawValue)
    minutes = try wireCount(visit.numbers.minutes.count, "kept.minutes")
    for volunteer in visit.numbers.volunteers {
      volunteers.append(try wireCount(volunteer.count, "kept.volunteers"))
    }
    travelMinutes = try wireCount(visit.travel.count, "kept.travel_minutes")
    milesTenths = try wireCount(visit.miles.tenths, "kept.miles_tenths")
    expensesPence = try wireCount(visit.expenses.count, "kept.expenses_pence")
  }

  func visit() throws(RecordError) -> KeptVisit {
    guard let choice = WireOutcome(rawValue: Int(outcome)) else {
      throw RecordError(.outOfRange, "kept.outcome")
    }
    let numbers = VisitNumbers(
      day: try readDay(day, "kept.day"), outcome: try readChoice(choice, "kept.outcome"),
      minutes: Minutes(Int(minutes)), volunteers: volunteers.map { VolunteerNumber(Int($0)) })
    return KeptVisit(
      numbers: numbers, travel: Minutes(Int(travelMinutes)), miles: Miles(tenths: Int(milesTenths)),
      expenses: Pence(Int(expensesPence)))
  }
}
