/// Moves a family's episode to another stage, or opens a new one after the last has ended.
public struct MoveEpisode: Sendable {
  /// The family.
  public let id: FamilyID
  /// The move as it was typed.
  public let typed: TypedMove

  /// A move of a family's episode.
  public init(id: FamilyID, typed: TypedMove) {
    self.id = id
    self.typed = typed
  }

  /// The facts to record: the move, and the keys it gives and takes.
  ///
  /// - Throws: A refusal that names the moves the table allows where this one is not among them.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[id] else { throw Refusal(.family, .missing) }
    guard let episode = file.episode, !episode.state.stage.isClosed else {
      let number = file.nextEpisode
      let move = try typed.checked(
        episode: number, after: nil, in: caseload, lists: lists, today: today, notBefore: file.episode?.since)
      return [.episodeOpened(id, move.following(file.episodeLogs.last?.head))]
        + caseload.access(to: id, from: file.volunteer, to: move.state.volunteer)
    }
    let move = try typed.checked(
      episode: episode.number, after: episode.moves.last, in: caseload, lists: lists, today: today)
    if case .accepted = move.state { try file.requireAgreement(to: episode.number) }
    return [.episodeMoved(id, move.following(file.episodeLogs.last?.head))]
      + caseload.access(to: id, from: file.volunteer, to: move.state.volunteer)
  }
}

extension EpisodeMove {
  /// The move, decided when an entry was the latest of the episode.
  func following(_ head: RecordID?) -> EpisodeMove {
    EpisodeMove(episode: episode, state: state, day: day, refusal: refusal, basedOn: head, note: note)
  }
}

/// A move of an episode as it was typed.
public struct TypedMove: Hashable, Sendable {
  /// The stage to move to.
  public var stage: String
  /// The day of the move; today where it is empty.
  public var day: String
  /// The volunteer, where the stage names one.
  public var volunteer: String
  /// The day the ending is planned for, where it is.
  public var endingOn: String
  /// Why, in words, where the stage asks for a reason.
  public var reason: String
  /// Why support ended, from the list of endings.
  public var ending: String
  /// Of a match, why this volunteer; of an introduction, who of the office went along.
  public var note: String

  /// A move to a stage.
  public init(
    stage: String = "", day: String = "", volunteer: String = "", endingOn: String = "", reason: String = "",
    ending: String = "", note: String = ""
  ) {
    self.stage = stage
    self.day = day
    self.volunteer = volunteer
    self.endingOn = endingOn
    self.reason = reason
    self.ending = ending
    self.note = note
  }

  /// A move as it could have been typed.
  public init(_ move: EpisodeMove) {
    self.init(
      stage: move.state.stage.rawValue, day: move.day.description,
      volunteer: move.state.volunteer?.description ?? "", endingOn: move.state.endingOn?.description ?? "",
      note: move.note)
    switch move.state {
    case .refused(let why): reason = why.text
    case .ended(let why): (reason, ending) = (why.words?.text ?? "", why.listed?.rawValue ?? "")
    default: break
    }
  }

  /// The move that was typed, once the table of the pathway allows it.
  ///
  /// - Parameters:
  ///   - last: The move it follows, or nil for the opening of an episode.
  ///   - opened: The earliest day of an opening, where an episode went before.
  func checked(
    episode: EpisodeNumber, after last: EpisodeMove?, in caseload: Caseload, lists: SchemeLists, today: Day,
    notBefore opened: Day? = nil, isPaperFile: Bool = false
  ) throws(Refusal) -> EpisodeMove {
    var checking = Checking()
    let from = last?.state.stage
    let allowed = lists.pathway.stages(after: from)
    let wanted: EpisodeStage? = checking.value(
      .stage, of: stage, or: { .notOneOf($0, allowed: allowed.map(\.rawValue)) },
      read: EpisodeStage.init(typed:))
    if trimmedText(stage).isEmpty { checking.fail(.stage, .missing) }
    if let wanted, !allowed.contains(wanted) {
      checking.fail(.stage, .moveNotAllowed(from: from ?? wanted, to: wanted, allowed: allowed))
    }
    let day = checkedDay(today: today, &checking)
    if let day, let earliest = last?.day ?? opened, day < earliest {
      checking.fail(.date, .beforeLastMove(earliest))
    }
    let next = checkedState(
      wanted, before: last?.state, on: day ?? today, in: caseload, lists: lists, today: today, &checking)
    if let volunteer = next?.volunteer, volunteer != last?.state.volunteer, !isPaperFile || wanted == .matched
    {
      checking.requireReady(volunteer, in: caseload, on: day ?? today)
    }
    let note = checking.text(.note, note, max: TextLimit.line) ?? ""
    try checking.finish()
    guard let next, let day else { throw Refusal(.stage, .missing) }
    return EpisodeMove(episode: episode, state: next, day: day, note: note)
  }

  /// The day of the move: one that has come, today where none was typed.
  func checkedDay(today: Day, _ checking: inout Checking) -> Day? {
    guard !trimmedText(day).isEmpty else { return today }
    let day = checking.value(.date, of: day, or: Fault.notADay) {
      Day(typed: $0, today: today, leaning: .behind)
    }
    if let day, day > today { checking.fail(.date, .inTheFuture(day)) }
    return day
  }

  /// The state with all that belongs to it, the volunteer from before unless another is named.
  func checkedState(
    _ wanted: EpisodeStage?, before last: EpisodeState?, on day: Day, in caseload: Caseload,
    lists: SchemeLists,
    today: Day, _ checking: inout Checking
  ) -> EpisodeState? {
    var volunteer = last?.volunteer
    if !trimmedText(self.volunteer).isEmpty {
      volunteer = caseload.volunteer(typed: self.volunteer)
      if volunteer == nil {
        checking.fail(
          .volunteer,
          .noSuchVolunteer(
            self.volunteer, known: caseload.volunteersInOrder.map { "\($0.number) \($0.name)" }))
      }
    } else if let wanted, wanted.namesVolunteer, volunteer == nil {
      checking.fail(.volunteer, .needsVolunteer(wanted))
    }
    switch wanted {
    case .referred: return .referred
    case .needsInformation: return .needsInformation
    case .accepted: return .accepted
    case .assessed: return .assessed
    case .waiting: return .waiting
    case .matched: return volunteer.map(EpisodeState.matched)
    case .introduced: return volunteer.map(EpisodeState.introduced)
    case .supported: return volunteer.map(EpisodeState.supported)
    case .paused: return volunteer.map(EpisodeState.paused)
    case .endingPlanned:
      let ending = checkedEndingDay(from: day, today: today, &checking)
      guard let volunteer, let ending else { return nil }
      return .endingPlanned(volunteer, on: ending)
    case .refused: return checking.reason(reason).map(EpisodeState.refused)
    case .ended: return checkedEnding(lists, &checking).map { EpisodeState.ended($0) }
    case nil: return nil
    }
  }

  private func checkedEndingDay(from day: Day, today: Day, _ checking: inout Checking) -> Day? {
    let ending = checking.value(.endingOn, of: endingOn, or: Fault.notADay) {
      Day(typed: $0, today: today, leaning: .ahead)
    }
    if trimmedText(endingOn).isEmpty { checking.fail(.endingOn, .missing) }
    if let ending, ending < day { checking.fail(.endingOn, .inThePast(ending)) }
    return ending
  }

  /// Why it ended: an entry of the list with words or without, or words; words that stand in the list are its entry.
  private func checkedEnding(_ lists: SchemeLists, _ checking: inout Checking) -> Ending? {
    let listed: EndingReasonID? = checking.value(
      .ending, of: ending,
      or: { .notOneOf($0, allowed: lists.entries(EndingReasonID.self).map(\.label)) },
      read: { lists.entry(typed: $0) })
    if let named: EndingReasonID = lists.entry(typed: reason), listed == nil { return .listed(named, nil) }
    if let listed {
      return .listed(listed, Reason(plainText(reason)) == nil ? nil : checking.reason(reason))
    }
    guard trimmedText(ending).isEmpty else { return nil }
    return checking.reason(reason).map(Ending.inWords)
  }
}
