import Testing
import VisitModel

@Suite("what the entries add up to")
struct FoldTests {
  @Test("the scheme and a member are as they were last said")
  func schemeAndMembers() {
    var desk = Desk()
    let anna = Member(number: MemberNumber(1), name: "Anna", role: .coordinator)
    desk.record([.schemeSet(Scheme(name: "Ash")), .memberJoined(anna)])
    desk.record([.schemeSet(Scheme(name: "Rushmoor", nation: .wales))])
    #expect(desk.caseload.scheme == Scheme(name: "Rushmoor", nation: .wales))
    #expect(desk.caseload.name(of: MemberNumber(1)) == "Anna")
    #expect(desk.caseload.name(of: MemberNumber(2)) == "M2")
    #expect(desk.caseload.entryCount == 3)
    #expect(desk.caseload.sealedEntries == 0)
    #expect(desk.caseload.lastStamp == desk.entries.last?.entry.stamp)
  }

  @Test("a volunteer who keeps the book alone is its office, until somebody of the office joins")
  func office() {
    var desk = Desk()
    let jo = Member(number: MemberNumber(1), name: "Jo", role: .volunteer, volunteer: VolunteerNumber(1))
    let ann = Member(number: MemberNumber(2), name: "Ann", role: .coordinator)
    desk.record([.memberJoined(jo)])
    #expect(desk.caseload.isOffice(jo))
    desk.record([.memberJoined(ann)])
    #expect(!desk.caseload.isOffice(jo))
    #expect(desk.caseload.isOffice(ann))
  }

  @Test("volunteers are numbered in turn, and one name is one volunteer")
  func volunteers() throws {
    var desk = try Desk.open()
    #expect(desk.caseload.volunteersInOrder.map(\.number.description) == ["V-01", "V-02"])
    #expect(throws: Refusal(.name, .alreadyUsed("lena hughes"))) {
      try AddVolunteer(name: " lena hughes ").facts(in: desk.caseload)
    }
    #expect(throws: Refusal(.name, .missing)) { try AddVolunteer(name: "\u{200D}").facts(in: desk.caseload) }
    let lena = Volunteer(number: VolunteerNumber(1), name: "Lena Hughes-Best", isActive: false)
    desk.record([.volunteerAmended(lena, try #require(Reason("married")))])
    #expect(desk.caseload.name(of: VolunteerNumber(1)) == "Lena Hughes-Best")
    #expect(desk.caseload.name(of: VolunteerNumber(9)) == "V-09")
    #expect(desk.caseload.nextVolunteerNumber == VolunteerNumber(3))
  }

  @Test("families are numbered in turn and found by number")
  func families() throws {
    var desk = try Desk.open()
    for bits in [UInt64(3), 900, 1] {
      try desk.add(
        TypedFamily([.name: "N\(bits)"], people: [TypedPerson(name: "A", role: "mother")]),
        id: FamilyID(rawValue: bits))
    }
    #expect(desk.caseload.familiesInOrder.map(\.number.count) == [1, 2, 3, 4])
    #expect(desk.caseload.family(FamilyNumber(3))?.id == FamilyID(rawValue: 900))
    #expect(desk.caseload.family(FamilyNumber(5)) == nil)
    #expect(desk.caseload.nextFamilyNumber == FamilyNumber(5))
  }

  @Test("visits that stand come latest day first, and of one day the one entered last first")
  func standingVisits() throws {
    var desk = try Desk.open()
    for (date, note) in [("-2", "a"), ("-9", "b"), ("-2", "c"), ("-1", "d"), ("-5", "gone")] {
      try desk.visit([.date: date, .note: note, .start: note == "c" ? "9" : ""])
    }
    try desk.retract(desk.file?.visits.last?.id)
    #expect(desk.file?.standingVisits.map(\.current?.note) == ["d", "c", "a", "b"])
    #expect(desk.file?.visits.map(\.lastSaid?.note) == ["a", "b", "c", "d", "gone"])
  }

  @Test("a family was last seen when somebody was with them, not when nobody answered")
  func lastContact() throws {
    var desk = try Desk.open()
    #expect(desk.file?.lastContact == nil)
    let done = try desk.visit([.date: "-9"])
    try desk.visit([.date: "-20", .outcome: "cut short", .minutes: "5"])
    try desk.visit([.date: "-2", .outcome: "no answer", .minutes: ""])
    #expect(desk.file?.lastContact?.day == Desk.today.advanced(by: -9))
    try desk.amend(done, [.outcome: "cancelled by family", .minutes: ""])
    #expect(desk.file?.lastContact?.day == Desk.today.advanced(by: -20))
  }

  @Test("a follow-up is open until it is ticked off, and with the visit that asked for it")
  func followUps() throws {
    var desk = try Desk.open()
    let first = try #require(try desk.visit([.date: "-3", .followUp: "call the nursery"]))
    let second = try #require(try desk.visit([.date: "-2", .followUp: "bring forms", .followUpBy: "+3"]))
    try desk.visit([.date: "-1"])
    #expect(desk.file?.openFollowUps.map(\.visit) == [first, second])
    let tick = FinishFollowUp(family: Desk.family, visit: " \(first.description.uppercased()) ")
    desk.record(try tick.facts(in: desk.caseload))
    #expect(desk.file?.openFollowUps.map(\.followUp.what) == ["bring forms"])
    #expect(throws: Refusal.self) { try tick.facts(in: desk.caseload) }
    try desk.retract(second)
    #expect(desk.file?.openFollowUps.isEmpty == true)
  }

  @Test("what was ticked off stays done when its visit is amended, and another thing to do is open")
  func followUpAmended() throws {
    var desk = try Desk.open()
    let id = try #require(try desk.visit([.followUp: "call the nursery"]))
    desk.record(try FinishFollowUp(family: Desk.family, visit: id.description).facts(in: desk.caseload))
    try desk.amend(id, [.note: "a word"])
    #expect(desk.file?.openFollowUps.isEmpty == true)
    try desk.amend(id, [.followUp: "call the school"])
    #expect(desk.file?.openFollowUps.map(\.followUp.what) == ["call the school"])
  }

  @Test("records are found by the letters they begin with, as they were heard")
  func beginnings() throws {
    var desk = try Desk.open()
    for date in ["-1", "-2", "-3"] { try desk.visit([.date: date]) }
    for record in desk.file?.visits ?? [] {
      let letters = record.id.description
      let heard = letters.uppercased().map { $0 == "0" ? "O" : $0 == "1" ? "l" : String($0) }.joined()
      #expect(desk.caseload.records(beginning: letters) == [record.id])
      #expect(desk.caseload.records(beginning: heard) == [record.id])
      #expect(desk.caseload.records(beginning: String(letters.prefix(3))).contains(record.id))
      #expect(desk.caseload.records(beginning: String(letters.prefix(2))).isEmpty)
    }
  }

  @Test("a check-in that is taken back no longer stands, and can still be read")
  func checkIns() throws {
    var desk = try Desk.open()
    func checkIn(_ day: Day) -> Fact {
      .checkInRecorded(
        CheckIn(
          family: Desk.family, person: PersonNumber(1), instrument: InstrumentID(rawValue: "who5"),
          version: InstrumentVersion("1.0.0"), answers: [], mode: .helped, point: .start, day: day))
    }
    let ids = desk.record([checkIn(Desk.today), checkIn(Desk.today.advanced(by: -7))])
    #expect(desk.file?.standingCheckIns.map(\.id) == ids.reversed())
    let tooLong = String(repeating: "x", count: TextLimit.note + 1)
    #expect(throws: Refusal(.reason, .tooLong(max: TextLimit.note))) {
      try RetractCheckIn(record: ids[0], reason: tooLong).facts(in: desk.caseload)
    }
    desk.record(try RetractCheckIn(record: ids[0], reason: "another parent").facts(in: desk.caseload))
    #expect(desk.file?.standingCheckIns.map(\.id) == [ids[1]])
    #expect(desk.caseload.checkIn(ids[0])?.checkIn.lastSaid?.day == Desk.today)
    #expect(desk.caseload.visit(ids[0]) == nil)
    #expect(throws: Refusal(.record, .alreadyRetracted)) {
      try RetractCheckIn(record: ids[0], reason: "x").facts(in: desk.caseload)
    }
  }
}
