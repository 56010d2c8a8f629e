import Testing
import VisitModel

@Suite("a reader without the key gets numbers and no names")
struct SealedTests {
  static let other = FamilyID(rawValue: 99)

  private func numbers(_ minutes: Int) -> VisitNumbers {
    VisitNumbers(
      day: Desk.today, outcome: .done, minutes: Minutes(minutes), volunteers: [VolunteerNumber(1)])
  }

  private func sealed(_ kind: FactKind, record: RecordID? = nil, _ visit: VisitNumbers? = nil) -> Fact {
    .sealed(SealedFact(kind: kind, family: Self.other, record: record, visit: visit))
  }

  @Test("the numbers of a sealed visit count as they were last said, until it is taken back")
  func numbersFollowCorrections() throws {
    var desk = try Desk.open()
    let before = desk.entries.count
    let id = try #require(desk.record([sealed(.familyAdded), sealed(.visitRecorded, numbers(60))]).last)
    #expect(desk.caseload.sealedVisits[id]?.family == Self.other)
    #expect(desk.caseload.sealedVisits[id]?.numbers == numbers(60))
    desk.record([sealed(.visitAmended, record: id, numbers(45))])
    #expect(desk.caseload.sealedVisits[id]?.numbers.minutes == Minutes(45))
    #expect(desk.caseload.sealedVisits.count == 1)
    desk.record([sealed(.visitRetracted, record: id)])
    #expect(desk.caseload.sealedVisits.isEmpty)
    #expect(desk.caseload.sealedEntries == 4)
    #expect(desk.caseload.entryCount == before + 4)
    #expect(desk.caseload.families[Self.other] == nil)
  }

  @Test("sealed entries of every kind are counted and change nothing else", arguments: FactKind.allCases)
  func everyKind(kind: FactKind) throws {
    var desk = try Desk.open()
    let file = desk.file
    desk.record([.sealed(SealedFact(kind: kind, family: nil)), sealed(kind)])
    #expect(desk.caseload.sealedEntries == 2)
    #expect(desk.caseload.sealedVisits.isEmpty)
    #expect(desk.caseload.families.count == 1)
    #expect(desk.file == file)
  }

  @Test("a number that was given is never given again, though the family behind it cannot be seen")
  func numbersGiven() throws {
    var desk = try Desk.open()
    #expect(desk.caseload.nextFamilyNumber == FamilyNumber(2))
    desk.record([sealed(.familyAdded), sealed(.familyAdded)])
    #expect(desk.caseload.nextFamilyNumber == FamilyNumber(4))
    desk.record([.sealed(SealedFact(kind: .volunteerAdded, family: nil))])
    #expect(desk.caseload.nextVolunteerNumber == VolunteerNumber(4))
  }

  @Test("an entry about what is not known is counted, and left out")
  func unknown() throws {
    var desk = try Desk.open()
    let file = try #require(desk.file)
    let reason = try #require(Reason("why"))
    let visit = try #require(try desk.checked([.date: "today", .minutes: "60"]))
    var elsewhere = visit
    elsewhere.family = Self.other
    let lost = Amendment(record: RecordID(bits: 5), basedOn: RecordID(bits: 5), reason: reason)
    let facts: [Fact] = [
      .familyAmended(Self.other, file.family, reason), .visitRecorded(elsewhere),
      .visitPlanned(Self.other, VisitPlan(day: Desk.today, start: nil)),
      .episodeMoved(Self.other, EpisodeMove(episode: EpisodeNumber(1), state: .waiting, day: Desk.today)),
      .episodeMoved(Desk.family, EpisodeMove(episode: EpisodeNumber(9), state: .waiting, day: Desk.today)),
      .visitAmended(lost, visit), .visitRetracted(lost, Desk.family), .checkInRetracted(lost, Desk.family),
      .followUpDone(Self.other, visit: RecordID(bits: 5)),
    ]
    desk.record(facts)
    #expect(desk.caseload.sealedEntries == facts.count)
    #expect(desk.file == file)
    #expect(desk.caseload.families.count == 1)
  }

  @Test("a fact says its kind and its family, sealed or not")
  func kinds() throws {
    let desk = try Desk.open()
    for kept in desk.entries {
      let fact = kept.entry.fact
      let box = Fact.sealed(SealedFact(kind: fact.kind, family: fact.family))
      #expect(box.kind == fact.kind && box.family == fact.family)
    }
    #expect(
      desk.entries.map(\.entry.fact.kind).suffix(4) == [
        .referenceTaken, .preparationNoted, .familyAdded, .episodeOpened,
      ])
    #expect(desk.entries.map(\.entry.fact.family).suffix(3) == [nil, Desk.family, Desk.family])
    // Raw values stand in files for ever: none is renumbered.
    #expect(FactKind.memberJoined.rawValue == 2 && FactKind.checkInRetracted.rawValue == 15)
  }
}
