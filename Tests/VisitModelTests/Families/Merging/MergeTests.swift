import Testing
import VisitModel

@Suite("Two families that are one")
struct MergeTests {
  @Test("say first who is who, what comes along and what does not fit together")
  func preview() throws {
    let desk = try MergeDesk()
    let preview = try desk.preview()
    #expect(preview.people.map(\.number.description) == ["P1", "P2", "P4"])
    #expect(preview.people.map(\.same?.name) == ["Rosie Abbott", "Noah Abbott", nil])
    let amounts = Dictionary(uniqueKeysWithValues: preview.amounts.map { ($0.kind, $0.count) })
    #expect(
      amounts == [
        .episodes: 1, .referrals: 1, .visits: 1, .consents: 1, .concerns: 1,
      ])
    // Day and month of Noah's birthday were swapped.
    guard case .birth(let one, let other)? = preview.clashes.first else {
      Issue.record("no clash of birthdays in \(preview.clashes)")
      return
    }
    #expect(one.name == "Noah Abbot" && other.name == "Noah Abbott" && preview.clashes.count == 1)
    #expect(!preview.isStopped)
  }

  @Test("are one file: everything of both, each person once, under the number that goes on")
  func joined() throws {
    var desk = try MergeDesk()
    try desk.merge()
    let file = try #require(desk.file)
    #expect(file.family.people.map(\.name) == ["Rosie Abbott", "Noah Abbott", "Ivy Abbott", "Gran Abbot"])
    #expect(file.family.people.map(\.number.description) == ["P1", "P2", "P3", "P4"])
    #expect(file.family.phones.map(\.number) == ["07700 900142"])
    #expect(file.family.risks == "dog in the kitchen")
    #expect(file.visits.map(\.current?.note) == ["first of F-0001", "first of F-0002"])
    let joined = try #require(file.visits.last?.current)
    #expect(joined.attendance.map(\.person.description) == ["P1", "P4"])
    #expect(joined.family == Desk.family && file.lastContact == joined)
    #expect(file.background.permits(sharingWith: "the hub", on: Desk.today))
    #expect(file.background.consents.first?.current?.by == PersonNumber(4))
    let concerns = desk.desk.caseload.concerns.about(Desk.family)
    #expect(
      concerns.map(\.concern.subject) == [.family(Desk.family, people: [PersonNumber(4)], others: "")])
  }

  @Test("go on with the episode that is open, whatever was closed before or after it")
  func episodes() throws {
    var desk = try MergeDesk()
    try desk.merge()
    let file = try #require(desk.file)
    #expect(file.episodes.map(\.number.count) == [2, 1])
    #expect(file.episode?.state == .supported(VolunteerNumber(1)) && file.volunteer == VolunteerNumber(1))
    try desk.desk.move(TypedMove(stage: "ended", reason: "moved away"))
    try desk.desk.move(TypedMove(stage: "referred"))
    #expect(desk.file?.episode?.number == EpisodeNumber(3))
    #expect(desk.file?.episode?.state == .referred)
    #expect(desk.file?.setAsideMoves.isEmpty == true)
  }

  @Test("cannot be one while both have an open episode, and nobody decides that by merging")
  func bothOpen() throws {
    let desk = try MergeDesk(closed: false)
    let preview = try desk.preview()
    #expect(preview.isStopped)
    #expect(preview.clashes.first == .episodes(.referred, .supported(VolunteerNumber(1))))
    let refused = problems {
      _ = try desk.command().facts(
        in: desk.desk.caseload, lists: Desk.shippedLists, by: MergeDesk.ann, today: Desk.today
      ) { _ in [] }
    }
    #expect(
      refused == [
        Problem(
          field: .mergeInto,
          fault: .bothOpen(FamilyNumber(2), .referred, FamilyNumber(1), .supported))
      ])
  }

  @Test("count once in every list, and the number that is not used any more still leads to them")
  func lists() throws {
    var desk = try MergeDesk()
    try desk.merge()
    let caseload = desk.desk.caseload
    #expect(caseload.families.count == 1)
    #expect(caseload.familiesInOrder.map(\.number) == [FamilyNumber(1)])
    #expect(caseload.families.standings.map(\.number) == [FamilyNumber(1)])
    #expect(caseload.families.standings == caseload.familiesInOrder.map(FamilyStanding.init))
    #expect(caseload.family(FamilyNumber(2))?.number == FamilyNumber(1))
    #expect(caseload.families[MergeDesk.again]?.id == Desk.family)
    #expect(caseload.families.standing(of: MergeDesk.again)?.id == Desk.family)
    #expect(caseload.merge(of: FamilyNumber(2))?.current?.into == Desk.family)
    #expect(caseload.nextFamilyNumber == FamilyNumber(3))
    let visits = caseload.families.mapVisits([]) { batch in
      batch.shares.flatMap { share in share.rows.map { _ in share.number } }
    }.flatMap(\.self)
    #expect(visits == [FamilyNumber(1), FamilyNumber(1)])
    let same = caseload.likelySame(
      as: TypedFamily([.name: "Abbott", .phone: "07700 900142"]), lists: Desk.shippedLists, today: Desk.today)
    #expect(same.map(\.family) == [Desk.family])
  }

  @Test("are exactly what they were once the merge is taken back")
  func undone() throws {
    var desk = try MergeDesk()
    let (before, other) = (try #require(desk.file), try #require(desk.again))
    let concerns = desk.desk.caseload.concerns
    try desk.merge()
    #expect(desk.file != before)
    try desk.undo()
    #expect(desk.file == before)
    #expect(desk.again == other)
    #expect(desk.desk.caseload.families.standings == [before, other].map(FamilyStanding.init))
    #expect(desk.desk.caseload.concerns.all == concerns.all)
    #expect(desk.desk.caseload.family(FamilyNumber(2)) == other)
    // It is all on record.
    let history = desk.desk.caseload.families.merges.history(of: MergeDesk.again)
    #expect(history.map(\.isRetracted) == [true])
    #expect(history.first?.latest.reason?.text == "two families after all")
  }

  @Test("keep what was recorded since with the family it was recorded of")
  func since() throws {
    var desk = try MergeDesk()
    let other = try #require(desk.again)
    try desk.merge()
    try desk.desk.visit([.date: "-1", .there: "P1, P4", .note: "since"])
    try desk.undo()
    let file = try #require(desk.file)
    #expect(file.visits.map(\.current?.note) == ["first of F-0001", "since"])
    #expect(desk.again == other)
    // Gran is named by a visit of F-0001, so she stays among its people under the number she had there.
    #expect(file.family.people.map(\.number.description) == ["P1", "P2", "P3", "P4"])
    #expect(file.family.person(PersonNumber(4))?.name == "Gran Abbot")
  }

  @Test("take people off again who came with the merge and were only copied by an amendment since")
  func copied() throws {
    var desk = try MergeDesk()
    let before = try #require(desk.file).family
    try desk.merge()
    var typed = TypedFamily(try #require(desk.file).family)
    typed[.languages] = "Welsh"
    let amend = AmendFamily(id: Desk.family, typed: typed, reason: "they said so")
    desk.desk.record(
      try amend.facts(in: desk.desk.caseload, lists: Desk.shippedLists, today: Desk.today))
    let preview = try UndoMerge(family: MergeDesk.again, reason: "").preview(
      in: desk.desk.caseload, by: MergeDesk.ann)
    #expect(preview.leaving.map(\.name) == ["Gran Abbot"] && preview.staying.isEmpty)
    try desk.undo()
    #expect(desk.file?.family.people == before.people)
    #expect(desk.file?.family.languages == ["Welsh"])
  }

  @Test("have every correction made while they were one with the record that it corrects")
  func corrections() throws {
    var desk = try MergeDesk()
    try desk.merge()
    try desk.desk.amend(desk.visit, [.note: "put right", .there: "P4"])
    let withdraw = WithdrawConsent(record: desk.consent, day: "today")
    desk.desk.record(try withdraw.facts(in: desk.desk.caseload, today: Desk.today))
    #expect(desk.file?.visits.last?.current?.note == "put right")
    #expect(desk.file?.visits.last?.current?.attendance.map(\.person) == [PersonNumber(4)])
    #expect(desk.file?.background.permits(sharingWith: "The Hub", on: Desk.today) == false)
    try desk.undo()
    let again = try #require(desk.again)
    #expect(again.visits.first?.current?.note == "put right")
    #expect(again.visits.first?.current?.attendance.map(\.person) == [PersonNumber(3)])
    #expect(again.visits.first?.current?.family == MergeDesk.again)
    #expect(again.background.withdrawal(of: desk.consent)?.day == Desk.today)
    #expect(desk.file?.visits.count == 1 && desk.file?.background.withdrawals.isEmpty == true)
  }

  @Test("move on along the pathway in the file of the family whose episode it is")
  func moves() throws {
    var desk = try MergeDesk(closed: false)
    try desk.desk.move(TypedMove(stage: "ended", reason: "moved away"))
    let own = try #require(desk.file).episodes
    try desk.merge()
    #expect(desk.file?.episode?.number == EpisodeNumber(2) && desk.file?.episode?.state == .referred)
    try desk.desk.move(TypedMove(stage: "accepted"))
    try desk.desk.move(TypedMove(stage: "assessed"))
    #expect(desk.file?.episode?.state == .assessed)
    try desk.undo()
    #expect(desk.file?.episodes == own)
    #expect(desk.again?.episode?.state == .assessed && desk.again?.episode?.number == EpisodeNumber(1))
    #expect(desk.again?.setAsideMoves.isEmpty == true && desk.file?.setAsideMoves.isEmpty == true)
  }

  @Test("are merged by the office, with a reason, and never by a volunteer or with themselves")
  func who() throws {
    let desk = try MergeDesk()
    #expect(throws: Refusal(.role, .notForRole(.volunteer))) { try desk.preview(by: MergeDesk.lena) }
    #expect(throws: Refusal(.reason, .missing)) {
      try desk.command(reason: " ").facts(
        in: desk.desk.caseload, lists: Desk.shippedLists, by: MergeDesk.ann, today: Desk.today
      ) { _ in [] }
    }
    let itself = MergeFamilies(family: Desk.family, into: Desk.family, reason: "why")
    #expect(throws: Refusal(.mergeInto, .sameFamily(FamilyNumber(1)))) {
      try itself.preview(
        in: desk.desk.caseload, lists: Desk.shippedLists, by: MergeDesk.ann, today: Desk.today)
    }
    #expect(throws: Refusal(.family, .notMerged(FamilyNumber(2)))) {
      try UndoMerge(family: MergeDesk.again).preview(in: desk.desk.caseload, by: MergeDesk.ann)
    }
    var merged = desk
    try merged.merge()
    #expect(throws: Refusal(.role, .notForRole(.volunteer))) {
      try UndoMerge(family: MergeDesk.again).preview(in: merged.desk.caseload, by: MergeDesk.lena)
    }
  }

  @Test("have the people in common that somebody says they have")
  func same() throws {
    let desk = try MergeDesk()
    #expect(try desk.preview(same: "none").people.map(\.number.description) == ["P4", "P5", "P6"])
    #expect(try desk.preview(same: "P3=P1").people.map(\.number.description) == ["P4", "P5", "P1"])
    #expect(try desk.preview(same: "Gran=Rosie").people.map(\.number.description) == ["P4", "P5", "P1"])
    for wrong in ["P3", "P9=P1", "P1=P9", "P1=P1,P2=P1", "P1=P1,P1=P2"] {
      #expect(refusedFields { _ = try desk.preview(same: wrong) } == [.samePeople], "\(wrong)")
    }
  }

  @Test(
    "may be three: each merge is taken back by itself, the last one first where they lie behind one another")
  func chain() throws {
    var desk = try MergeDesk()
    let third = FamilyID(rawValue: 9)
    try desk.desk.add(
      TypedFamily([.name: "Abbott"], people: [TypedPerson(name: "Rosie Abbott", role: "mother")]),
      TypedMove(stage: "referred"), id: third)
    try desk.desk.move(TypedMove(stage: "refused", reason: "twice"), of: third)
    let before = desk.desk.caseload.familiesInOrder
    let first = MergeFamilies(family: third, into: MergeDesk.again, same: "none", reason: "twice")
    desk.desk.record(
      try first.facts(
        in: desk.desk.caseload, lists: Desk.shippedLists, by: MergeDesk.ann, today: Desk.today
      ) { _ in [] })
    try desk.merge()
    #expect(desk.desk.caseload.families.count == 1)
    #expect(desk.desk.caseload.family(FamilyNumber(3))?.number == FamilyNumber(1))
    #expect(desk.file?.family.people.count == 5 && desk.file?.episodes.count == 3)
    #expect(throws: Refusal(.family, .mergedOn(FamilyNumber(2), into: FamilyNumber(1)))) {
      try UndoMerge(family: third).preview(in: desk.desk.caseload, by: MergeDesk.ann)
    }
    try desk.undo()
    #expect(desk.desk.caseload.families.count == 2)
    desk.desk.record(
      try UndoMerge(family: third, reason: "no").facts(in: desk.desk.caseload, by: MergeDesk.ann) { _ in [] })
    #expect(desk.desk.caseload.familiesInOrder == before)
  }

  @Test("never end up in themselves, even where two laptops merged them into each other")
  func circle() throws {
    var desk = try MergeDesk()
    let why = try #require(Reason("twice"))
    desk.desk.record([
      .familyMerged(FamilyMerge(family: MergeDesk.again, into: Desk.family, day: Desk.today), why),
      .familyMerged(FamilyMerge(family: Desk.family, into: MergeDesk.again, day: Desk.today), why),
      .familyMerged(FamilyMerge(family: Desk.family, into: Desk.family, day: Desk.today), why),
    ])
    #expect(desk.desk.caseload.families.standings.map(\.number) == [FamilyNumber(1)])
  }
}
