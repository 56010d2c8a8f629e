/// Ends a family's support: the final scores beside those of the start, the reason, and what the parent said of it, in
/// one go (`domain.md`, "Evaluation").
public struct EndSupport: Sendable {
  /// The family.
  public let family: FamilyID
  /// The ending as it was typed.
  public let typed: TypedEnding
  /// What the final scores are given with.
  public let scales: FamilyScales

  /// An ending to be recorded.
  public init(family: FamilyID, typed: TypedEnding, scales: FamilyScales) {
    self.family = family
    self.typed = typed
    self.scales = scales
  }

  /// The facts to record: the final scores or that they were declined, the move, and the feedback where there is any.
  ///
  /// - Throws: A refusal with every problem; ``Fault/needsFinalScores`` where the family scored before and nothing is
  ///   said of its final scores.
  public func facts(
    in caseload: Caseload, lists: SchemeLists, as role: Role, today: Day
  ) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    var move: [Fact] = []
    do throws(Refusal) {
      move = try MoveEpisode(id: family, typed: typed.move)
        .facts(in: caseload, lists: lists, today: today)
    } catch {
      for problem in error.problems {
        // Where nothing is said of why, the list of reasons is what to choose from.
        let isWhy = problem.field == .reason && problem.fault == .missing
        checking.fail(isWhy ? .ending : problem.field, problem.fault)
      }
    }
    let scores = scoreFacts(of: file, in: caseload, as: role, today: today, &checking)
    var said: [Fact] = []
    if typed.hasFeedback {
      do throws(Refusal) {
        said = try RecordFeedback(family: family, typed: typed.feedback)
          .facts(in: caseload, lists: lists, today: today)
      } catch {
        for problem in error.problems where !checking.problems.contains(problem) {
          checking.fail(problem.field, problem.fault)
        }
      }
    }
    try checking.finish()
    return scores + move + said
  }

  private func scoreFacts(
    of file: FamilyFile, in caseload: Caseload, as role: Role, today: Day, _ checking: inout Checking
  ) -> [Fact] {
    let wanted: FinalScores? = checking.value(
      .finalScores, of: typed[.finalScores], or: { .notOneOf($0, allowed: FinalScores.words) },
      read: FinalScores.init(typed:))
    var given = typed.scores
    if let wanted, wanted != .given, !given.isEmpty { checking.fail(.finalScores, .scoresStandThere) }
    switch wanted {
    case .declined:
      given.needs = declined(of: file)
      given.goals = declinedGoals(of: file)
    case .notAsked: given = TypedScores()
    case .given: if given.isEmpty { checking.fail(.finalScores, .needsFinalScores) }
    case nil:
      if given.isEmpty, trimmedText(typed[.finalScores]).isEmpty, file.awaitsFinalScores {
        checking.fail(.finalScores, .needsFinalScores)
      }
    }
    return RecordScores(family: family, typed: given, scales: scales, point: .ending, day: typed[.date])
      .facts(in: caseload, as: role, today: today, &checking)
  }

  /// Declined for each need the family scored or chose in the episode, not asked for the others; declined for all where
  /// it has none.
  private func declined(of file: FamilyFile) -> String {
    guard let coping = scales.coping, let episode = file.episode else { return "" }
    let scored = file.checkIns(in: episode.number, with: .coping)
      .flatMap { $0.answers.filter { !$0.answer.isBlank }.map(\.item) }
    let chosen = file.assessment.assessment(of: episode.number)?.current?.needs.map(\.rawValue) ?? []
    let own = Set(scored).union(chosen.map(ItemID.init(rawValue:)))
    return coping.items.map { own.isEmpty || own.contains($0.id) ? "d" : "-" }.joined(separator: ",")
  }

  /// Declined for each goal, where the family ever scored its goals in the episode.
  private func declinedGoals(of file: FamilyFile) -> String {
    guard let goals = scales.goals, let episode = file.episode,
      !file.checkIns(in: episode.number, with: .goals).isEmpty
    else { return "" }
    return goals.asked(of: file, on: episode.since).items.map { _ in "d" }.joined(separator: ",")
  }
}

/// The end of support as it was typed, field by field: the shape of a draft.
public struct TypedEnding: Hashable, Sendable {
  /// What was typed, by field; an absent field is empty.
  public var texts: [Field: String]

  /// The fields of an ending, in the order they are asked.
  public static let fields: [Field] = [
    .date, .ending, .reason, .finalScores, .person, .answers, .goalAnswers, .themes, .familyWords, .mayQuote,
  ]

  /// An ending with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  var move: TypedMove {
    TypedMove(
      stage: EpisodeStage.ended.rawValue, day: self[.date], reason: self[.reason], ending: self[.ending])
  }

  var scores: TypedScores {
    TypedScores(person: self[.person], needs: self[.answers], goals: self[.goalAnswers])
  }

  var hasFeedback: Bool { !trimmedText(self[.themes] + self[.familyWords]).isEmpty }

  var feedback: TypedFeedback {
    TypedFeedback([
      .date: self[.date], .person: self[.person], .themes: self[.themes], .familyWords: self[.familyWords],
      .mayQuote: self[.mayQuote],
    ])
  }
}

/// What became of the final scores; what was declined or not asked is never nought.
public enum FinalScores: String, CaseIterable, Hashable, Sendable {
  /// The family gave them.
  case given
  /// The family did not want to.
  case declined
  /// Nobody could ask: the family has moved away, or cannot be reached.
  case notAsked = "not asked"
}

extension FinalScores: TypedChoice {}

extension FamilyFile {
  /// Whether the family scored its needs in the episode now, and not at its end yet: then final scores are asked for.
  public var awaitsFinalScores: Bool {
    guard let episode else { return false }
    let checkIns = checkIns(in: episode.number, with: .coping)
    return checkIns.contains { $0.answers.contains { !$0.answer.isBlank } }
      && !checkIns.contains { $0.point == .ending }
  }
}
