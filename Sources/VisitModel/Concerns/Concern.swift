/// A concern about somebody's safety, as its latest version says it (`domain.md`, "Concerns").
///
/// It is kept for the office alone; who raised it keeps an own copy. Nobody can take one back.
public struct Concern: Hashable, Sendable, Identifiable {
  /// The concern's identity, drawn by whoever raises it, so that their copy and the office's original share it.
  public let id: RecordID
  /// About whom.
  public var subject: ConcernSubject
  /// What was seen.
  public var seen: String
  /// What was said, word for word.
  public var said: String
  /// Who said it.
  public var saidBy: String
  /// What whoever was there did about it.
  public var done: String
  /// The day it happened.
  public var day: Day
  /// The time it happened, where it is known.
  public var time: TimeOfDay?
  /// Who was there.
  public var present: String
  /// Whether anyone is in danger now.
  public var danger: ConcernDanger
  /// Who was told of it, and when; nil where nobody was told yet.
  public var told: ConcernTelling?
  /// Who raised it, where that is not whoever wrote it down.
  public var raisedBy: String
  /// When it was raised; its clocks run from then.
  public let raised: Moment
  /// What it came from.
  public let origin: ConcernOrigin

  /// A concern about somebody, raised at a moment.
  public init(
    id: RecordID, subject: ConcernSubject, seen: String = "", said: String = "", saidBy: String = "",
    done: String = "", day: Day, time: TimeOfDay? = nil, present: String = "", danger: ConcernDanger,
    told: ConcernTelling? = nil, raisedBy: String = "", raised: Moment, origin: ConcernOrigin = .raised
  ) {
    self.id = id
    self.subject = subject
    self.seen = seen
    self.said = said
    self.saidBy = saidBy
    self.done = done
    self.day = day
    self.time = time
    self.present = present
    self.danger = danger
    self.told = told
    self.raisedBy = raisedBy
    self.raised = raised
    self.origin = origin
  }

  /// Whether it came from an answer that signals danger and nobody wrote down yet what they did.
  public var awaitsWhatWasDone: Bool {
    if case .answer = origin { return done.isEmpty }
    return false
  }
  /// What it is about in few words: what was seen, else what was said, else what was done.
  public var gist: String { [seen, said, done].first { !$0.isEmpty } ?? "" }
}

/// Whom a concern is about.
public enum ConcernSubject: Hashable, Sendable {
  /// People of a family, all of them where none is named, and somebody else beside them.
  case family(FamilyID, people: [PersonNumber], others: String)
  /// Somebody who is of no family of the scheme, or of one that the raiser may not open.
  case somebody(String)

  /// The family, where it is about one.
  public var family: FamilyID? {
    if case .family(let id, _, _) = self { return id }
    return nil
  }
}

/// Whether anyone is in danger at the moment a concern is raised.
public enum ConcernDanger: String, CaseIterable, Hashable, Sendable, TypedChoice {
  case yes, no
  case notKnown = "not known"
}

/// Who was told of a concern, and when.
public struct ConcernTelling: Hashable, Sendable {
  /// Whom.
  public let whom: String
  /// When.
  public let at: Moment

  /// Somebody told at a moment.
  public init(whom: String, at: Moment) {
    self.whom = whom
    self.at = at
  }
}

/// What a concern came from.
public enum ConcernOrigin: Hashable, Sendable {
  /// Somebody raised it.
  case raised
  /// The worry on a visit of a day.
  case visit(Day)
  /// An answer that signals danger: the trigger of an instrument that fired on a day.
  case answer(InstrumentID, trigger: String, Day)
}
