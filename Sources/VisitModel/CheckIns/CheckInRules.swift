// The commands on check-ins: recording one, taking it back.

/// A check-in as it was typed.
public struct TypedCheckIn: Hashable, Sendable {
  /// Who answered, by number or name.
  public var person: String
  /// The answers, one a question, as typed.
  public var answers: [String]
  /// How it was answered.
  public var mode: String
  /// At which point of the support.
  public var point: String
  /// The day; today where it is empty.
  public var day: String
  /// Anything the person said with it.
  public var words: String
  /// The coordinator who can be reached while it is answered.
  public var cover: String
  /// Who outside the scheme did it.
  public var doneBy: String
  /// What came of it there, in words.
  public var result: String

  /// A check-in as typed.
  public init(
    person: String = "", answers: [String] = [], mode: String = "", point: String = "", day: String = "",
    words: String = "", cover: String = "", doneBy: String = "", result: String = ""
  ) {
    self.person = person
    self.answers = answers
    self.mode = mode
    self.point = point
    self.day = day
    self.words = words
    self.cover = cover
    self.doneBy = doneBy
    self.result = result
  }
}

/// Records a check-in that was typed.
public struct RecordCheckIn: Sendable {
  /// The family.
  public let family: FamilyID
  /// The instrument.
  public let instrument: Instrument
  /// The check-in as it was typed.
  public let typed: TypedCheckIn
  /// Whether it was meant to be done again this soon.
  public let allowingEarly: Bool

  /// A check-in to be recorded.
  public init(family: FamilyID, instrument: Instrument, typed: TypedCheckIn, allowingEarly: Bool = false) {
    self.family = family
    self.instrument = instrument
    self.typed = typed
    self.allowingEarly = allowingEarly
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal with every problem; ``Fault/tooSoon(last:days:)`` where the instrument asks for more
  ///   days between two, which the person may overrule.
  public func facts(in caseload: Caseload, as role: Role, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    if !instrument.head.may(role) { checking.fail(.instrument, .notForRole(role)) }
    // What is only done elsewhere is given by nobody here, so there is nothing to switch on.
    if !instrument.isOnlyDoneElsewhere, !caseload.wordings.isOn(instrument) {
      checking.fail(.instrument, .switchedOff)
    }
    let people = file.family.people
    let person = people.isEmpty ? nil : file.family.person(typed: typed.person)
    if person == nil {
      checking.fail(
        .person,
        trimmedText(typed.person).isEmpty
          ? .missing
          : .noSuchPerson(typed.person, known: people.map { "\($0.number) \($0.shortName)" }))
    }
    let elsewhere = checkedElsewhere(&checking)
    var day: Day? = today
    if instrument.isOnlyDoneElsewhere, trimmedText(typed.day).isEmpty { checking.fail(.date, .missing) }
    if !trimmedText(typed.day).isEmpty {
      day = checking.value(.date, of: typed.day, or: Fault.notADay) {
        Day(typed: $0, today: today, leaning: .behind)
      }
    }
    if let day, day > today { checking.fail(.date, .inTheFuture(day)) }
    let mode: CheckInMode? = chosen(.mode, typed.mode, or: .helped, &checking)
    let point: CheckInPoint? = chosen(.point, typed.point, or: .other, &checking)
    let words = checking.text(.words, typed.words, max: TextLimit.note)
    let cover = checking.text(.cover, typed.cover, max: TextLimit.line)
    // Where an answer may signal danger somebody has to be there for whoever asks (`instruments.md`).
    if instrument.head.needsSafetyCover, cover == nil { checking.fail(.cover, .needsCover) }
    var answers: [ItemAnswer] = []
    if !instrument.isOnlyDoneElsewhere || typed.answers.contains(where: { !trimmedText($0).isEmpty }) {
      do throws(Refusal) { answers = try instrument.answers(typed: typed.answers) } catch {
        for problem in error.problems { checking.fail(problem.field, problem.fault) }
      }
    }
    // That somebody declined every question is worth knowing; that none was asked is no check-in.
    if !answers.isEmpty, answers.allSatisfy({ $0.answer == .notAsked }) { checking.fail(.answers, .missing) }
    try checking.finish()
    guard let person, let day, let mode, let point else { throw Refusal(.person, .missing) }
    if !allowingEarly, let wanted = instrument.head.minDaysBetween,
      let near = file.checkIn(of: person.number, with: instrument.id, closerThan: wanted, to: day)
    {
      throw Refusal(.date, .tooSoon(last: near, days: wanted))
    }
    return [
      .checkInRecorded(
        CheckIn(
          family: family, person: person.number, instrument: instrument.id, version: instrument.version,
          answers: answers, mode: mode, point: point, day: day, words: words ?? "",
          cover: cover ?? "", elsewhere: elsewhere))
    ]
  }

  /// Who did it elsewhere, which has to be said of a form that is only done there, and of no other.
  private func checkedElsewhere(_ checking: inout Checking) -> DoneElsewhere? {
    let by = checking.text(.doneBy, typed.doneBy, max: TextLimit.line)
    let result = checking.text(.result, typed.result, max: TextLimit.note)
    guard instrument.isOnlyDoneElsewhere else {
      if by != nil || result != nil { checking.fail(by != nil ? .doneBy : .result, .scoredHere) }
      return nil
    }
    if trimmedText(typed.doneBy).isEmpty { checking.fail(.doneBy, .missing) }
    return by.map { DoneElsewhere(by: $0, result: result ?? "") }
  }

  private func chosen<Choice: TypedChoice>(
    _ field: Field, _ text: String, or usual: Choice, _ checking: inout Checking
  ) -> Choice? {
    if trimmedText(text).isEmpty { return usual }
    return checking.value(
      field, of: text, or: { .notOneOf($0, allowed: Choice.words) }, read: Choice.init(typed:))
  }
}

/// Takes a check-in back: it stays to be seen, and counts no more.
public struct RetractCheckIn: Sendable {
  /// The check-in.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A retraction of a check-in for a reason.
  public init(record: RecordID, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard let (file, old) = caseload.checkIn(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    return [.checkInRetracted(try old.retraction(because: reason), file.id)]
  }
}

extension Answer {
  /// Whether nothing was answered.
  public var isBlank: Bool { self == .declined || self == .notAsked }
}

extension FamilyFile {
  /// The day of a person's standing check-in with an instrument that lies closest to a day, where it lies closer than so
  /// many days: before it, or after it where something older is keyed in late.
  func checkIn(
    of person: PersonNumber, with instrument: InstrumentID, closerThan days: Int, to day: Day
  ) -> Day? {
    standingCheckIns.compactMap(\.current)
      .filter { $0.person == person && $0.instrument == instrument }
      .map(\.day)
      .filter { abs($0.distance(to: day)) < days }
      .min { abs($0.distance(to: day)) < abs($1.distance(to: day)) }
  }
}
