import VisitModel

/// One fact of every kind about the wording of instruments, and a check-in with everything that came later.
extension SampleFacts {
  /// A wording with everything that can be said of one.
  static let wording = InstrumentWording(
    instrument: InstrumentID(rawValue: "who5"), version: InstrumentVersion("1.0.0"),
    licence: "University of Somewhere, letter of 3 May", licensedOn: day, instructions: "Before you begin",
    items: [
      ItemWording(
        item: ItemID(rawValue: "q1"), text: "Question as printed",
        options: [OptionWording(option: OptionID(rawValue: "o0"), text: "Answer as printed")]),
      ItemWording(item: ItemID(rawValue: "q2"), text: "Question as printed"),
    ])

  static let wordings: [Fact] = {
    let instrument = InstrumentID(rawValue: "who5")
    var covered = checkIn
    covered.cover = "Lena on call"
    return [
      .wording(.added(wording)), .wording(.removed(instrument, reason)),
      .wording(.switched(instrument, isOn: true)), .wording(.switched(instrument, isOn: false)),
      .checkInRecorded(covered),
    ]
  }()
}
