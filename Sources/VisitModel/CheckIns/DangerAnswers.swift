// Answers that signal danger: each raises a concern by itself, at once, whatever becomes of the check-in.

/// An answer that signals danger, given while a check-in is made.
public struct DangerAnswer: Hashable, Sendable {
  /// The family.
  public let family: FamilyID
  /// Who answered.
  public let person: PersonNumber?
  /// The instrument.
  public let instrument: Instrument
  /// The trigger that fired.
  public let trigger: InstrumentTrigger

  /// An answer that fired a trigger.
  public init(family: FamilyID, person: PersonNumber?, instrument: Instrument, trigger: InstrumentTrigger) {
    self.family = family
    self.person = person
    self.instrument = instrument
    self.trigger = trigger
  }

  /// The concern it raises; what is seen of it is said in the reader's language.
  ///
  /// - Parameters:
  ///   - seen: What the answer says, in words: the instrument and the question's topic.
  ///   - done: What was done about it, where that is known already.
  public func concern(id: RecordID, seen: String, done: String = "", day: Day, now: Moment) -> Concern {
    Concern(
      id: id, subject: .family(family, people: person.map { [$0] } ?? [], others: ""), seen: seen,
      done: plainText(done), day: day, time: day == now.day ? now.time : nil, danger: .notKnown, raised: now,
      origin: .answer(instrument.id, trigger: trigger.id, day))
  }
}

extension Instrument {
  /// The triggers that call for something now, after the answers so far.
  public func dangers(onAnswering answers: [ItemAnswer]) -> [InstrumentTrigger] {
    triggers(onAnswering: answers).filter { $0.level == .now }
  }

  /// The triggers that call for something now, of a whole set of answers.
  public func dangers(in answers: [ItemAnswer]) -> [InstrumentTrigger] {
    triggers(firedIn: result(of: answers)).filter { $0.level == .now }
  }

  /// The topics of the questions a trigger looks at, for the words of a concern.
  public func topics(of trigger: InstrumentTrigger) -> [String] {
    trigger.when.leaves.compactMap { leaf in
      switch leaf {
      case .item(let id, _), .skipped(let id): item(id)?.topic
      case .score, .worsened, .all, .any, .not: nil
      }
    }
  }
}
