/// A note about a volunteer as it was typed, field by field.
public struct TypedVolunteerNote: Hashable, Sendable {
  /// What kind of note it is.
  public let kind: VolunteerNoteKind
  /// What was typed, by field.
  public var texts: [Field: String]

  /// A note of a kind with nothing typed, or with texts from a form.
  public init(_ kind: VolunteerNoteKind, _ texts: [Field: String] = [:]) {
    self.kind = kind
    self.texts = texts
  }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// The fields of a kind of note, in the order they are asked.
  public static func fields(of kind: VolunteerNoteKind) -> [Field] {
    switch kind {
    case .reference: [.date, .referee, .isGood, .note]
    case .check: [.date, .checkLevel, .certificate, .seenBy]
    case .preparation: [.date, .session, .finished]
    case .supervision: [.date, .supervisor, .note]
    case .training: [.date, .title]
    case .claim: [.month, .paidOn]
    }
  }

  /// A note on record as it would have been typed, to be amended.
  public init(_ note: VolunteerNote) {
    self.init(note.kind)
    func word(_ isSo: Bool) -> String { (isSo ? YesOrNo.yes : .no).rawValue }
    self[.date] = note.day.description
    switch note {
    case .reference(let reference):
      self[.referee] = reference.referee
      self[.isGood] = word(reference.isGood)
      self[.note] = reference.note
    case .check(let check):
      self[.checkLevel] = check.level.rawValue
      self[.certificate] = check.number
      self[.seenBy] = check.seenBy
    case .preparation(let preparation):
      self[.session] = preparation.session
      self[.finished] = word(preparation.finishesCourse)
    case .supervision(let supervision):
      self[.supervisor] = supervision.supervisor
      self[.note] = supervision.note
    case .training(let training): self[.title] = training.title
    case .claim(let claim):
      self[.date] = ""
      self[.month] = claim.month.description
      self[.paidOn] = claim.paidOn?.description ?? ""
    }
  }

  /// The note that was typed, once every rule holds.
  func checked(
    of volunteer: VolunteerNumber, in caseload: Caseload, lists: SchemeLists, today: Day,
    replacing old: VolunteerNote?
  ) throws(Refusal) -> VolunteerNote {
    var checking = Checking()
    let note: VolunteerNote?
    if kind == .claim {
      note = claim(of: volunteer, in: caseload, today: today, replacing: old, &checking)
    } else {
      let day = checking.pastDay(.date, self[.date], today: today)
      note = self.note(on: day ?? today, in: caseload, lists: lists, &checking)
    }
    try checking.finish()
    guard let note else { throw Refusal(.record, .missing) }
    return note
  }

  private func note(
    on day: Day, in caseload: Caseload, lists: SchemeLists, _ checking: inout Checking
  ) -> VolunteerNote? {
    switch kind {
    case .reference:
      let referee = checking.line(.referee, self[.referee])
      let isGood = checking.yesOrNo(.isGood, self[.isGood]) ?? true
      let note = checking.text(.note, self[.note], max: TextLimit.note)
      return referee.map { .reference(Reference(day: day, referee: $0, isGood: isGood, note: note ?? "")) }
    case .check:
      let levels = lists.vettingLevels(in: caseload.scheme.nation)
      let level: VettingLevelID? = checking.value(
        .checkLevel, of: self[.checkLevel], or: { .notOneOf($0, allowed: levels.map(\.id.rawValue)) },
        read: { text in
          levels.first { $0.id.rawValue == text.lowercased() || $0.label.lowercased() == text.lowercased() }?
            .id
        })
      if trimmedText(self[.checkLevel]).isEmpty { checking.fail(.checkLevel, .missing) }
      let number = checking.line(.certificate, self[.certificate])
      let seenBy = checking.line(.seenBy, self[.seenBy])
      guard let level, let number, let seenBy else { return nil }
      return .check(VettingCheck(day: day, level: level, number: number, seenBy: seenBy))
    case .preparation:
      let finishes = checking.yesOrNo(.finished, self[.finished]) ?? false
      let session = checking.line(.session, self[.session])
      return session.map { .preparation(Preparation(day: day, session: $0, finishesCourse: finishes)) }
    case .supervision:
      let supervisor = checking.line(.supervisor, self[.supervisor])
      let note = checking.text(.note, self[.note], max: TextLimit.note)
      return supervisor.map { .supervision(Supervision(day: day, supervisor: $0, note: note ?? "")) }
    case .training:
      return checking.line(.title, self[.title]).map { .training(Training(day: day, title: $0)) }
    case .claim: return nil
    }
  }

  private func claim(
    of volunteer: VolunteerNumber, in caseload: Caseload, today: Day, replacing old: VolunteerNote?,
    _ checking: inout Checking
  ) -> VolunteerNote? {
    let month: Month? = checking.value(.month, of: self[.month], or: Fault.notAMonth) {
      Month(typed: $0, today: today)
    }
    if trimmedText(self[.month]).isEmpty { checking.fail(.month, .missing) }
    let paidOn = checking.pastDay(.paidOn, self[.paidOn], today: today)
    guard let month else { return nil }
    if month > today.month { checking.fail(.month, .inTheFuture(month.firstDay)) }
    var claimed: Month?
    if case .claim(let claim) = old { claimed = claim.month }
    if month != claimed, caseload.volunteerFile(volunteer).claim(for: month) != nil {
      checking.fail(.month, .alreadyUsed(month.description))
    }
    let work = VolunteerWork(of: volunteer, in: caseload)
    let done = work.month(month)
    if done.miles == .zero, done.expenses == .zero { checking.fail(.month, .nothingToClaim(month)) }
    return .claim(
      ExpenseClaim(
        month: month, miles: done.miles, mileage: done.mileage, expenses: done.expenses, paidOn: paidOn))
  }
}

extension Checking {
  /// A line that has to be filled in.
  mutating func line(_ field: Field, _ text: String) -> String? {
    let line = self.text(field, text, max: TextLimit.line)
    if line == nil, plainText(text).isEmpty { fail(field, .missing) }
    return line
  }
}
