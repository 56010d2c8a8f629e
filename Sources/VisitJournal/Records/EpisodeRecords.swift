internal import VisitModel

/// A move of an episode: stage, day and volunteer outside, so that waiting times can be counted; the rest in the box.
extension WireOuter {
  mutating func set(_ move: EpisodeMove) throws(RecordError) {
    episode = try wireCount(move.episode.count, "outer.episode")
    stage = WireStage(move.state.stage)
    day = try wireDay(move.day, "outer.day")
    if let volunteer = move.state.volunteer {
      volunteers = [try wireCount(volunteer.count, "outer.volunteers")]
    }
  }

  func episodeMove(_ box: WireEpisodeBox) throws(RecordError) -> EpisodeMove {
    EpisodeMove(
      episode: try readEpisode(), state: try readState(box), day: try readDay(),
      refusal: box.hasRefusal ? RefusalID(rawValue: box.refusal) : nil,
      basedOn: box.hasBasedOn ? RecordID(bits: box.basedOn) : nil, note: box.note)
  }

  private func readState(_ box: WireEpisodeBox) throws(RecordError) -> EpisodeState {
    switch try readChoice(stage, "outer.stage") {
    case .referred: return .referred
    case .needsInformation: return .needsInformation
    case .refused: return .refused(try readReason(box.reason))
    case .accepted: return .accepted
    case .assessed: return .assessed
    case .waiting: return .waiting
    case .matched: return .matched(try readVolunteer())
    case .introduced: return .introduced(try readVolunteer())
    case .supported: return .supported(try readVolunteer())
    case .paused: return .paused(try readVolunteer())
    case .endingPlanned:
      guard box.hasUntil else { throw RecordError(.missing, "episode.until") }
      return .endingPlanned(try readVolunteer(), on: try VisitJournal.readDay(box.until, "episode.until"))
    case .ended:
      guard box.ending.isEmpty else {
        return .ended(.listed(EndingReasonID(rawValue: box.ending), Reason(box.reason)))
      }
      return .ended(.inWords(try readReason(box.reason)))
    }
  }

  private func readVolunteer() throws(RecordError) -> VolunteerNumber {
    guard let volunteer = volunteers.first else { throw RecordError(.missing, "outer.volunteers") }
    return VolunteerNumber(Int(volunteer))
  }
}

extension WireEpisodeBox {
  init(_ move: EpisodeMove) throws(RecordError) {
    self.init()
    note = move.note
    if let cause = move.refusal { refusal = cause.rawValue }
    switch move.state {
    case .refused(let why): reason = why.text
    case .ended(let why):
      reason = why.words?.text ?? ""
      ending = why.listed?.rawValue ?? ""
    case .endingPlanned(_, let last): until = try wireDay(last, "episode.until")
    default: break
    }
    if let basis = move.basedOn { basedOn = basis.rawValue }
  }
}
