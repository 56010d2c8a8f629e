internal import VisitModel

/// How a family stands, as a snapshot keeps it: a line for every field but the identity, which the directory has.
extension FamilyStanding {
  /// How many lines there are below; a test counts the fields.
  static let keptFieldCount = 18

  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&number)
    scribe.pass(&name)
    scribe.pass(&people)
    scribe.passText(&area)
    scribe.passText(&address)
    scribe.passText(&postcode)
    scribe.passLines(&phones)
    scribe.pass(&episodes)
    scribe.pass(&lastSeen)
    scribe.pass(&plan)
    scribe.passDays(&followUpsDue)
    scribe.pass(&unansweredSince)
    scribe.pass(&lastReview)
    scribe.pass(&consentsUntil)
    scribe.pass(&actionsDue)
    scribe.pass(&out)
    scribe.pass(&lastHome)
    // As bytes of their own, to be read when somebody asks for them.
    var bytes: [UInt8] = []
    if !scribe.isReading {
      var (checkIns, inner) = (checkIns, Scribe())
      inner.pass(&checkIns)
      bytes = inner.bytes
    }
    scribe.pass(&bytes)
    guard scribe.isReading else { return }
    let (kept, family) = (bytes, id)
    lateCheckIns = Late(making: {
      var checkIns = kept.kept([CheckIn].self) ?? []
      for index in checkIns.indices { checkIns[index].family = family }
      return checkIns
    })
  }
}

/// What summaries count of a family: a line for every field but the identity, which the directory has.
extension FamilyOutline {
  /// How many lines there are below; a test counts the fields.
  static let keptFieldCount = 4

  mutating func pass(through scribe: inout Scribe) {
    scribe.passText(&area)
    scribe.pass(&children)
    scribe.pass(&episodes)
    scribe.pass(&retractedVisits)
  }
}

extension RetractedVisit: Kept {
  static var blank: RetractedVisit { RetractedVisit(id: .blank, day: .blank, enteredAt: .blank) }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&id)
    scribe.pass(&day)
    scribe.pass(&enteredAt)
  }
}

extension EpisodeOutline: Kept {
  static var blank: EpisodeOutline { EpisodeOutline(steps: []) }
  mutating func pass(through scribe: inout Scribe) { scribe.pass(&steps) }
}

extension EpisodeOutline.Step: Kept {
  static var blank: EpisodeOutline.Step { EpisodeOutline.Step(stage: .referred, day: .blank, volunteer: nil) }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(choice: &stage)
    scribe.pass(&day)
    scribe.pass(&volunteer)
  }
}

extension Scribe {
  /// Passes a text that may not be there.
  mutating func passText(_ text: inout String?) {
    var isThere = text != nil
    pass(&isThere)
    var words = text ?? ""
    if isThere { pass(&words) }
    text = isThere ? words : nil
  }

  /// Passes texts.
  mutating func passTexts(_ texts: inout [String]) {
    var kept = texts.map { KeptText(text: $0) }
    pass(&kept)
    texts = kept.map(\.text)
  }

  /// Passes short texts without line ends, as one text.
  mutating func passLines(_ lines: inout [String]) {
    var text = lines.joined(separator: "\n")
    pass(&text)
    lines = text.split(separator: "\n").map(String.init)
  }

  /// Passes days that may each not be there.
  mutating func passDays(_ days: inout [Day?]) {
    var kept = days.map { KeptDay(day: $0) }
    pass(&kept)
    days = kept.map(\.day)
  }
}

/// A text where several stand in a row.
private struct KeptText: Kept {
  var text: String
  static var blank: KeptText { KeptText(text: "") }
  mutating func pass(through scribe: inout Scribe) { scribe.pass(&text) }
}

extension Person: Kept {
  /// How many lines there are below; a test counts the fields.
  static let keptFieldCount = 11

  static var blank: Person { Person(number: .blank, role: .child, name: "") }

  mutating func pass(through scribe: inout Scribe) {
    var number = number
    scribe.pass(&number)
    if number != self.number { self = Person(number: number, role: .child, name: "") }
    scribe.pass(choice: &role)
    scribe.pass(&name)
    scribe.pass(&isMainCarer)
    scribe.pass(&livesHere)
    scribe.pass(&birth)
    scribe.pass(&relationships)
    scribe.passText(&school)
    scribe.passText(&additionalNeeds)
    scribe.pass(&ethnicity)
    scribe.passText(&language)
  }
}

extension Birth: Kept {
  static var blank: Birth { .unknown }
  mutating func pass(through scribe: inout Scribe) {
    var (kind, day) = (0, Day.blank)
    switch self {
    case .unknown: break
    case .born(let born): (kind, day) = (1, born)
    case .due(let due): (kind, day) = (2, due)
    }
    scribe.pass(&kind)
    if kind != 0 { scribe.pass(&day) }
    self = kind == 1 ? .born(day) : kind == 2 ? .due(day) : .unknown
  }
}

extension Relationship: Kept {
  static var blank: Relationship { Relationship(child: .blank, word: "") }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&child)
    scribe.pass(&word)
  }
}

extension EthnicityID: Kept {}

extension Episode: Kept {
  static var blank: Episode {
    guard let episode = Episode(moves: [.blank]) else { preconditionFailure("an episode of one move") }
    return episode
  }
  mutating func pass(through scribe: inout Scribe) {
    var moves = moves
    scribe.pass(&moves)
    self = Episode(moves: moves) ?? .blank
  }
}

extension VisitModel.Moment: Kept {
  static var blank: VisitModel.Moment { VisitModel.Moment(.blank, .blank) }
  mutating func pass(through scribe: inout Scribe) {
    var (day, time) = (day, time)
    scribe.pass(&day)
    scribe.pass(&time)
    self = VisitModel.Moment(day, time)
  }
}

extension Outing: Kept {
  static var blank: Outing { Outing(volunteer: .blank, left: .blank, expectedHome: .blank) }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&volunteer)
    scribe.pass(&left)
    scribe.pass(&expectedHome)
  }
}

extension EpisodeMove: Kept {
  /// How many lines there are below; a test counts the fields.
  static let keptFieldCount = 6

  static var blank: EpisodeMove { EpisodeMove(episode: .blank, state: .referred, day: .blank) }

  mutating func pass(through scribe: inout Scribe) {
    var (episode, state, day, refusal, note) = (episode, state, day, refusal, note)
    var basedOn = basedOn.map { $0.rawValue }
    scribe.pass(&episode)
    scribe.pass(&state)
    scribe.pass(&day)
    scribe.pass(&refusal)
    scribe.pass(&basedOn)
    scribe.pass(&note)
    self = EpisodeMove(
      episode: episode, state: state, day: day, refusal: refusal, basedOn: basedOn.map { RecordID(bits: $0) },
      note: note)
  }
}

extension RefusalID: Kept {}

/// A state is its stage, and after it what belongs to that stage.
extension EpisodeState: Kept {
  static var blank: EpisodeState { .referred }

  mutating func pass(through scribe: inout Scribe) {
    var stage = stage
    var (volunteer, ending) = (volunteer ?? .blank, endingOn ?? .blank)
    var (reason, listed) = (reason?.text ?? "", self.ending?.listed)
    scribe.pass(choice: &stage)
    if stage.namesVolunteer { scribe.pass(&volunteer) }
    if stage == .endingPlanned { scribe.pass(&ending) }
    if stage == .refused || stage == .ended { scribe.pass(&reason) }
    if stage == .ended { scribe.pass(&listed) }
    switch stage {
    case .referred: self = .referred
    case .needsInformation: self = .needsInformation
    case .accepted: self = .accepted
    case .assessed: self = .assessed
    case .waiting: self = .waiting
    case .matched: self = .matched(volunteer)
    case .introduced: self = .introduced(volunteer)
    case .supported: self = .supported(volunteer)
    case .paused: self = .paused(volunteer)
    case .endingPlanned: self = .endingPlanned(volunteer, on: ending)
    case .refused:
      guard let reason = Reason.kept(reason) else { return scribe.lose() }
      self = .refused(reason)
    case .ended:
      if let listed {
        self = .ended(.listed(listed, Reason.kept(reason)))
      } else {
        guard let reason = Reason.kept(reason) else { return scribe.lose() }
        self = .ended(.inWords(reason))
      }
    }
  }
}

extension EndingReasonID: Kept {}

extension CheckIn: Kept {
  static var blank: CheckIn {
    CheckIn(
      family: .blank, person: .blank, instrument: .blank, version: .blank, answers: [], mode: .alone,
      point: .start, day: .blank)
  }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&person)
    scribe.pass(&instrument)
    scribe.pass(&version)
    scribe.pass(&answers)
    scribe.pass(choice: &mode)
    scribe.pass(choice: &point)
    scribe.pass(&day)
    scribe.pass(&words)
    scribe.pass(&elsewhere)
  }
}

extension DoneElsewhere: Kept {
  static var blank: DoneElsewhere { DoneElsewhere(by: "") }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&by)
    scribe.pass(&result)
  }
}

extension ItemAnswer: Kept {
  static var blank: ItemAnswer { ItemAnswer(item: .blank, answer: .notAsked) }
  mutating func pass(through scribe: inout Scribe) {
    var (item, answer) = (item, answer)
    scribe.pass(&item)
    scribe.pass(&answer)
    self = ItemAnswer(item: item, answer: answer)
  }
}

extension Answer: Kept {
  static var blank: Answer { .notAsked }
  mutating func pass(through scribe: inout Scribe) {
    var kind: Int
    var option = OptionID.blank
    var number = Hundredths.zero
    switch self {
    case .notAsked: kind = 0
    case .declined: kind = 1
    case .chose(let chosen): (kind, option) = (2, chosen)
    case .rated(let rated): (kind, number) = (3, rated)
    }
    scribe.pass(&kind)
    if kind == 2 { scribe.pass(&option) }
    if kind == 3 { scribe.pass(&number) }
    self = kind == 1 ? .declined : kind == 2 ? .chose(option) : kind == 3 ? .rated(number) : .notAsked
  }
}
