public import VisitModel

/// One fact of every kind about a concern, filled to the brim and bare.
extension SampleFacts {
  /// Words of people in concerns.
  static let concernWords = [
    "Nine-month-old", "curtain was torn", "he gets so angry", "neighbour from", "waited in the car",
    "grandmother there", "Olu Safeguard", "rang the MASH", "strategy meeting", "no further need",
    "typed the wrong day", "will ring tonight", "by phone from Lowri",
  ]

  /// A concern with everything that can be said of one.
  public static let concern = Concern(
    id: RecordID(bits: 0x55_AA55_AA55),
    subject: .family(family, people: [PersonNumber(1), PersonNumber(3)], others: "neighbour from no. 5"),
    seen: "The curtain was torn: Ağa, 日本, 🧸.", said: "he gets so angry", saidBy: "Giulia",
    done: "waited in the car", day: day, time: TimeOfDay(minutesAfterMidnight: 615),
    present: "grandmother there", danger: .notKnown,
    told: ConcernTelling(whom: "Olu Safeguard", at: moment), raisedBy: "by phone from Lowri", raised: moment,
    origin: .answer(InstrumentID(rawValue: "phq9"), trigger: "item9", day))

  /// A concern with nothing that can be left out.
  public static let bareConcern = Concern(
    id: RecordID(bits: 0x55_AA55_AA56), subject: .somebody("Nine-month-old at the bus stop"),
    seen: "", day: day, danger: .yes, raised: moment, origin: .visit(day))

  /// A moment.
  public static let moment = Moment(day, TimeOfDay(minutesAfterMidnight: 905) ?? .midnight)

  static let concerns: [Fact] = {
    let mark = ConcernMark(at: moment, words: "will ring tonight")
    let action = ConcernAction(
      what: "rang the MASH", who: "Olu Safeguard", at: moment, outcome: "strategy meeting",
      notReferring: Reason("no further need"))
    let why = Reason("typed the wrong day") ?? reason
    let facts: [ConcernFact] = [
      .raised(concern), .raised(bareConcern), .copied(concern), .amended(concern, why),
      .acknowledged(concern.id, mark), .acted(concern.id, action),
      .acted(concern.id, ConcernAction(what: "rang", who: "M", at: moment)),
      .actionAmended(concern.id, action: record, action, why), .closed(concern.id, mark),
    ]
    return facts.map(Fact.concern)
  }()
}
