internal import VisitLibrary
internal import VisitModel

extension RecordsFile {
  /// The facts of a file of reviews, by the names that `review show --format json` uses; `scores` holds the scores of the
  /// needs now, and `person` who gave them.
  func reviews(in book: Book, coping: Instrument, explain: Explain) throws(Failure) -> [Fact] {
    try facts(in: book.caseload, explain: explain) {
      (form: ReviewForm, caseload, _) throws(Refusal) -> [Fact] in
      guard let number = FamilyNumber(typed: form.family), let known = caseload.family(number) else {
        throw Refusal(.family, form.family.isEmpty ? .missing : .noSuchFamily(form.family))
      }
      return try RecordReview(family: known.id, typed: form.typed, coping: coping)
        .facts(in: caseload, lists: book.lists, as: book.member.role, today: book.today)
    }
  }
}

extension TypedReview: TypedFields {}

/// A review of a file while its keys fill the form.
private struct ReviewForm: RecordForm {
  var typed = TypedReview()
  var family = ""

  static let passedOver: Set<String> = [
    "reviewId", "entry", "familyName", "episode", "tried", "retracted", "history", "by", "enteredAt",
    "corrected",
  ]

  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault? {
    switch key {
    case "family":
      family = value.typed ?? ""
      return value.typed == nil ? .wrongKind : nil
    case "scores":
      guard let text = value.typedList(key: "score") else { return .wrongKind }
      typed[.answers] = text
      return nil
    default: return typed.fill(key, with: value)
    }
  }

  static func keys(of field: Field) -> [String] { field == .answers ? ["scores"] : [field.rawValue] }
}
