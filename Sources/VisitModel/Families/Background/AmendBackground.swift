/// Corrects a consent, a life event or a health review: a new entry with a reason, and what it said before stays readable.
public struct AmendBackground: Sendable {
  /// The record.
  public let record: RecordID
  /// What is changed, as typed, by its fields; a field that is not named stays as it is.
  public let texts: [Field: String]
  /// Why, as typed.
  public let reason: String

  /// A correction of a record for a reason.
  public init(record: RecordID, texts: [Field: String], reason: String) {
    self.record = record
    self.texts = texts
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    let fact: BackgroundFact
    if let consent = file.background.consent(record) {
      let (amendment, said) = try amended(consent) { old throws(Refusal) in
        let typed = TypedConsent(TypedConsent(old).texts.merging(texts) { $1 })
        let new = try typed.checked(of: file.family, today: today)
        if let withdrawn = file.background.withdrawal(of: record)?.day, new.given > withdrawn {
          throw Refusal(.date, .afterWithdrawal(withdrawn))
        }
        return new
      }
      fact = .consentAmended(amendment, said)
    } else if let event = file.background.lifeEvent(record) {
      let (amendment, said) = try amended(event) { old throws(Refusal) in
        try LifeEvent(
          typed: old.texts.merging(texts) { $1 }, of: file.family, lists: lists, today: today, replacing: old)
      }
      fact = .lifeEventAmended(amendment, said)
    } else if let review = file.background.healthReview(record) {
      let (amendment, said) = try amended(review) { old throws(Refusal) in
        try HealthReview(typed: old.texts.merging(texts) { $1 }, of: file, today: today, replacing: review)
      }
      fact = .healthReviewAmended(amendment, said)
    } else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    return [.background(file.id, fact)]
  }

  /// What a record says from now on, and why; refused where nothing changes, or where it was taken back.
  private func amended<Value>(
    _ record: Record<Value>, _ said: (Value) throws(Refusal) -> Value
  ) throws(Refusal) -> (Amendment, Value) {
    guard let old = record.current else { throw Refusal(.record, .alreadyRetracted) }
    var checking = Checking()
    var new: Value?
    do throws(Refusal) { new = try said(old) } catch { checking.add(error) }
    let why = checking.reason(reason)
    try checking.finish()
    guard let new, let why else { throw Refusal(.reason, .missing) }
    if new == old { throw Refusal(.record, .nothingChanged) }
    return (Amendment(record: record.id, basedOn: record.latest.entry, reason: why), new)
  }
}
