public import VisitModel

/// Which form a draft belongs to.
public struct FormKind: RawRepresentable, Hashable, Sendable {
  /// A short word that stands in the draft for as long as it lies there.
  public let rawValue: String
  /// A form by its word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Writing up a visit.
  public static let visit = FormKind(rawValue: "visit")
  /// Correcting a visit.
  public static let amendVisit = FormKind(rawValue: "amend visit")
  /// A wellbeing check-in.
  public static let checkIn = FormKind(rawValue: "check-in")
  /// A family's details.
  public static let family = FormKind(rawValue: "family")
}

/// What a draft is a draft of: one form of one family, and of one record where the form corrects something.
public struct DraftKey: Hashable, Sendable {
  /// The form.
  public let form: FormKind
  /// The family the form is about; nil for a family that is only being entered.
  public let family: FamilyID?
  /// The record that is being corrected, where the form corrects one.
  public let record: RecordID?

  /// The draft of a form about a family.
  public init(_ form: FormKind, family: FamilyID?, record: RecordID? = nil) {
    self.form = form
    self.family = family
    self.record = record
  }
}

/// One field of an unfinished form, as it was typed.
public struct DraftField: Hashable, Sendable {
  /// The field's name in the form.
  public let name: String
  /// What was typed, however unfinished.
  public let text: String

  /// A field by name, with its text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// An unfinished form.
public struct DraftContents: Hashable, Sendable {
  /// What it is a draft of.
  public let key: DraftKey
  /// When it was last saved, in milliseconds since 1970-01-01 UTC.
  public let savedAtMilliseconds: Int64
  /// Its fields, in the form's order.
  public let fields: [DraftField]

  /// A draft as it was saved.
  public init(key: DraftKey, savedAtMilliseconds: Int64, fields: [DraftField]) {
    self.key = key
    self.savedAtMilliseconds = savedAtMilliseconds
    self.fields = fields
  }

  /// What was typed into a field; nil where the draft does not know it.
  public func text(of field: String) -> String? { fields.first { $0.name == field }?.text }
}

/// All drafts of a member, and the files that would not open.
public struct DraftList: Hashable, Sendable {
  /// The drafts, newest first.
  public let drafts: [DraftContents]
  /// Files that are no draft of anybody any more; each was put aside here, or is still where it was if that failed.
  public let damaged: [JournalPath]
}
