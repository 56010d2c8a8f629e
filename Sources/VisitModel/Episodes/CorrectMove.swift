// The commands on moves that were wrong. Both are entries of their own with a reason; what was said before stays.

/// Amends a move along the pathway.
public struct AmendMove: Sendable {
  /// The move, named by the entry that began it.
  public let record: RecordID
  /// The move as it should have been, as typed.
  public let typed: TypedMove
  /// Why.
  public let reason: String

  /// An amendment of a move for a reason.
  public init(record: RecordID, typed: TypedMove, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal where the moves, with this one amended, are not a way the table knows.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    let found = try MoveFound(record, in: caseload)
    guard let old = found.move.current else { throw Refusal(.record, .alreadyRetracted) }
    var checking = Checking()
    let stage: EpisodeStage? = checking.value(
      .stage, of: typed.stage, or: { .notOneOf($0, allowed: EpisodeStage.words) },
      read: EpisodeStage.init(typed:))
    if trimmedText(typed.stage).isEmpty { checking.fail(.stage, .missing) }
    let day = typed.checkedDay(today: today, &checking)
    let state = typed.checkedState(
      stage, before: found.before?.state, on: day ?? today, in: caseload, lists: lists, today: today,
      &checking)
    if let volunteer = state?.volunteer, volunteer != old.state.volunteer,
      volunteer != found.before?.state.volunteer
    {
      checking.requireReady(volunteer, in: caseload, on: day ?? today)
    }
    let note = checking.text(.note, typed.note, max: TextLimit.line) ?? ""
    let why = checking.reason(reason)
    try checking.finish()
    guard let day, let state, let why else { throw Refusal(.stage, .missing) }
    let move = EpisodeMove(
      episode: old.episode, state: state, day: day, refusal: stage == .refused ? old.refusal : nil,
      basedOn: old.basedOn, note: note)
    if move == old { throw Refusal(.record, .nothingChanged) }
    try found.requireWay(with: move, lists.pathway)
    return [.evaluation(found.family.id, .moveAmended(found.amendment(why), move))]
  }
}

/// Takes a move along the pathway back.
public struct RetractMove: Sendable {
  /// The move, named by the entry that began it.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A retraction of a move for a reason.
  public init(record: RecordID, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal for the opening of an episode, and where the moves left are not a way the table knows.
  public func facts(in caseload: Caseload, lists: SchemeLists) throws(Refusal) -> [Fact] {
    let found = try MoveFound(record, in: caseload)
    guard !found.move.isRetracted else { throw Refusal(.record, .alreadyRetracted) }
    if found.before == nil { throw Refusal(.record, .opensEpisode) }
    var checking = Checking()
    let why = checking.reason(reason)
    try checking.finish()
    guard let why else { throw Refusal(.reason, .missing) }
    try found.requireWay(with: nil, lists.pathway)
    return [.evaluation(found.family.id, .moveRetracted(found.amendment(why), found.episode))]
  }
}

/// A move that somebody wants to put right, with what stands around it.
private struct MoveFound {
  let family: FamilyFile
  let episode: EpisodeNumber
  let log: EpisodeLog
  let move: Record<EpisodeMove>

  init(_ record: RecordID, in caseload: Caseload) throws(Refusal) {
    guard let (family, move) = caseload.move(record), let episode = move.lastSaid?.episode,
      let log = family.log(of: episode)
    else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    (self.family, self.episode, self.log, self.move) = (family, episode, log, move)
  }

  /// The move that stands before it.
  var before: EpisodeMove? {
    log.moves.prefix { $0.id != move.id }.last { !$0.isRetracted }?.current
  }

  /// The correction, by somebody who knows the episode as it is.
  func amendment(_ why: Reason) -> Amendment {
    Amendment(record: move.id, basedOn: log.head, reason: why)
  }

  /// Refuses a correction after which the moves would not be a way the table knows, or the episodes not one after
  /// the other.
  func requireWay(with corrected: EpisodeMove?, _ pathway: Pathway) throws(Refusal) {
    let moves = log.standing(with: move.id, as: corrected)
    if let fault = pathway.fault(in: moves) {
      if case .beforeLastMove = fault.problem.fault, let corrected, fault.place < moves.count,
        fault.place > 0, moves[fault.place - 1] == corrected
      {
        throw Refusal(.date, .afterNextMove(moves[fault.place].day))
      }
      throw Refusal([fault.problem])
    }
    guard let place = family.episodes.firstIndex(where: { $0.number == episode }), let last = moves.last
    else { return }
    if place > 0, let first = moves.first, first.day < family.episodes[place - 1].since {
      throw Refusal(.date, .beforeLastMove(family.episodes[place - 1].since))
    }
    if place + 1 < family.episodes.count {
      if !last.state.stage.isClosed { throw Refusal(.stage, .hasOpenEpisode) }
      let next = family.episodes[place + 1].began
      if last.day > next { throw Refusal(.date, .afterNextMove(next)) }
    }
  }
}

extension Caseload {
  /// The move of that identity, with its family.
  public func move(_ id: RecordID) -> (family: FamilyFile, move: Record<EpisodeMove>)? {
    guard let file = family(holding: id) else { return nil }
    for log in file.episodeLogs {
      if let move = log.moves.first(where: { $0.id == id }) { return (file, move) }
    }
    return nil
  }
}
