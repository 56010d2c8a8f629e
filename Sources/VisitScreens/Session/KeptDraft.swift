import VisitJournal
import VisitModel

/// A draft as the journal keeps it, read back.
struct KeptDraft: Sendable {
  let draft: Draft
  let savedAt: Stamp

  init(_ draft: Draft, savedAt: Stamp) {
    self.draft = draft
    self.savedAt = savedAt
  }

  /// The draft, or nil where it belongs to a form this program does not know.
  init?(_ contents: DraftContents) {
    guard let form = Draft.Form(contents.key) else { return nil }
    draft = Draft(
      key: Draft.Key(form: form, family: contents.key.family),
      fields: Dictionary(contents.fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first }))
    savedAt = Stamp(milliseconds: contents.savedAtMilliseconds)
  }
}

extension Draft.Key {
  /// What the journal files the draft under.
  var stored: DraftKey {
    switch form {
    case .visit: DraftKey(.visit, family: family)
    case .amendVisit(let record): DraftKey(.amendVisit, family: family, record: record)
    case .family: DraftKey(.family, family: nil)
    case .amendFamily: DraftKey(FormKind(rawValue: "amend family"), family: family)
    case .referral: DraftKey(FormKind(rawValue: "referral"), family: family)
    case .assessment: DraftKey(FormKind(rawValue: "assessment"), family: family)
    case .supportPlan: DraftKey(FormKind(rawValue: "support plan"), family: family)
    case .review: DraftKey(FormKind(rawValue: "review"), family: family)
    case .feedback: DraftKey(FormKind(rawValue: "feedback"), family: family)
    case .ending: DraftKey(FormKind(rawValue: "ending"), family: family)
    case .amendReview(let record):
      DraftKey(FormKind(rawValue: "amend review"), family: family, record: record)
    case .concern: DraftKey(FormKind(rawValue: "concern"), family: family)
    case .amendConcern(let record):
      DraftKey(FormKind(rawValue: "amend concern"), family: family, record: record)
    case .danger(let record): DraftKey(FormKind(rawValue: "danger"), family: family, record: record)
    case .actOnConcern(let record): DraftKey(FormKind(rawValue: "act"), family: nil, record: record)
    case .checkIn(let instrument):
      DraftKey(FormKind(rawValue: Draft.Form.checkInPrefix + instrument.rawValue), family: family)
    case .volunteerNote(let volunteer, let kind):
      DraftKey(
        FormKind(rawValue: Draft.Form.notePrefix + "\(volunteer.count) \(kind.rawValue)"), family: nil)
    }
  }
}

extension Draft.Form {
  fileprivate static let checkInPrefix = "check-in "
  fileprivate static let notePrefix = "note "

  /// The form of a note about a volunteer, by the name it is kept under.
  private static func note(_ name: String) -> Draft.Form? {
    let parts = name.dropFirst(notePrefix.count).split(separator: " ")
    guard parts.count == 2, let number = VolunteerNumber(typed: parts[0]),
      let kind = VolunteerNoteKind(rawValue: String(parts[1]))
    else { return nil }
    return .volunteerNote(number, kind)
  }

  fileprivate init?(_ key: DraftKey) {
    switch (key.form, key.record) {
    case (.visit, nil): self = .visit
    case (.amendVisit, let record?): self = .amendVisit(record)
    case (.family, nil): self = .family
    case (FormKind(rawValue: "amend family"), nil): self = .amendFamily
    case (FormKind(rawValue: "referral"), nil): self = .referral
    case (FormKind(rawValue: "assessment"), nil): self = .assessment
    case (FormKind(rawValue: "support plan"), nil): self = .supportPlan
    case (FormKind(rawValue: "review"), nil): self = .review
    case (FormKind(rawValue: "feedback"), nil): self = .feedback
    case (FormKind(rawValue: "ending"), nil): self = .ending
    case (FormKind(rawValue: "amend review"), let record?): self = .amendReview(record)
    case (FormKind(rawValue: "concern"), nil): self = .concern
    case (FormKind(rawValue: "amend concern"), let record?): self = .amendConcern(record)
    case (FormKind(rawValue: "danger"), let record?): self = .danger(record)
    case (FormKind(rawValue: "act"), let record?): self = .actOnConcern(record)
    case (let form, nil) where form.rawValue.hasPrefix(Draft.Form.checkInPrefix):
      self = .checkIn(InstrumentID(rawValue: String(form.rawValue.dropFirst(Draft.Form.checkInPrefix.count))))
    case (let form, nil) where form.rawValue.hasPrefix(Draft.Form.notePrefix):
      guard let note = Draft.Form.note(form.rawValue) else { return nil }
      self = note
    default: return nil
    }
  }
}

extension Draft {
  /// The fields in a fixed order, as the journal keeps them.
  var storedFields: [DraftField] {
    fields.sorted { $0.key < $1.key }.map { DraftField(name: $0.key, text: $0.value) }
  }
}
