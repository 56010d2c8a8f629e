/// A review as it was typed, field by field, on a form, a command line or in a file: the shape of a draft.
public struct TypedReview: Hashable, Sendable {
  /// What was typed, by field; an absent field is empty.
  public var texts: [Field: String]

  /// The fields of a review, in the order they are asked.
  public static let fields: [Field] = [
    .worked, .workedWords, .date, .present, .others, .person, .answers, .goalAnswers, .actionsDone,
    .needOutcomes,
    .overall, .strategy, .strategyReason, .familyWords, .note,
  ]

  /// A review with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// A recorded review as it would have been typed, to be amended.
  public init(_ review: Review) {
    self.init()
    self[.worked] = review.verdict?.worked.rawValue ?? ""
    self[.workedWords] = review.verdict?.words ?? ""
    self[.date] = review.day.description
    self[.present] = review.present.map(\.description).joined(separator: ",")
    self[.others] = review.others
    self[.needOutcomes] = review.needs.map { "\($0.need): \($0.outcome.rawValue)" }.joined(separator: ", ")
    self[.overall] = review.overall.word.rawValue
    self[.strategy] = review.overall.strategy?.strategy.rawValue ?? ""
    self[.strategyReason] = review.overall.strategy?.reason.text ?? ""
    self[.familyWords] = review.familyWords
    self[.note] = review.note
  }

  /// The review that was typed, once every rule of `domain.md` ("Evaluation") holds.
  ///
  /// - Parameter old: The review that it takes the place of, where one is amended.
  func checked(
    for file: FamilyFile, lists: SchemeLists, today: Day, replacing old: Record<Review>? = nil
  ) throws(Refusal) -> Review {
    var checking = Checking()
    let day = checkedDay(today: today, &checking)
    let begun = file.episodes.last { $0.began <= (day ?? today) } ?? file.episodes.first
    if begun == nil { checking.fail(.family, .noOpenEpisode) }
    let asked = day.flatMap { file.strategy(before: $0, in: begun?.number, besides: old?.id) }
    let verdict = checkedVerdict(of: asked?.strategy, &checking)
    let present = checkedPresent(file.family, &checking)
    let others = checking.text(.others, self[.others], max: TextLimit.line)
    let needs = checkedNeeds(lists, &checking)
    let overall = checkedOverall(lists, &checking)
    let words = checking.text(.familyWords, self[.familyWords], max: TextLimit.note)
    let note = checking.text(.note, self[.note], max: TextLimit.note)
    try checking.finish()
    guard let day, let overall, let begun else { throw Refusal(.overall, .missing) }
    return Review(
      episode: begun.number, day: day, present: present, others: others ?? "", verdict: verdict, needs: needs,
      overall: overall, familyWords: words ?? "", note: note ?? "")
  }

  func checkedDay(today: Day, _ checking: inout Checking) -> Day? {
    guard !trimmedText(self[.date]).isEmpty else { return today }
    let day = checking.value(.date, of: self[.date], or: Fault.notADay) {
      Day(typed: $0, today: today, leaning: .behind)
    }
    if let day, day > today { checking.fail(.date, .inTheFuture(day)) }
    return day
  }

  /// Whether the strategy decided upon before has worked: asked first, and not to be left open.
  private func checkedVerdict(of strategy: NextStrategy?, _ checking: inout Checking) -> StrategyVerdict? {
    let words = checking.text(.workedWords, self[.workedWords], max: TextLimit.note)
    let worked: StrategyVerdict.Worked? = checking.value(
      .worked, of: self[.worked], or: { .notOneOf($0, allowed: StrategyVerdict.Worked.words) },
      read: StrategyVerdict.Worked.init(typed:))
    guard strategy != nil else { return nil }
    if trimmedText(self[.worked]).isEmpty { checking.fail(.worked, .missing) }
    return worked.map { StrategyVerdict($0, words: words ?? "") }
  }

  private func checkedPresent(_ family: Family, _ checking: inout Checking) -> [PersonNumber] {
    var present: [PersonNumber] = []
    for text in listed(self[.present]) {
      guard let person = family.person(typed: text) else {
        checking.fail(
          .present, .noSuchPerson(text, known: family.people.map { "\($0.number) \($0.shortName)" }))
        continue
      }
      if !present.contains(person.number) { present.append(person.number) }
    }
    return present
  }

  /// What has become of each need: `isolation: better, money: no change`.
  private func checkedNeeds(_ lists: SchemeLists, _ checking: inout Checking) -> [NeedOutcome] {
    var outcomes: [NeedOutcome] = []
    for text in listed(self[.needOutcomes]) {
      let parts = text.split(separator: ":", maxSplits: 1).map { trimmedText(String($0)) }
      guard let need: NeedID = lists.entry(typed: parts.first ?? "") else {
        checking.fail(
          .needOutcomes, .notOneOf(parts.first ?? text, allowed: lists.needs.map(\.id.rawValue)))
        continue
      }
      guard parts.count == 2, let outcome = OutcomeWord(typed: parts[1]) else {
        checking.fail(
          .needOutcomes, .notOneOf(parts.count == 2 ? parts[1] : "", allowed: OutcomeWord.words))
        continue
      }
      outcomes.removeAll { $0.need == need }
      outcomes.append(NeedOutcome(need: need, outcome: outcome))
    }
    return outcomes
  }

  private func checkedOverall(_ lists: SchemeLists, _ checking: inout Checking) -> ReviewOutcome? {
    let word: OutcomeWord? = checking.value(
      .overall, of: self[.overall], or: { .notOneOf($0, allowed: OutcomeWord.words) },
      read: OutcomeWord.init(typed:))
    if trimmedText(self[.overall]).isEmpty { checking.fail(.overall, .missing) }
    let isAsked = word?.needsStrategy ?? false
    let next = checkedStrategy(isAsked: isAsked, lists, &checking)
    switch word {
    case .better: return .better
    case .mixed: return .mixed(next)
    case .noChange: return next.map(ReviewOutcome.noChange)
    case .worse: return next.map(ReviewOutcome.worse)
    case nil: return nil
    }
  }

  private func checkedStrategy(
    isAsked: Bool, _ lists: SchemeLists, _ checking: inout Checking
  ) -> NextStrategy? {
    let strategy: StrategyID? = checking.value(
      .strategy, of: self[.strategy],
      or: { .notOneOf($0, allowed: lists.entries(StrategyID.self).map(\.label)) },
      read: { lists.entry(typed: $0) })
    let isNamed = !trimmedText(self[.strategy]).isEmpty
    if isAsked, !isNamed { checking.fail(.strategy, .needsStrategy) }
    let reason = checking.text(.strategyReason, self[.strategyReason], max: TextLimit.note).flatMap(
      Reason.init)
    if isAsked || isNamed, reason == nil { checking.fail(.strategyReason, .missing) }
    guard let strategy, let reason else { return nil }
    return NextStrategy(strategy: strategy, reason: reason)
  }
}
