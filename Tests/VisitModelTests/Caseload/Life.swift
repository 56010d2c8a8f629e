import VisitModel

/// A random life of a caseload beside a plain account of it: the account is kept from what the commands were asked
/// to do, without the fold, so that the two can be compared.
struct Life {
  struct AccountedVisit {
    let id: RecordID
    var said: [Visit]
    var isRetracted = false
    var isFollowedUp = false
  }

  struct AccountedFamily {
    let id: FamilyID
    var visits: [AccountedVisit] = []
    var stages: [[EpisodeStage]]
    var began: [Day]

    var minutes: Minutes {
      visits.filter { !$0.isRetracted }.reduce(.zero) { $0 + ($1.said.last?.outcome.minutes ?? .zero) }
    }
    var openFollowUps: [RecordID] {
      visits.filter { !$0.isRetracted && !$0.isFollowedUp && $0.said.last?.followUp != nil }.map(\.id)
    }
  }

  private(set) var desk: Desk
  private(set) var families: [AccountedFamily]
  /// How many commands were refused.
  private(set) var refusals = 0
  private var draw: Draw

  init(seed: UInt64) throws {
    desk = try Desk.open()
    let began = Desk.today.advanced(by: -326)  // 1 January 2026, as the desk opens it.
    families = [AccountedFamily(id: Desk.family, stages: [[.supported]], began: [began])]
    draw = Draw(seed: seed)
  }

  /// Gives one more command, allowed or not; anything but a refusal is thrown on.
  mutating func step() throws {
    let index = draw.below(families.count)
    do {
      switch draw.below(10) {
      case 0: try addFamily()
      case 1, 2, 3: try move(index)
      case 4, 5: try visit(index)
      case 6, 7: try amend(index)
      case 8: try retract(index)
      default: try finishOrPlan(index)
      }
    } catch is Refusal {
      refusals += 1
    }
    if draw.once(in: 4) { desk.today = desk.today.advanced(by: 1) }
  }

  private mutating func addFamily() throws {
    let id = FamilyID(rawValue: draw.next())
    let stage = draw.one(of: EpisodeStage.allCases) ?? .referred
    let people = [
      TypedPerson(name: "A", role: "mother"), TypedPerson(name: "B", role: "child"),
      TypedPerson(name: "C", role: "child"),
    ]
    let family = TypedFamily([.name: "Family"], people: draw.once(in: 5) ? [] : people)
    try desk.add(family, move(to: stage), id: id)
    families.append(AccountedFamily(id: id, stages: [[stage]], began: [desk.today]))
  }

  private mutating func move(_ index: Int) throws {
    let stage = draw.one(of: EpisodeStage.allCases) ?? .referred
    try desk.move(move(to: stage), of: families[index].id)
    if let last = families[index].stages.last?.last, PathwayTests.closed.contains(last) {
      families[index].stages.append([stage])
      families[index].began.append(desk.today)
    } else {
      families[index].stages[families[index].stages.count - 1].append(stage)
    }
  }

  private func move(to stage: EpisodeStage) -> TypedMove {
    TypedMove(stage: stage.rawValue, volunteer: "V-01", endingOn: "+90", reason: "why")
  }

  private mutating func visit(_ index: Int) throws {
    var visit = TypedVisitTests.visit(&draw)
    visit.family = families[index].id
    let date = draw.once(in: 6) ? "+3" : visit.day.description
    let texts = TypedVisit(visit).texts.merging([.date: date]) { $1 }
    let id = try desk.visit(texts, of: visit.family)
    guard let id else { return }
    visit.day = date == "+3" ? desk.today.advanced(by: 3) : visit.day
    let begun = families[index].began.lastIndex { $0 <= visit.day } ?? 0
    visit.episode = EpisodeNumber(begun + 1)
    families[index].visits.append(AccountedVisit(id: id, said: [visit]))
  }

  private mutating func amend(_ index: Int) throws {
    guard !families[index].visits.isEmpty else { return }
    let place = draw.below(families[index].visits.count)
    let accounted = families[index].visits[place]
    guard var visit = accounted.said.last else { return }
    switch draw.below(4) {
    case 0: visit.note = "note \(draw.below(9))"
    case 1: visit.worry = visit.worry == nil ? "a worry" : nil
    case 2: visit.miles = Miles(tenths: draw.below(3_100))
    default: visit.followUp = draw.once(in: 3) ? nil : FollowUp(what: "thing \(draw.below(3))", by: nil)
    }
    let reason = draw.once(in: 8) ? "" : "put right"
    let command = AmendVisit(record: accounted.id, typed: TypedVisit(visit), reason: reason)
    desk.record(try command.facts(in: desk.caseload, lists: Desk.lists, today: desk.today))
    let before = accounted.said.last?.followUp?.what
    if let what = visit.followUp?.what, what != before {
      families[index].visits[place].isFollowedUp = false
    }
    families[index].visits[place].said.append(visit)
  }

  private mutating func retract(_ index: Int) throws {
    guard !families[index].visits.isEmpty else { return }
    let place = draw.below(families[index].visits.count)
    try desk.retract(families[index].visits[place].id)
    families[index].visits[place].isRetracted = true
  }

  private mutating func finishOrPlan(_ index: Int) throws {
    let id = families[index].id
    guard draw.once(in: 2), let place = families[index].visits.indices.randomElement(using: &draw) else {
      let command = PlanVisit(family: id, day: "+\(draw.below(20))", start: "10:00")
      desk.record(try command.facts(in: desk.caseload, today: desk.today))
      return
    }
    let visit = families[index].visits[place].id.description
    desk.record(try FinishFollowUp(family: id, visit: visit).facts(in: desk.caseload))
    families[index].visits[place].isFollowedUp = true
  }
}
