// Answering a referral: accepting the family, refusing it with a reason from the list, or asking for what is missing.

/// What the scheme answers whoever referred a family.
public enum ReferralAnswer: String, CaseIterable, Hashable, Sendable {
  case accept, refuse, ask
}

/// Answers the referral of a family's open episode.
public struct AnswerReferral: Sendable {
  /// The family.
  public let family: FamilyID
  /// The answer.
  public let answer: ReferralAnswer
  /// The day of the answer, as typed; today where it is empty.
  public let day: String
  /// Of a refusal: the reason from the scheme's list, as typed.
  public let refusal: String
  /// Of a refusal: more words; the list's own words where it is empty.
  public let reason: String

  /// An answer to a referral.
  public init(
    family: FamilyID, answer: ReferralAnswer, day: String = "", refusal: String = "", reason: String = ""
  ) {
    self.family = family
    self.answer = answer
    self.day = day
    self.refusal = refusal
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    guard let episode = file.episode, !episode.state.stage.isClosed else {
      throw Refusal(.family, .noOpenEpisode)
    }
    let stage: EpisodeStage =
      switch answer {
      case .accept: .accepted
      case .refuse: .refused
      case .ask: .needsInformation
      }
    var checking = Checking()
    var words = reason
    var cause: RefusalID?
    if answer == .refuse {
      cause = checking.entry(.refusal, refusal, of: lists)
      if trimmedText(refusal).isEmpty { checking.fail(.refusal, .missing) }
      if plainText(reason).isEmpty { words = cause.map { lists.label(of: $0) } ?? "-" }
    }
    var move: EpisodeMove?
    do throws(Refusal) {
      move = try TypedMove(stage: stage.rawValue, day: day, reason: words)
        .checked(
          episode: episode.number, after: episode.moves.last, in: caseload, lists: lists, today: today)
      if answer == .accept { try file.requireAgreement(to: episode.number) }
    } catch {
      checking.add(error)
    }
    try checking.finish()
    guard let move else { throw Refusal(.stage, .missing) }
    return [
      .episodeMoved(
        family,
        EpisodeMove(
          episode: move.episode, state: move.state, day: move.day, refusal: cause,
          basedOn: file.episodeLogs.last?.head))
    ]
  }
}

extension FamilyFile {
  /// Stops a family from being accepted before its parent agreed: signed, declared by the referrer, or come by itself.
  func requireAgreement(to episode: EpisodeNumber) throws(Refusal) {
    guard let referral = assessment.referral(of: episode)?.current else {
      throw Refusal(.stage, .needsReferral)
    }
    if referral.agreement == nil { throw Refusal(.agreement, .needsAgreement) }
  }

  /// The referral of the open episode that nobody answered yet; any move is an answer.
  public var unansweredReferral: Record<Referral>? {
    guard let episode, episode.state.stage == .referred else { return nil }
    return assessment.referral(of: episode.number)
  }
}
