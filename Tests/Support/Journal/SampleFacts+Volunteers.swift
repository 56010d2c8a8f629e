import VisitModel

/// Facts about volunteers and matches, filled to the brim.
enum VolunteerSamples {
  static let words = [
    "lowri@example.org", "Fleet ward", "Welsh", "gardening", "weekday_mornings", "bicycle", "Mr Referee",
    "kind to",
    "dbs_enhanced", "00123456789", "Ines saw", "Session four", "Ines held", "worn out", "First aid",
    "knows twins",
  ]

  static let volunteer = Volunteer(
    number: VolunteerNumber(7), name: "Lowri Hughes", phone: "01632 960101", email: "lowri@example.org",
    isActive: true, areas: ["Ash ward", "Fleet ward"], languages: ["Welsh"],
    interests: ["gardening", "twins"],
    availability: [AvailabilityID(rawValue: "weekday_mornings")],
    transport: [TransportID(rawValue: "bicycle")],
    capacity: 3)

  static var facts: [Fact] {
    let amendment = Amendment(
      record: SampleFacts.record, basedOn: RecordID(bits: 99), reason: SampleFacts.reason)
    let day = SampleFacts.day
    let notes: [VolunteerNote] = [
      .reference(Reference(day: day, referee: "Mr Referee", isGood: true, note: "kind to small children")),
      .check(
        VettingCheck(
          day: day, level: VettingLevelID(rawValue: "dbs_enhanced"), number: "00123456789", seenBy: "Ines saw"
        )),
      .preparation(Preparation(day: day, session: "Session four", finishesCourse: true)),
      .supervision(Supervision(day: day, supervisor: "Ines held", note: "worn out by the drive")),
      .training(Training(day: day, title: "First aid")),
      .claim(
        ExpenseClaim(
          month: day.month, miles: Miles(tenths: 412), mileage: Pence(1_854), expenses: Pence(640),
          paidOn: day.advanced(by: 20))),
    ]
    let number = VolunteerNumber(7)
    return [.volunteerAdded(volunteer)] + notes.map { .volunteering(number, .noted($0)) }
      + [
        .volunteering(number, .amended(amendment, notes[3])),
        .volunteering(number, .amended(amendment, notes[5])),
        .volunteering(number, .retracted(amendment, .supervision)),
        .volunteering(number, .retracted(amendment, .claim)),
        .episodeMoved(
          SampleFacts.family,
          EpisodeMove(
            episode: EpisodeNumber(2), state: .matched(number), day: day, note: "knows twins")),
      ]
  }
}
