import VisitLibrary
import VisitModel

// What is recorded around visits: reviews, feedback, consents and the like; concerns; services; the scheme itself.

extension Giver {
  mutating func around(
    _ command: AnyCommand, _ file: FamilyFile, _ caseload: Caseload
  ) throws -> [Fact] {
    switch command {
    case .review:
      let typed = TypedReview([
        .overall: draw.one(of: OutcomeWord.words) ?? "", .date: day(),
        .strategy: draw.once(in: 4) ? "" : entry(StrategyID.self), .strategyReason: word(),
        .worked: draw.one(of: StrategyVerdict.Worked.words) ?? "",
        .answers: draw.once(in: 2) ? answers(Giver.shipped.scales.coping) : "",
      ])
      return try RecordReview(family: file.id, typed: typed, scales: Giver.shipped.scales)
        .facts(in: caseload, lists: lists, as: .supervisor, today: today)
    case .correctReview:
      guard let record = draw.one(of: file.evaluation.reviews), let said = record.lastSaid else { return [] }
      if draw.once(in: 3) { return try RetractReview(record: record.id, reason: "slip").facts(in: caseload) }
      var typed = TypedReview(said)
      typed[.note] = word() + word()
      return try AmendReview(record: record.id, typed: typed, reason: "slip")
        .facts(in: caseload, lists: lists, today: today)
    case .feedback:
      return try RecordFeedback(
        family: file.id, typed: TypedFeedback([.themes: entry(ThemeID.self), .familyWords: word()])
      ).facts(in: caseload, lists: lists, today: today)
    case .correctFeedback:
      let record = draw.one(of: file.evaluation.feedback)?.id ?? RecordID(bits: 1)
      let typed = draw.once(in: 2) ? nil : TypedFeedback([.familyWords: word() + word()])
      return try CorrectFeedback(record: record, typed: typed, reason: "slip")
        .facts(in: caseload, lists: lists, today: today)
    case .consent:
      return try GiveConsent(
        family: file.id,
        typed: TypedConsent([.consent: draw.one(of: ConsentKind.words) ?? "", .agency: "Hub", .date: day()])
      ).facts(in: caseload, today: today)
    case .withdraw:
      let record = draw.one(of: file.background.consents)?.id ?? RecordID(bits: 1)
      return try WithdrawConsent(record: record, words: word()).facts(in: caseload, today: today)
    case .lifeEvent:
      return try RecordLifeEvent(
        family: file.id, texts: [.date: day(), .event: entry(LifeEventID.self), .what: word()]
      ).facts(in: caseload, lists: lists, today: today)
    case .healthReview:
      return try RecordHealthReview(
        family: file.id,
        texts: [
          .person: "P2", .healthReview: draw.one(of: HealthReviewKind.allCases)?.rawValue ?? "", .date: day(),
        ]
      ).facts(in: caseload, today: today)
    default:
      let own = file.background.consents.map(\.id) + file.background.lifeEvents.map(\.id)
      return try RetractBackground(record: draw.one(of: own) ?? RecordID(bits: 1), reason: "slip")
        .facts(in: caseload)
    }
  }

  mutating func concern(
    _ command: AnyCommand, _ file: FamilyFile, _ caseload: Caseload
  ) throws -> [Fact] {
    let id = draw.one(of: caseload.concerns.all)?.id ?? RecordID(bits: 1)
    switch command {
    case .raise:
      return try RaiseConcern(
        id: RecordID(bits: draw.next()),
        typed: TypedConcern([
          .family: file.number.description, .seen: word(),
          .danger: draw.one(of: ConcernDanger.words) ?? "",
        ])
      ).facts(in: caseload, as: Giver.member, now: now)
    case .amendConcern:
      guard let known = caseload.concerns[id] else { return [] }
      var typed = TypedConcern(known.concern, in: caseload)
      typed[.said] = word() + word()
      return try AmendConcern(id: id, typed: typed, reason: "more").facts(
        in: caseload, as: Giver.member, now: now)
    case .acknowledge:
      return try AcknowledgeConcern(id: id).facts(in: caseload, as: Giver.member, now: now)
    case .act:
      return try ActOnConcern(id: id, typed: TypedConcernAction(what: word()))
        .facts(in: caseload, as: Giver.member, now: now)
    default:
      return try CloseConcern(id: id, reason: word()).facts(in: caseload, as: Giver.member, now: now)
    }
  }

  mutating func service(
    _ command: AnyCommand, _ file: FamilyFile, _ caseload: Caseload
  ) throws -> [Fact] {
    let record = draw.one(of: file.services.all)?.id ?? RecordID(bits: 1)
    switch command {
    case .useService:
      let service = draw.one(of: caseload.directory.inOrder)?.number.description ?? ""
      let state = (draw.once(in: 2) ? .attending : draw.one(of: ServiceState.allCases))?.rawValue ?? ""
      return try UseService(
        family: file.id, typed: TypedServiceUse([.service: service, .serviceState: state])
      ).facts(in: caseload, today: today)
    case .moveService:
      return try MoveService(
        family: file.id, record: record, state: draw.one(of: ServiceState.allCases)?.rawValue ?? "",
        words: word(), safeguardingReason: draw.once(in: 2) ? "safety" : ""
      ).facts(in: caseload, today: today)
    case .session:
      return try NoteSession(family: file.id, record: record, attended: draw.once(in: 2) ? "yes" : "no")
        .facts(in: caseload, today: today)
    default:
      guard let used = file.services.use(record) else { return [] }
      if draw.once(in: 4) {
        return try RetractServiceUse(family: file.id, record: record, reason: "slip").facts(in: caseload)
      }
      var typed = TypedServiceUse(used.said)
      typed[.purpose] = word() + word()
      return try AmendServiceUse(family: file.id, record: record, typed: typed, reason: "slip")
        .facts(in: caseload, today: today)
    }
  }

  mutating func scheme(_ command: AnyCommand, _ caseload: Caseload) throws -> [Fact] {
    let few = Array(caseload.volunteersInOrder.prefix(3))
    let number = draw.one(of: few)?.number ?? VolunteerNumber(1)
    switch command {
    case .addVolunteer:
      return try AddVolunteer(name: "Volunteer \(draw.below(500))").facts(in: caseload, lists: lists)
    case .amendVolunteer:
      guard let known = caseload.volunteers[number] else { return [] }
      var typed = TypedVolunteer(known)
      typed[.phone] = "0770090\(1_000 + draw.below(8_000))"
      return try AmendVolunteer(number: number, typed: typed, reason: "moved")
        .facts(in: caseload, lists: lists)
    case .note: return try note(number, caseload)
    case .correctNote:
      let record = draw.one(of: caseload.volunteerFile(number).notes)?.id ?? RecordID(bits: 1)
      return try RetractVolunteerNote(record: record, reason: "slip").facts(in: caseload)
    case .addService:
      return try AddService(
        typed: TypedService([.organisation: "Hub", .serviceName: "Group \(draw.below(500))"])
      ).facts(in: caseload, lists: lists)
    case .amendService:
      guard let known = draw.one(of: caseload.directory.inOrder) else { return [] }
      var typed = TypedService(known)
      typed[.about] = word() + word()
      return try AmendService(number: known.number, typed: typed, reason: "changed")
        .facts(in: caseload, lists: lists)
    case .scheme:
      return try AmendScheme([.name: "Scheme \(draw.below(9))"]).facts(in: caseload, today: today)
    default:
      return try SwitchInstrument(Giver.shipped.phq, isOn: draw.once(in: 2)).facts(in: caseload)
    }
  }

  mutating func note(_ number: VolunteerNumber, _ caseload: Caseload) throws -> [Fact] {
    let kind = draw.once(in: 3) ? .claim : draw.one(of: VolunteerNoteKind.allCases) ?? .training
    let typed = TypedVolunteerNote(
      kind,
      [
        .date: day(), .referee: word() + "\(draw.below(9))", .isGood: "yes", .checkLevel: "dbs_enhanced",
        .certificate: "001234567890", .seenBy: "Ann Lee", .session: word(), .finished: "yes",
        .supervisor: "Ann Lee", .title: word(), .month: now.day.month.description,
      ])
    return try NoteVolunteer(volunteer: number, typed: typed)
      .facts(in: caseload, lists: lists, today: today)
  }
}
