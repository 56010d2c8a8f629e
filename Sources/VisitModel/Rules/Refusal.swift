/// What is wrong with something that was entered: every problem at once, each at its field. Nothing was recorded.
public struct Refusal: Error, Hashable, Sendable {
  /// The problems, in the order of the form; never empty.
  public let problems: [Problem]

  /// A refusal for at least one problem.
  public init(_ problems: [Problem]) {
    precondition(!problems.isEmpty, "a refusal names at least one problem")
    self.problems = problems
  }

  /// A refusal for one problem.
  public init(_ field: Field, _ fault: Fault) { problems = [Problem(field: field, fault: fault)] }
}

/// One thing that is wrong, and the field it is wrong in.
public struct Problem: Hashable, Sendable {
  /// The field.
  public let field: Field
  /// What is wrong with it.
  public let fault: Fault

  /// A fault in a field.
  public init(field: Field, fault: Fault) {
    self.field = field
    self.fault = fault
  }
}

/// What can be wrong with a field. The words for each are in `Resources/languages`, under `fault.`.
public enum Fault: Hashable, Sendable {
  case missing
  case notADay(String)
  case notATime(String)
  case notALength(String)
  case notMiles(String)
  case notMoney(String)
  case notANumber(String)
  case inTheFuture(Day)
  case inThePast(Day)
  case beforeBirth(Day)
  case tooLong(max: Int)
  case tooMuch(max: String)
  case onlyWhenSeen
  case noTimeGiven
  case notOneOf(String, allowed: [String])
  case noSuchPerson(String, known: [String])
  case noSuchVolunteer(String, known: [String])
  case noSuchFamily(String)
  case noSuchRecord(String)
  case severalRecords(String, matching: [String])
  case alreadyRetracted
  case nothingChanged
  case likelyDuplicate(RecordID)
  case moveNotAllowed(from: EpisodeStage, to: EpisodeStage, allowed: [EpisodeStage])
  case needsVolunteer(EpisodeStage)
  /// A move is dated before the one it follows.
  case beforeLastMove(Day)
  /// A move is dated after the one that follows it.
  case afterNextMove(Day)
  /// Where support has changed nothing, or made things worse, the next strategy has to be chosen.
  case needsStrategy
  /// Support ends, the family scored before, and nothing is said of its final scores.
  case needsFinalScores
  /// Scores are typed, and yet it is said that there are none.
  case scoresStandThere
  /// The family has not agreed to it, or agrees no more.
  case needsConsent(ConsentKind)
  /// What is asked for belongs to other stages of the pathway.
  case notAtStage(EpisodeStage, wanted: [EpisodeStage])
  /// The move that opened an episode is not taken back: it is amended.
  case opensEpisode
  case noOpenEpisode
  case hasOpenEpisode
  case hasReferral
  case needsReferral
  case needsAgreement
  case beforeGiven(Day)
  /// A consent would have been given after it was withdrawn.
  case afterWithdrawal(Day)
  case notAChild(String)
  case tooManyParts(String)
  case hasAssessment
  case noAssessment
  case hasPlan
  case noPlan
  case noSuchAction(String, known: [String])
  case alreadyUsed(String)
  case needsAnAdult
  case notForRole(Role)
  case wrongCount(given: Int, wanted: Int)
  case badAnswer(position: Int, given: String, allowed: [String])
  case tooSoon(last: Day, days: Int)
  case doesNotMatch
  case notPostcode(String)
  case notARate(String)
  case outside(from: Int, to: Int)
  case supervisorsOnly
  case underHold(since: Day, reason: String)
  case alreadyHeld(since: Day, reason: String)
  case notHeld
  case notConfirmed(FamilyNumber)
  case erased(FamilyNumber, Day, by: String)
  /// A family cannot be merged with itself, or with one it is merged with already.
  case sameFamily(FamilyNumber)
  /// Both families have an open episode: one has to end before they can be one.
  case bothOpen(FamilyNumber, EpisodeStage, FamilyNumber, EpisodeStage)
  /// The family is not merged into another.
  case notMerged(FamilyNumber)
  /// The family that goes on was merged into another itself since.
  case mergedOn(FamilyNumber, into: FamilyNumber)
  case concernNotAllowed(from: ConcernStage, to: ConcernStage, allowed: [ConcernStage])
  case notTheSafeguardingLead
  case switchedOff
  case needsCover
  /// Answers of this form are scored here: that somebody else gave it is said of other forms.
  case scoredHere
  case notAnEmail(String)
  case notAMonth(String)
  case nothingToClaim(Month)
  case notReady(VolunteerNumber, [ReadinessGap])
  /// The volunteer is out already, at that family.
  case alreadyOut(VolunteerNumber, FamilyNumber)
  /// Nobody is out at that family.
  case nobodyOut(FamilyNumber)
  case noSuchService(String, known: [String])
  case onlyForInfantTeams
  /// The family has not agreed that the organisation is told of it.
  case notAgreed(String)
  case stepNotAllowed(from: ServiceState, to: ServiceState, allowed: [ServiceState])
  /// Sessions are noted while a family attends; this is where it stands.
  case sessionsOnlyAttending(ServiceState)
}

/// Gathers the problems of a form, field by field, while its values are read.
struct Checking {
  private(set) var problems: [Problem] = []

  mutating func fail(_ field: Field, _ fault: Fault) {
    problems.append(Problem(field: field, fault: fault))
  }

  /// The value of a field, or nil after noting what is wrong with it; an empty field is nil without a problem.
  mutating func value<Value>(
    _ field: Field, of text: String, or fault: (String) -> Fault, read: (String) -> Value?
  ) -> Value? {
    let trimmed = trimmedText(text)
    guard !trimmed.isEmpty else { return nil }
    if let value = read(trimmed) { return value }
    fail(field, fault(trimmed))
    return nil
  }

  /// A text held to a length, or nil where it is empty. What is no longer than a line is one line.
  mutating func text(_ field: Field, _ text: String, max: Int) -> String? {
    var plain = plainText(text)
    if max <= TextLimit.line {
      plain = plain.split { $0.isNewline || $0 == "\t" }.map { trimmedText(String($0)) }.joined(
        separator: " ")
    }
    // A character may carry any number of marks, so what a character is made of is held too.
    guard plain.count <= max, plain.unicodeScalars.count <= max * TextLimit.scalarsPerCharacter else {
      fail(field, .tooLong(max: max))
      return nil
    }
    return plain.isEmpty ? nil : plain
  }

  /// The reason that was given, or nil after noting that there was none.
  mutating func reason(_ text: String) -> Reason? {
    guard let why = Reason(plainText(text)) else {
      fail(.reason, .missing)
      return nil
    }
    return self.text(.reason, why.text, max: TextLimit.note).flatMap(Reason.init)
  }

  mutating func add(_ refusal: Refusal) { problems += refusal.problems }

  func finish() throws(Refusal) {
    if !problems.isEmpty { throw Refusal(problems) }
  }
}

/// Lengths that texts are held to, in characters.
public enum TextLimit {
  /// A name, a line, an address.
  public static let line = 200
  /// A note or the family's own words: far more than anybody types after a visit, far less than would harm.
  public static let note = 20_000
  /// How many Unicode scalars a character has on average at most: joined emoji have seven, hostile text thousands.
  static let scalarsPerCharacter = 8
}

func trimmedText(_ text: String) -> String {
  let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
  let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.endIndex
  return start < end ? String(text[start..<end]) : ""
}

/// The text without what no person types on purpose: control characters other than line ends and tabs, and the
/// marks that reorder or hide text (Unicode bidirectional controls, zero-width space, byte order mark, tags).
///
/// Every way of ending a line (return, Word's vertical tab, Unicode separators) becomes one line end, so that no
/// words run together. Text that shows nothing at all is empty.
public func plainText(_ text: String) -> String {
  var plain = String.UnicodeScalarView()
  var lastWasReturn = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: plain.append("\n")
    case 0x0A: if !lastWasReturn { plain.append(scalar) }
    case 0x09: plain.append(scalar)
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      break
    default: plain.append(scalar)
    }
    lastWasReturn = scalar.value == 0x0D
  }
  let showsSomething = plain.contains {
    !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
  }
  return showsSomething ? trimmedText(String(plain)) : ""
}

func listed(_ text: String) -> [String] {
  text.split { $0 == "," || $0 == ";" }.map { trimmedText(String($0)) }.filter { !$0.isEmpty }
}
