/// An assessment as it was typed, field by field: the shape of a draft.
public struct TypedAssessment: Hashable, Sendable {
  /// What was typed, by field; an absent field is empty.
  public var texts: [Field: String]

  /// The fields of an assessment, in the order they are asked. `scores` holds one score a need, such as
  /// `isolation=1,money=3`.
  public static let fields: [Field] = [
    .date, .present, .alsoPresent, .worrying, .workingWell, .needsToHappen, .needs, .person, .scores,
    .riskCheck, .visitingRisks, .riskNote, .indicators, .level, .levelReason, .decidedBy,
  ]

  /// An assessment with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// A recorded assessment as it would have been typed, to be amended; its scores are a check-in's.
  public init(_ assessment: Assessment) {
    self.init()
    self[.date] = assessment.day.description
    self[.present] = assessment.present.map(\.description).joined(separator: ",")
    self[.alsoPresent] = assessment.alsoPresent
    self[.worrying] = assessment.worrying
    self[.workingWell] = assessment.workingWell
    self[.needsToHappen] = assessment.needsToHappen
    self[.needs] = assessment.needs.map(\.rawValue).joined(separator: ",")
    self[.riskCheck] = assessment.riskCheck.kind.rawValue
    if case .found(let risks, let note) = assessment.riskCheck {
      self[.visitingRisks] = risks.map(\.rawValue).joined(separator: ",")
      self[.riskNote] = note
    }
    self[.indicators] = assessment.level.indicators.map(\.rawValue).joined(separator: ",")
    self[.level] = assessment.level.level.rawValue
    self[.levelReason] = assessment.level.reason
    self[.decidedBy] = assessment.level.decidedBy ?? ""
  }

  /// The scores as typed, need by need.
  var scores: [(need: String, score: String)] {
    listed(self[.scores]).map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map { trimmedText(String($0)) }
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
  }
}

extension TypedAssessment {
  /// The assessment that was typed, once every rule holds.
  func checked(
    for episode: EpisodeNumber, of family: Family, lists: SchemeLists, today: Day,
    replacing old: Assessment? = nil
  ) throws(Refusal) -> Assessment {
    var checking = Checking()
    let day =
      trimmedText(self[.date]).isEmpty ? today : checking.pastDay(.date, self[.date], today: today)
    var present: [PersonNumber] = []
    for text in listed(self[.present]) {
      let kept = PersonNumber(typed: text).flatMap { old?.present.contains($0) ?? false ? $0 : nil }
      let person = kept ?? checking.person(.present, text, of: family)?.number
      if let person, !present.contains(person) { present.append(person) }
    }
    let also = checking.text(.alsoPresent, self[.alsoPresent], max: TextLimit.line)
    let worrying = checking.text(.worrying, self[.worrying], max: TextLimit.note)
    let working = checking.text(.workingWell, self[.workingWell], max: TextLimit.note)
    let happen = checking.text(.needsToHappen, self[.needsToHappen], max: TextLimit.note)
    if worrying == nil, working == nil, happen == nil { checking.fail(.worrying, .missing) }
    var needs: [NeedID] = checking.entries(.needs, self[.needs], of: lists, keeping: old?.needs)
    for (need, _) in scores {
      // A need that was scored was chosen; one that is not on the list is named with the scores.
      if let id: NeedID = lists.entry(typed: need), !needs.contains(id) { needs.append(id) }
    }
    let risks = checkedRisks(lists, replacing: old, &checking)
    let level = checkedLevel(lists, replacing: old, &checking)
    try checking.finish()
    guard let day, let risks, let level else { throw Refusal(.level, .missing) }
    return Assessment(
      episode: episode, day: day, present: present, alsoPresent: also ?? "", worrying: worrying ?? "",
      workingWell: working ?? "", needsToHappen: happen ?? "", needs: needs, riskCheck: risks, level: level)
  }

  /// Nobody sends a volunteer before somebody looked whether it is safe.
  private func checkedRisks(
    _ lists: SchemeLists, replacing old: Assessment?, _ checking: inout Checking
  ) -> VisitingRiskCheck? {
    var known: [VisitingRiskID]?
    if case .found(let risks, _) = old?.riskCheck { known = risks }
    let risks: [VisitingRiskID] = checking.entries(
      .visitingRisks, self[.visitingRisks], of: lists, keeping: known)
    let note = checking.text(.riskNote, self[.riskNote], max: TextLimit.note)
    let isFound = !trimmedText(self[.visitingRisks]).isEmpty || note != nil
    let kind = checking.choice(.riskCheck, self[.riskCheck], or: isFound ? RiskCheckKind.found : nil)
    switch kind {
    case .clear:
      if isFound { checking.fail(.riskCheck, .doesNotMatch) }
      return .clear
    case .found:
      if !isFound { checking.fail(.visitingRisks, .missing) }
      return .found(risks, note: note ?? "")
    case nil:
      if trimmedText(self[.riskCheck]).isEmpty { checking.fail(.riskCheck, .missing) }
      return nil
    }
  }

  /// Indicators suggest a level; the person who decides says why it is this one.
  private func checkedLevel(
    _ lists: SchemeLists, replacing old: Assessment?, _ checking: inout Checking
  ) -> LevelDecision? {
    let indicators: [IndicatorID] = checking.entries(
      .indicators, self[.indicators], of: lists, keeping: old?.level.indicators)
    let level = checking.choice(
      .level, self[.level],
      or: indicators.isEmpty ? nil : LevelOfNeed.suggested(by: indicators, in: lists))
    if level == nil, trimmedText(self[.level]).isEmpty { checking.fail(.level, .missing) }
    let reason = checking.text(.levelReason, self[.levelReason], max: TextLimit.note)
    if reason == nil, plainText(self[.levelReason]).isEmpty { checking.fail(.levelReason, .missing) }
    let decidedBy = checking.text(.decidedBy, self[.decidedBy], max: TextLimit.line)
    guard let level, let reason else { return nil }
    return LevelDecision(level: level, indicators: indicators, reason: reason, decidedBy: decidedBy)
  }
}
