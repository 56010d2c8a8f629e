import VisitLibrary
import VisitModel

/// Every kind of thing that somebody of the office can do to a caseload, drawn at random; some of it is refused.
enum AnyCommand: CaseIterable {
  case addFamily, amendFamily, referral, answer, assess, plan, amendPlan, tick, move, correctMove, match, end
  case visit, amendVisit, retractVisit, planVisit, followUp
  case checkIn, goals, retractCheckIn, review, correctReview, feedback, correctFeedback
  case consent, withdraw, lifeEvent, healthReview, retractBackground, retractAssessment
  case raise, amendConcern, acknowledge, act, close
  case addVolunteer, amendVolunteer, note, correctNote
  case setOut, comeHome, addService, amendService, useService, moveService, session, correctUse
  case hold, letter, scheme, instrument
}

/// Who gives a command, when, and with which numbers drawn.
struct Giver {
  var now: Moment
  var draw: Draw
  static let member = Member(number: MemberNumber(1), name: "Ann Lee", role: .supervisor)
  static let lists = Desk.shippedLists
  /// What ships with the program, read once.
  static let shipped: (scales: FamilyScales, phq: Instrument, letters: [LetterTemplate]) = {
    do {
      let library = try Library.load()
      return (
        FamilyScales(coping: try library.instrument(.coping), goals: try library.instrument(.goals)),
        try library.instrument(InstrumentID(rawValue: "phq9")), try Library.letters()
      )
    } catch { preconditionFailure("\(error)") }
  }()

  var today: Day { now.day }
  var lists: SchemeLists { Giver.lists }

  /// The facts that a command comes to; throws its refusal.
  mutating func facts(of command: AnyCommand, in caseload: Caseload) throws -> [Fact] {
    let files = caseload.familiesInOrder
    guard command != .addFamily, let file = draw.one(of: files) else { return try addFamily(caseload) }
    switch command {
    case .addFamily: return try addFamily(caseload)
    case .amendFamily, .referral, .answer, .assess, .plan, .amendPlan, .tick, .move, .correctMove, .match,
      .end, .retractAssessment, .letter, .hold:
      return try pathway(command, file, caseload)
    case .visit, .amendVisit, .retractVisit, .planVisit, .followUp, .checkIn, .goals, .retractCheckIn,
      .setOut, .comeHome:
      return try visiting(command, file, caseload)
    case .review, .correctReview, .feedback, .correctFeedback, .consent, .withdraw, .lifeEvent, .healthReview,
      .retractBackground:
      return try around(command, file, caseload)
    case .raise, .amendConcern, .acknowledge, .act, .close: return try concern(command, file, caseload)
    case .useService, .moveService, .session, .correctUse: return try service(command, file, caseload)
    case .addVolunteer, .amendVolunteer, .note, .correctNote, .addService, .amendService, .scheme,
      .instrument:
      return try scheme(command, caseload)
    }
  }

  mutating func word() -> String { draw.one(of: ["one", "two", "three", "four"]) ?? "one" }
  mutating func day() -> String { draw.once(in: 8) ? "+3" : "-\(draw.below(30))" }
  mutating func entry<ID: SchemeListID>(_ kind: ID.Type) -> String {
    draw.one(of: lists.entries(kind).map(\.id.rawValue)) ?? ""
  }
  mutating func volunteer(_ caseload: Caseload) -> String {
    draw.one(of: Array(caseload.volunteersInOrder.prefix(3)))?.number.description ?? ""
  }

  mutating func addFamily(_ caseload: Caseload) throws -> [Fact] {
    let people = [
      TypedPerson(name: "Rosie", role: "mother"),
      TypedPerson(name: "Noah", role: "child", birth: "2025-09-10"),
    ]
    let family = AddFamily(
      typed: TypedFamily([.name: "Family \(draw.below(1_000))"], people: people),
      move: TypedMove(stage: "referred"), id: FamilyID(rawValue: draw.next()))
    return try ReferFamily(
      family: family, referral: TypedReferral([.source: "self", .agreement: "self-referral"])
    )
    .facts(in: caseload, lists: lists, today: today)
  }

  mutating func pathway(
    _ command: AnyCommand, _ file: FamilyFile, _ caseload: Caseload
  ) throws -> [Fact] {
    switch command {
    case .amendFamily:
      var typed = TypedFamily(file.family)
      typed[.name] = "Family \(draw.below(1_000))"
      return try AmendFamily(id: file.id, typed: typed, reason: "renamed")
        .facts(in: caseload, lists: lists, today: today)
    case .referral:
      return try RecordReferral(
        family: file.id,
        typed: TypedReferral([.source: entry(ReferralSourceID.self), .declaredBy: "Dr Cole"])
      ).facts(in: caseload, lists: lists, today: today)
    case .assess:
      return try RecordAssessment(
        family: file.id,
        typed: TypedAssessment([
          .worrying: word(), .scores: "isolation=\(draw.below(7)),confidence=2", .riskCheck: "clear",
          .level: "targeted", .levelReason: "one need",
        ]), coping: Giver.shipped.scales.coping ?? Giver.shipped.phq
      ).facts(in: caseload, lists: lists, as: .supervisor, today: today)
    case .plan:
      return try MakePlan(
        family: file.id,
        typed: TypedPlan(
          endingOn: "+200",
          goals: (0...draw.below(3)).map { place in
            TypedGoal(words: "goal \(place)", actions: [TypedAction(what: "act \(place)")])
          })
      ).facts(in: caseload, lists: lists, today: today)
    case .amendPlan:
      guard let record = file.supportPlan, let said = record.current else { return [] }
      var typed = TypedPlan(said)
      if draw.once(in: 2), typed.goals.count > 1 { typed.goals.removeFirst() }
      typed.goals.append(TypedGoal(words: "more \(draw.below(90))"))
      return try AmendPlan(record: record.id, typed: typed, reason: "talked again")
        .facts(in: caseload, lists: lists, today: today)
    case .tick:
      return try TickAction(family: file.id, action: "\(1 + draw.below(3))", isUndone: draw.once(in: 4))
        .facts(in: caseload, today: today)
    case .answer:
      let move = TypedMove(stage: "accepted")
      return try MoveEpisode(id: file.id, typed: move).facts(in: caseload, lists: lists, today: today)
    case .move: return try move(file, caseload)
    case .correctMove:
      let record = draw.one(of: file.episodeLogs.flatMap(\.moves))?.id ?? RecordID(bits: 1)
      return draw.once(in: 2)
        ? try RetractMove(record: record, reason: "slip").facts(in: caseload, lists: lists)
        : try AmendMove(
          record: record, typed: TypedMove(stage: file.episode?.state.stage.rawValue ?? "", day: day()),
          reason: "slip"
        ).facts(in: caseload, lists: lists, today: today)
    case .match:
      return try MakeMatch(family: file.id, volunteer: volunteer(caseload), why: word())
        .facts(in: caseload, lists: lists, today: today)
    case .end: return try end(file, caseload)
    case .retractAssessment:
      let own =
        file.assessment.assessments.map(\.id) + file.assessment.plans.map(\.id)
        + file.assessment.referrals.map(\.id)
      return try RetractAssessment(record: draw.one(of: own) ?? RecordID(bits: 1), reason: "slip")
        .facts(in: caseload)
    case .letter:
      guard let letter = draw.one(of: Giver.shipped.letters) else { return [] }
      return try WriteLetter(family: file.id, template: letter).facts(in: caseload, today: today)
    default:
      return draw.once(in: 2)
        ? try SetHold(family: file.id, reason: "court").facts(in: caseload, by: Giver.member, today: today)
        : try LiftHold(family: file.id, reason: "over").facts(in: caseload, by: Giver.member, today: today)
    }
  }

  mutating func move(_ file: FamilyFile, _ caseload: Caseload) throws -> [Fact] {
    let allowed = lists.pathway.stages(after: file.episode?.state.stage)
    let stage = draw.once(in: 4) ? draw.one(of: EpisodeStage.allCases) : draw.one(of: allowed)
    return try MoveEpisode(
      id: file.id,
      typed: TypedMove(
        stage: stage?.rawValue ?? "", volunteer: draw.once(in: 2) ? volunteer(caseload) : "",
        endingOn: "+60", reason: "why")
    ).facts(in: caseload, lists: lists, today: today)
  }

  mutating func end(_ file: FamilyFile, _ caseload: Caseload) throws -> [Fact] {
    var typed = TypedEnding([.ending: "goals_reached", .familyWords: word()])
    switch draw.below(4) {
    case 0: typed[.finalScores] = "declined"
    case 1: typed[.finalScores] = "not asked"
    case 2: typed[.answers] = answers(Giver.shipped.scales.coping)
    default: break
    }
    return try EndSupport(family: file.id, typed: typed, scales: Giver.shipped.scales)
      .facts(in: caseload, lists: lists, as: .supervisor, today: today)
  }

  mutating func answers(_ instrument: Instrument?) -> String {
    (instrument?.items ?? []).map { item in draw.one(of: item.allowedAnswers) ?? "-" }.joined(separator: ",")
  }

  mutating func visiting(
    _ command: AnyCommand, _ file: FamilyFile, _ caseload: Caseload
  ) throws -> [Fact] {
    switch command {
    case .visit:
      let outcome = draw.one(of: ["done", "no answer", "cancelled by family"]) ?? "done"
      let typed = TypedVisit([
        .date: day(), .outcome: outcome, .minutes: outcome == "done" ? "\(draw.below(800))" : "",
        .start: "\(8 + draw.below(9)):00", .volunteers: volunteer(caseload), .note: word(),
        .miles: outcome == "done" ? "5" : "", .followUp: draw.once(in: 3) ? word() : "",
        .worry: draw.once(in: 9) ? word() : "",
        .signposted: draw.once(in: 4) ? "S-001; \(word())" : "",
        .attendedTogether: draw.once(in: 5) ? word() : "",
        .moments: draw.once(in: 4) ? "looking" : "", .momentWords: draw.once(in: 6) ? word() : "",
      ])
      return try RecordVisit(typed: typed, family: file.id)
        .facts(in: caseload, lists: lists, today: today)
    case .amendVisit:
      guard let record = draw.one(of: file.visits), let said = record.lastSaid else { return [] }
      var typed = TypedVisit(said)
      typed[.note] = word() + word()
      return try AmendVisit(record: record.id, typed: typed, reason: "slip")
        .facts(in: caseload, lists: lists, today: today)
    case .retractVisit:
      return try RetractVisit(record: draw.one(of: file.visits)?.id ?? RecordID(bits: 1), reason: "slip")
        .facts(in: caseload)
    case .planVisit:
      return try PlanVisit(family: file.id, day: "+\(draw.below(20))", start: "10:00")
        .facts(in: caseload, today: today)
    case .followUp:
      return try FinishFollowUp(family: file.id, visit: draw.one(of: file.visits)?.id.description ?? "x")
        .facts(in: caseload)
    case .checkIn, .goals:
      let scale = command == .goals ? Giver.shipped.scales.goals : Giver.shipped.scales.coping
      guard let asked = scale?.asked(of: file, on: today) else { return [] }
      return try RecordCheckIn(
        family: file.id, instrument: asked,
        typed: TypedCheckIn(
          person: "Rosie", answers: answers(asked).split(separator: ",").map(String.init),
          point: draw.one(of: CheckInPoint.allCases)?.rawValue ?? "", day: day())
      ).facts(in: caseload, as: .supervisor, today: today)
    case .retractCheckIn:
      return try RetractCheckIn(record: draw.one(of: file.checkIns)?.id ?? RecordID(bits: 1), reason: "slip")
        .facts(in: caseload)
    case .setOut:
      return try SetOut(family: file.id, volunteer: draw.once(in: 2) ? volunteer(caseload) : "")
        .facts(in: caseload, now: now)
    default: return try ComeHome(family: file.id).facts(in: caseload, now: now)
    }
  }
}
