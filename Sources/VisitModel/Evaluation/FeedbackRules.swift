// The commands on feedback: putting down what a parent said, amending it, taking it back.

/// Feedback as it was typed.
public struct TypedFeedback: Hashable, Sendable {
  /// What was typed, by field; an absent field is empty.
  public var texts: [Field: String]

  /// The fields of feedback, in the order they are asked.
  public static let fields: [Field] = [.date, .person, .themes, .familyWords, .mayQuote]

  /// Feedback with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// Recorded feedback as it would have been typed.
  public init(_ feedback: Feedback) {
    self.init()
    self[.date] = feedback.day.description
    self[.person] = feedback.person?.description ?? ""
    self[.themes] = feedback.themes.map(\.rawValue).joined(separator: ",")
    self[.familyWords] = feedback.words
    self[.mayQuote] = feedback.mayQuote ? "yes" : ""
  }

  /// The feedback that was typed.
  func checked(for file: FamilyFile, lists: SchemeLists, today: Day) throws(Refusal) -> Feedback {
    var checking = Checking()
    var day: Day? = today
    if !trimmedText(self[.date]).isEmpty {
      day = checking.value(.date, of: self[.date], or: Fault.notADay) {
        Day(typed: $0, today: today, leaning: .behind)
      }
    }
    if let day, day > today { checking.fail(.date, .inTheFuture(day)) }
    let begun = file.episodes.last { $0.began <= (day ?? today) } ?? file.episodes.first
    if begun == nil { checking.fail(.family, .noOpenEpisode) }
    let known = file.family.people.map { "\($0.number) \($0.shortName)" }
    let person = checking.value(.person, of: self[.person], or: { .noSuchPerson($0, known: known) }) {
      file.family.person(typed: $0)
    }
    var themes: [ThemeID] = []
    for text in listed(self[.themes]) {
      guard let theme: ThemeID = lists.entry(typed: text) else {
        checking.fail(.themes, .notOneOf(text, allowed: lists.entries(ThemeID.self).map(\.id.rawValue)))
        continue
      }
      if !themes.contains(theme) { themes.append(theme) }
    }
    let words = checking.text(.familyWords, self[.familyWords], max: TextLimit.note)
    if themes.isEmpty, words == nil { checking.fail(.familyWords, .missing) }
    try checking.finish()
    guard let day, let begun else { throw Refusal(.date, .missing) }
    let yes = ["yes", "y", "true", "x"].contains(trimmedText(self[.mayQuote]).lowercased())
    return Feedback(
      episode: begun.number, day: day, person: person?.number, themes: themes, words: words ?? "",
      mayQuote: yes)
  }
}

/// Puts down what a parent said of the support.
public struct RecordFeedback: Sendable {
  /// The family.
  public let family: FamilyID
  /// The feedback as it was typed.
  public let typed: TypedFeedback

  /// Feedback to be recorded.
  public init(family: FamilyID, typed: TypedFeedback) {
    self.family = family
    self.typed = typed
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    return [.evaluation(family, .feedbackGiven(try typed.checked(for: file, lists: lists, today: today)))]
  }
}

/// Amends feedback, or takes it back where nothing is typed in its place.
public struct CorrectFeedback: Sendable {
  /// The feedback.
  public let record: RecordID
  /// What it should have been; nil takes it back.
  public let typed: TypedFeedback?
  /// Why.
  public let reason: String

  /// A correction of feedback for a reason.
  public init(record: RecordID, typed: TypedFeedback?, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record), let old = file.evaluation.feedback(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    let amendment = try old.retraction(because: reason)
    guard let typed else { return [.evaluation(file.id, .feedbackRetracted(amendment))] }
    let feedback = try typed.checked(for: file, lists: lists, today: today)
    if feedback == old.current { throw Refusal(.record, .nothingChanged) }
    return [.evaluation(file.id, .feedbackAmended(amendment, feedback))]
  }
}
