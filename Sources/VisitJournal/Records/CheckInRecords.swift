internal import VisitModel

/// A wellbeing check-in: only its day stands outside; the instrument alone would already say too much.
extension WireCheckInBox {
  init(_ checkIn: CheckIn) throws(RecordError) {
    self.init()
    person = try wireCount(checkIn.person.count, "check_in.person")
    instrument = checkIn.instrument.rawValue
    version = checkIn.version.description
    answers = checkIn.answers.map(WireItemAnswer.init)
    mode = WireCheckInMode(checkIn.mode)
    point = WireCheckInPoint(checkIn.point)
    words = checkIn.words
    cover = checkIn.cover
    if let elsewhere = checkIn.elsewhere { (doneBy, result) = (elsewhere.by, elsewhere.result) }
  }

  func checkIn(family: FamilyID, day: Day) throws(RecordError) -> CheckIn {
    var answers: [ItemAnswer] = []
    for answer in self.answers { answers.append(try answer.itemAnswer()) }
    return CheckIn(
      family: family, person: PersonNumber(try readNumber(person, "check_in.person")),
      instrument: InstrumentID(rawValue: instrument), version: InstrumentVersion(version), answers: answers,
      mode: try readChoice(mode, "check_in.mode"), point: try readChoice(point, "check_in.point"), day: day,
      words: words, cover: cover, elsewhere: hasDoneBy ? DoneElsewhere(by: doneBy, result: result) : nil)
  }
}

extension WireItemAnswer {
  init(_ answer: ItemAnswer) {
    self.init()
    item = answer.item.rawValue
    switch answer.answer {
    case .chose(let id): option = id.rawValue
    case .rated(let number): rated = Int64(number.count)
    case .declined: blank = .declined
    case .notAsked: blank = .notAsked
    }
  }

  func itemAnswer() throws(RecordError) -> ItemAnswer {
    ItemAnswer(item: ItemID(rawValue: item), answer: try readAnswer())
  }

  private func readAnswer() throws(RecordError) -> Answer {
    switch answer {
    case .option(let id): return .chose(OptionID(rawValue: id))
    case .rated(let number): return .rated(Hundredths(count: Int(number)))
    case .blank(.declined): return .declined
    case .blank(.notAsked): return .notAsked
    case .blank(let other):
      throw RecordError(other.rawValue == 0 ? .missing : .unknownValue(other.rawValue), "answer.blank")
    case nil: throw RecordError(.missing, "answer")
    }
  }
}
