// The commands on assessments: recording the initial visit with the family's first scores, correcting it.

/// Records the initial visit, the family's scores at the start, and that the family is assessed: all of it or nothing.
public struct RecordAssessment: Sendable {
  /// The family.
  public let family: FamilyID
  /// The assessment as it was typed.
  public let typed: TypedAssessment
  /// The instrument that the needs are scored with.
  public let coping: Instrument

  /// An assessment to be recorded, its needs scored with an instrument.
  public init(family: FamilyID, typed: TypedAssessment, coping: Instrument) {
    self.family = family
    self.typed = typed
    self.coping = coping
  }

  /// The facts to record: the assessment, the check-in with the scores, the move to `assessed`.
  ///
  /// - Throws: A refusal with every problem. A family that is past that stage (its paper file was taken over) is
  ///   assessed where it stands.
  public func facts(
    in caseload: Caseload, lists: SchemeLists, as role: Role, today: Day
  ) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    guard let episode = file.episode, !episode.state.stage.isClosed else {
      throw Refusal(.family, .noOpenEpisode)
    }
    if file.assessment.assessment(of: episode.number) != nil { throw Refusal(.family, .hasAssessment) }
    var checking = Checking()
    var facts: [Fact] = []
    do throws(Refusal) {
      let assessment = try typed.checked(
        for: episode.number, of: file.family, lists: lists, today: today)
      facts.append(.assessment(family, .assessmentRecorded(assessment)))
    } catch {
      checking.add(error)
    }
    do throws(Refusal) { facts += try scores(of: file, in: caseload, as: role, today: today) } catch {
      checking.add(error)
    }
    if [.referred, .needsInformation, .accepted].contains(episode.state.stage) {
      do throws(Refusal) {
        let move = TypedMove(stage: EpisodeStage.assessed.rawValue, day: typed[.date])
        let checked = try move.checked(
          episode: episode.number, after: episode.moves.last, in: caseload, lists: lists, today: today)
        facts.append(.episodeMoved(family, checked.following(file.episodeLogs.last?.head)))
      } catch {
        // The day was looked at already.
        let problems = error.problems.filter { $0.field != .date }
        if !problems.isEmpty { checking.add(Refusal(problems)) }
      }
    }
    try checking.finish()
    return facts
  }

  /// The check-in that holds the scores; none where nothing was scored.
  private func scores(
    of file: FamilyFile, in caseload: Caseload, as role: Role, today: Day
  ) throws(Refusal) -> [Fact] {
    let given = typed.scores
    guard !given.isEmpty else { return [] }
    var answers = coping.items.map { _ in "-" }
    var checking = Checking()
    for (need, score) in given {
      let wanted = need.lowercased()
      if let place = coping.items.firstIndex(where: { $0.id.rawValue == wanted }) {
        answers[place] = score
      } else {
        checking.fail(.scores, .notOneOf(need, allowed: coping.items.map(\.id.rawValue)))
      }
    }
    try checking.finish()
    let person =
      trimmedText(typed[.person]).isEmpty ? file.family.mainCarer?.number.description : typed[.person]
    let checkIn = TypedCheckIn(
      person: person ?? "", answers: answers, mode: CheckInMode.helped.rawValue,
      point: CheckInPoint.start.rawValue, day: typed[.date])
    do throws(Refusal) {
      return try RecordCheckIn(
        family: family, instrument: coping, typed: checkIn, allowingEarly: true
      ).facts(in: caseload, as: role, today: today)
    } catch {
      throw Refusal(
        error.problems.map { Problem(field: $0.field == .answers ? .scores : $0.field, fault: $0.fault) })
    }
  }
}

/// Corrects an assessment; its scores are corrected as a check-in.
public struct AmendAssessment: Sendable {
  /// The assessment.
  public let record: RecordID
  /// The assessment as it should be, as typed.
  public let typed: TypedAssessment
  /// Why.
  public let reason: String

  /// An amendment of an assessment for a reason.
  public init(record: RecordID, typed: TypedAssessment, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record), let old = file.assessment.assessment(record),
      let said = old.lastSaid
    else { throw Refusal(.record, .noSuchRecord(record.description)) }
    var checking = Checking()
    var amended: Assessment?
    do throws(Refusal) {
      amended = try typed.checked(
        for: said.episode, of: file.family, lists: lists, today: today, replacing: said)
    } catch {
      checking.add(error)
    }
    let amendment = checking.amendment(of: old, because: reason)
    try checking.finish()
    guard let amended, let amendment else { throw Refusal(.reason, .missing) }
    if amended == old.current { throw Refusal(.record, .nothingChanged) }
    return [.assessment(file.id, .assessmentAmended(amendment, amended))]
  }
}

extension FamilyFile {
  /// The assessment of the episode now, where one stands.
  public var standingAssessment: Record<Assessment>? {
    episode.flatMap { assessment.assessment(of: $0.number) }
  }
}
