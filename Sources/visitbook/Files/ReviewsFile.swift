internal import VisitLibrary
internal import VisitModel

extension RecordsFile {
  /// The facts of a file of reviews, by the names that `review show --format json` uses; `scores` holds the scores of the
  /// needs now, `goalScores` how near the family is to its goals, and `person` who gave them.
  func reviews(in book: Book, scales: FamilyScales, explain: Explain) throws(Failure) -> [Fact] {
    try facts(in: book.caseload, explain: explain) {
      (form: ReviewForm, caseload, _) throws(Refusal) -> [Fact] in
      let known = try caseload.family(ofRecord: form.family)
      return try RecordReview(family: known.id, typed: form.typed, scales: scales)
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
    "corrected", "scoresOfNeeds", "scoresOfGoals",
  ]

  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault? {
    switch key {
    case "family":
      family = value.typed ?? ""
      return value.typed == nil ? .wrongKind : nil
    case "scores", "goalScores":
      guard let text = value.typedList(key: "score") else { return .wrongKind }
      typed[key == "scores" ? .answers : .goalAnswers] = text
      return nil
    default: return typed.fill(key, with: value)
    }
  }

  static func keys(of field: Field) -> [String] {
    switch field {
    case .answers: ["scores"]
    case .goalAnswers: ["goalScores"]
    default: [field.rawValue]
    }
  }
}
