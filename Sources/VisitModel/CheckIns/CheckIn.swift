/// One wellbeing check-in: the answers a person gave to one instrument.
///
/// Scores are never stored: they are computed from the answers by the version of the instrument named here.
public struct CheckIn: Hashable, Sendable {
  /// The family.
  public var family: FamilyID
  /// The person who answered.
  public var person: PersonNumber
  /// The instrument.
  public var instrument: InstrumentID
  /// The version of the instrument's file that the answers belong to.
  public var version: InstrumentVersion
  /// The answers, in the order of the instrument's questions.
  public var answers: [ItemAnswer]
  /// How the questions were answered.
  public var mode: CheckInMode
  /// At which point of the support it was.
  public var point: CheckInPoint
  /// The day it was answered.
  public var day: Day
  /// Anything the person said with it.
  public var words: String
  /// The coordinator who could be reached while it was answered, where the instrument asks for one; else empty.
  public var cover: String
  /// Who outside the scheme did it, and what came of it, where that was so; then nothing of it is scored here.
  public var elsewhere: DoneElsewhere?

  /// A check-in of a person with an instrument on a day.
  public init(
    family: FamilyID, person: PersonNumber, instrument: InstrumentID, version: InstrumentVersion,
    answers: [ItemAnswer], mode: CheckInMode, point: CheckInPoint, day: Day, words: String = "",
    cover: String = "", elsewhere: DoneElsewhere? = nil
  ) {
    self.family = family
    self.person = person
    self.instrument = instrument
    self.version = version
    self.answers = answers
    self.mode = mode
    self.point = point
    self.day = day
    self.words = words
    self.cover = cover
    self.elsewhere = elsewhere
  }
}

/// What is known of a form that somebody outside the scheme gave, such as the health visitor.
public struct DoneElsewhere: Hashable, Sendable {
  /// Who gave it: their role, name or agency.
  public var by: String
  /// What came of it, in the words it was told in; empty where nothing was told.
  public var result: String

  /// A form given by somebody, with its result in words.
  public init(by: String, result: String = "") {
    self.by = by
    self.result = result
  }
}

extension Instrument {
  /// Whether the scheme never gives it, and only writes down that somebody else did: there is nothing in it to score.
  public var isOnlyDoneElsewhere: Bool { scores.isEmpty }
}

/// The answer to one question.
public struct ItemAnswer: Hashable, Sendable {
  /// The question.
  public let item: ItemID
  /// What was answered.
  public let answer: Answer

  /// An answer to a question.
  public init(item: ItemID, answer: Answer) {
    self.item = item
    self.answer = answer
  }
}

/// What was answered; a blank says which kind of blank it is, and is never nought.
public enum Answer: Hashable, Sendable {
  /// One of the question's options.
  case chose(OptionID)
  /// A number on the question's scale.
  case rated(Hundredths)
  /// The person did not want to answer.
  case declined
  /// The question was not put.
  case notAsked
}

/// How a check-in was answered.
public enum CheckInMode: String, CaseIterable, Hashable, Sendable {
  /// Filled in alone.
  case alone
  /// Filled in with help.
  case helped
  /// Read aloud and answered.
  case readAloud = "read aloud"
}

/// At which point of the support a check-in was made.
public enum CheckInPoint: String, CaseIterable, Hashable, Sendable {
  case start, review, ending, other
}

/// The version of an instrument's file, such as 1.0.0.
public struct InstrumentVersion: Hashable, Sendable, CustomStringConvertible {
  /// The version as it stands in the file.
  public let description: String
  /// A version as it stands in the file.
  public init(_ text: String) { description = text }
}
