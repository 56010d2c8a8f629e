import VisitModel

/// What visits and check-ins can say since they learnt more words.
extension SampleFacts {
  static let visits: [Fact] = {
    var visit = missedVisit
    visit.outcome = .cutShort(Contact(start: nil, minutes: Minutes(20), channel: .home))
    visit.signposted = [.listed(ServiceNumber(3)), .named("Rhyme time, upstairs")]
    visit.attendedTogether = [.named("Dr Bray's surgery")]
    visit.moments = [MomentID(rawValue: "looking"), MomentID(rawValue: "comfort")]
    visit.momentWords = "She hummed until he smiled"
    let elsewhere = CheckIn(
      family: family, person: PersonNumber(3), instrument: InstrumentID(rawValue: "asq3"),
      version: InstrumentVersion("1.0.0"), answers: [], mode: .helped, point: .other, day: day,
      elsewhere: DoneElsewhere(by: "Health visitor Okoye", result: "Two areas to watch"))
    return [
      .visitRecorded(visit),
      .visitAmended(Amendment(record: record, basedOn: RecordID(bits: 99), reason: reason), visit),
      .checkInRecorded(elsewhere),
    ]
  }()

  static let visitWords = [
    "Rhyme time", "Bray", "looking", "comfort", "hummed", "asq3", "Okoye", "Two areas",
  ]
}
