// The commands on consents: giving one, withdrawing it.

/// A consent as it was typed.
public struct TypedConsent: Hashable, Sendable {
  /// What was typed, by field.
  public var texts: [Field: String]

  /// The fields of a consent, in the order they are asked.
  public static let fields: [Field] = [.consent, .agency, .date, .how, .person, .takenBy, .expires]

  /// A consent with nothing typed, or with texts from a form.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }
}

/// Records what a family agreed to.
public struct GiveConsent: Sendable {
  /// The family.
  public let family: FamilyID
  /// The consent as it was typed.
  public let typed: TypedConsent

  /// A consent of a family.
  public init(family: FamilyID, typed: TypedConsent) {
    self.family = family
    self.typed = typed
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    return [.background(family, .consentGiven(try typed.checked(of: file.family, today: today)))]
  }
}

extension TypedConsent {
  /// A consent as it could have been typed.
  public init(_ consent: Consent) {
    self.init([
      .consent: consent.scope.kind.rawValue, .date: consent.given.description, .how: consent.how.rawValue,
      .person: consent.by.description,
    ])
    self[.agency] = consent.scope.agency ?? ""
    self[.takenBy] = consent.takenBy ?? ""
    self[.expires] = consent.expires?.description ?? ""
  }

  /// The consent that was typed, given by somebody of a family.
  func checked(of family: Family, today: Day) throws(Refusal) -> Consent {
    var checking = Checking()
    let kind: ConsentKind? = checking.choice(.consent, self[.consent], or: nil)
    if trimmedText(self[.consent]).isEmpty { checking.fail(.consent, .missing) }
    let agency = checking.text(.agency, self[.agency], max: TextLimit.line)
    if kind == .share, agency == nil { checking.fail(.agency, .missing) }
    let given =
      trimmedText(self[.date]).isEmpty ? today : checking.pastDay(.date, self[.date], today: today)
    let how = checking.choice(.how, self[.how], or: ConsentWay.signed)
    var person = checking.person(.person, self[.person], of: family)
    if trimmedText(self[.person]).isEmpty { person = family.mainCarer }
    if person == nil, checking.problems.isEmpty { checking.fail(.person, .missing) }
    let takenBy = checking.text(.takenBy, self[.takenBy], max: TextLimit.line)
    let expires = checking.plannedDay(.expires, self[.expires], today: today, since: given)
    try checking.finish()
    guard let kind, let given, let how, let person else { throw Refusal(.consent, .missing) }
    let scope: ConsentScope =
      switch kind {
      case .holdRecord: .holdRecord
      case .tellReferrer: .tellReferrer
      case .share: .share(with: agency ?? "")
      case .statistics: .statistics
      case .story: .story
      }
    return Consent(
      scope: scope, given: given, how: how, by: person.number, takenBy: takenBy, expires: expires)
  }
}

/// Withdraws a consent: from that day on it holds no more.
public struct WithdrawConsent: Sendable {
  /// The consent.
  public let record: RecordID
  /// The day, as typed; today where it is empty.
  public let day: String
  /// What was said, as typed.
  public let words: String

  /// A consent to be withdrawn.
  public init(record: RecordID, day: String = "", words: String = "") {
    self.record = record
    self.day = day
    self.words = words
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record), let consent = file.background.consent(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    var checking = Checking()
    if consent.isRetracted || file.background.withdrawal(of: record) != nil {
      checking.fail(.record, .alreadyRetracted)
    }
    let day = trimmedText(day).isEmpty ? today : checking.pastDay(.date, day, today: today)
    if let day, let given = consent.current?.given, day < given {
      checking.fail(.date, .beforeGiven(given))
    }
    let words = checking.text(.reason, words, max: TextLimit.note)
    try checking.finish()
    guard let day else { throw Refusal(.date, .missing) }
    return [
      .background(
        file.id,
        .consentWithdrawn(ConsentWithdrawal(consent: record, day: day, words: words ?? "")))
    ]
  }
}

/// Takes back a consent, a life event or a health review that was entered in error.
public struct RetractBackground: Sendable {
  /// The record.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A retraction for a reason.
  public init(record: RecordID, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record),
      let amendment = try file.background.retraction(of: record, because: reason)
    else { throw Refusal(.record, .noSuchRecord(record.description)) }
    return [.background(file.id, .retracted(amendment))]
  }
}
