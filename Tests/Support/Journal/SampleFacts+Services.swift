import VisitModel

/// Outings, the directory and families' use of services, filled to the brim.
enum ServiceSamples {
  static let words = [
    "Infant Alliance", "Warm start", "parent_infant_team", "birth to two", "01632 960110", "team@example.org",
    "example.org/warm", "1 Well Lane", "sit with", "ring the duty", "x-900", "closed for", "sleepless",
    "She laughs now", "cannot wait for",
  ]

  private static let family = SampleFacts.family
  private static let day = SampleFacts.day
  private static let amendment = Amendment(
    record: SampleFacts.record, basedOn: RecordID(bits: 99), reason: SampleFacts.reason)

  static let outings: [Fact] = {
    let left = Moment(day, TimeOfDay(minutesAfterMidnight: 605) ?? .midnight)
    let outing = Outing(
      volunteer: VolunteerNumber(7), left: left, expectedHome: left.advanced(byMinutes: 1_200))
    return [
      .outing(family, .left(outing)), .outing(family, .home(SampleFacts.record, at: left)),
      .outing(family, .amended(amendment, outing)), .outing(family, .retracted(amendment)),
    ]
  }()

  static let services: [Fact] = {
    let full = ServiceEntry(
      number: ServiceNumber(12), organisation: "Infant Alliance", name: "Warm start", kind: .parentInfantTeam,
      tier: .specialist, ages: "birth to two", areas: ["Ash ward"], phone: "01632 960110",
      email: "team@example.org", website: "https://example.org/warm", address: "1 Well Lane",
      about: "They sit with mother and baby.", howToRefer: "ring the duty worker",
      levels: [.online, .lightTouch, .intensive], externalID: "x-900", isActive: true)
    let bare = ServiceEntry(
      number: ServiceNumber(1), organisation: "Infant Alliance", name: "Infant Alliance", isActive: false)
    let safety = Reason("cannot wait for agreement")
    let use = ServiceUse(
      service: ServiceNumber(12), begun: .referred, day: day, purpose: "sleepless nights", level: .intensive,
      infantWork: .therapeutic, safeguardingReason: safety)
    let plain = ServiceUse(service: ServiceNumber(1), begun: .signposted, day: day)
    let closed = Reason("closed for good") ?? SampleFacts.reason
    return [
      .directory(.added(full)), .directory(.added(bare)), .directory(.amended(bare, closed)),
      .service(family, .began(use)), .service(family, .began(plain)),
      .service(family, .amended(amendment, use)), .service(family, .retracted(amendment)),
      .service(family, .session(SampleFacts.record, ServiceSession(day: day, wasAttended: true))),
      .service(family, .session(SampleFacts.record, ServiceSession(day: day, wasAttended: false))),
    ]
      + ServiceState.allCases.map {
        .service(
          family,
          .moved(
            SampleFacts.record,
            ServiceStep(
              state: $0, day: day, words: "She laughs now", safeguardingReason: $0 == .referred ? safety : nil
            )))
      }
  }()
}
