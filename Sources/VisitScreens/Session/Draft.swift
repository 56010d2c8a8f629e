public import VisitModel

/// What was typed in a form and is not recorded yet: kept for one form of one family, and for no other.
public struct Draft: Hashable, Sendable {
  /// Which form, of which family.
  public struct Key: Hashable, Sendable {
    /// The form.
    public let form: Form
    /// The family, where there is one already.
    public let family: FamilyID?

    /// A form of a family.
    public init(form: Form, family: FamilyID?) {
      self.form = form
      self.family = family
    }
  }

  /// The forms that keep drafts.
  public enum Form: Hashable, Sendable {
    case visit
    case amendVisit(RecordID)
    case family
    case amendFamily
    case referral, assessment, supportPlan
    case checkIn(InstrumentID)
    case review, feedback, ending
    case amendReview(RecordID)
    case concern
    case amendConcern(RecordID)
    case actOnConcern(RecordID)
    case danger(RecordID)
    case volunteerNote(VolunteerNumber, VolunteerNoteKind)
  }

  /// Which form, of which family.
  public let key: Key
  /// What was typed, by the names of the fields.
  public var fields: [String: String]

  /// A draft of a form.
  public init(key: Key, fields: [String: String]) {
    self.key = key
    self.fields = fields
  }
}
