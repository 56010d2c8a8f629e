internal import SwiftProtobuf
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
    scribe.pass(&checkIns)
    for index in checkIns.indices { checkIns[index].family = id }
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

/// A person is kept as the log's own records say it, so that nothing that is added to a person is lost here.
extension Person: Kept {
  static var blank: Person { Person(number: .blank, role: .child, name: "") }

  mutating func pass(through scribe: inout Scribe) {
    var bytes: [UInt8] = []
    if let wire = try? WirePerson(self) { bytes = wireBytes(wire) }
    scribe.pass(&bytes)
    guard let wire = try? WirePerson(serializedBytes: bytes), let person = try? wire.person() else {
      return scribe.lose()
    }
    self = person
  }
}

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

/// A move has parts that differ from stage to stage: it is kept as the log's own records say it.
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
  static var blank: EpisodeMove { EpisodeMove(episode: .blank, state: .referred, day: .blank) }

  mutating func pass(through scribe: inout Scribe) {
    var (outer, box): ([UInt8], [UInt8]) = ([], [])
    if let parts = try? Fact.episodeMoved(.blank, self).parts() {
      (outer, box) = (wireBytes(parts.outer), parts.box)
    }
    scribe.pass(&outer)
    scribe.pass(&box)
    guard let wire = try? WireOuter(serializedBytes: outer),
      case .episodeMoved(_, let move)? = try? Fact(.episodeMoved, wire, box: box)
    else { return scribe.lose() }
    self = move
  }
}

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
