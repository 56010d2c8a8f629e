import Testing
import VisitModel

@Suite("a visit is corrected, never changed")
struct CorrectionTests {
  @Test("an amendment says what it is based on and why, and leaves what stood before")
  func amended() throws {
    var desk = try Desk.open()
    let id = try #require(try desk.visit([.note: "first"]))
    try desk.amend(id, [.note: "second"], reason: "misheard")
    try desk.amend(id, [.minutes: "90"], reason: "counted again")
    let record = try #require(desk.caseload.visit(id)?.visit)
    #expect(record.id == id)
    #expect(record.versions.map(\.value?.note) == ["first", "second", "second"])
    #expect(record.versions.map(\.value?.outcome.minutes.count) == [60, 60, 90])
    #expect(record.versions.map(\.reason?.text) == [nil, "misheard", "counted again"])
    #expect(record.current == record.versions.last?.value)
    #expect(record.original.value?.note == "first")
    #expect(record.isCorrected && !record.isRetracted)
    guard case .visitAmended(let amendment, _)? = desk.entries.last?.entry.fact else {
      Issue.record("the last entry is no amendment")
      return
    }
    #expect(amendment.record == id)
    #expect(amendment.basedOn == record.versions[1].entry)
  }

  @Test("a visit that is taken back counts no more, and can still be read")
  func retracted() throws {
    var desk = try Desk.open()
    let id = try #require(try desk.visit([.note: "first"]))
    try desk.amend(id, [.note: "second"])
    try desk.retract(id, reason: "wrong family")
    let record = try #require(desk.caseload.visit(id)?.visit)
    #expect(record.isRetracted && record.current == nil)
    #expect(record.lastSaid?.note == "second")
    #expect(record.latest.reason?.text == "wrong family")
    #expect(desk.file?.standingVisits.isEmpty == true)
    #expect(desk.file?.lastContact == nil)
    #expect(desk.file?.visits.count == 1)
    guard case .visitRetracted(let amendment, let family)? = desk.entries.last?.entry.fact else {
      Issue.record("the last entry is no retraction")
      return
    }
    #expect(amendment.basedOn == record.versions[1].entry)
    #expect(family == Desk.family)
  }

  @Test("what was taken back is neither amended nor taken back again")
  func alreadyRetracted() throws {
    var desk = try Desk.open()
    let id = try #require(try desk.visit())
    let typed = TypedVisit(try #require(desk.file?.visits.first?.current))
    try desk.retract(id)
    #expect(throws: Refusal(.record, .alreadyRetracted)) { try desk.retract(id) }
    let command = AmendVisit(record: id, typed: typed, reason: "x")
    #expect(throws: Refusal(.record, .alreadyRetracted)) {
      try command.facts(in: desk.caseload, lists: Desk.lists, today: desk.today)
    }
  }

  @Test("a correction needs a reason and an amendment a difference; all that is wrong is told at once")
  func refused() throws {
    var desk = try Desk.open()
    let id = try desk.visit()
    #expect(throws: Refusal(.record, .nothingChanged)) { try desk.amend(id, [:]) }
    #expect(throws: Refusal(.record, .nothingChanged)) { try desk.amend(id, [.minutes: "1h"]) }
    #expect(throws: Refusal(.reason, .missing)) { try desk.amend(id, [.minutes: "9"], reason: "\t") }
    #expect(throws: Refusal(.reason, .missing)) { try desk.retract(id, reason: "") }
    let long = String(repeating: "x", count: 20_001)
    #expect(throws: Refusal(.reason, .tooLong(max: 20_000))) { try desk.retract(id, reason: long) }
    #expect(
      refusedFields { try desk.amend(id, [.minutes: "x", .miles: "x"], reason: "") } == [
        .minutes, .miles, .reason,
      ])
    let unknown = RecordID(bits: 5)
    let wanted = Refusal(.record, .noSuchRecord(unknown.description))
    #expect(throws: wanted) { try desk.retract(unknown) }
    #expect(throws: wanted) {
      try AmendVisit(record: unknown, typed: TypedVisit(), reason: "x")
        .facts(in: desk.caseload, lists: Desk.lists, today: desk.today)
    }
    #expect(desk.file?.visits.first?.isCorrected == false)
  }

  @Test("a note is put right though its needs left the list and its people left the family since")
  func oldNames() throws {
    var desk = try Desk.open()
    let id = try #require(
      try desk.visit([.needs: "play,money", .activities: "outing", .there: "P1,P2", .away: "P3"]))
    let file = try #require(desk.file)
    var family = TypedFamily(file.family)
    family.people.removeLast(2)
    desk.record(
      try AmendFamily(id: file.id, typed: family, reason: "moved out")
        .facts(in: desk.caseload, lists: Desk.lists, today: desk.today))
    var typed = TypedVisit(try #require(desk.caseload.visit(id)?.visit.current))
    typed[.note] = "better"
    let command = AmendVisit(record: id, typed: typed, reason: "typing error")
    desk.record(try command.facts(in: desk.caseload, lists: .empty, today: desk.today))
    let visit = try #require(desk.caseload.visit(id)?.visit.current)
    #expect(visit.note == "better")
    #expect(visit.needs.map(\.rawValue) == ["play", "money"])
    #expect(visit.attendance.map(\.person.count) == [1, 2, 3])
    #expect(
      refusedFields { _ = try desk.checked([.date: "today", .minutes: "1", .there: "P2"]) } == [.there])
  }

  @Test("a visit stays in its episode when something else of it is put right")
  func episodeStays() throws {
    var desk = try Desk.open()
    let id = try #require(try desk.visit([.date: "2026-10-10"]))
    try desk.move(TypedMove(stage: "ended", day: "2026-10-01", reason: "moved"))
    try desk.move(TypedMove(stage: "referred", day: "2026-10-02"))
    #expect(throws: Refusal(.record, .nothingChanged)) { try desk.amend(id, [:]) }
    try desk.amend(id, [.note: "x"])
    #expect(desk.caseload.visit(id)?.visit.current?.episode == EpisodeNumber(1))
    try desk.amend(id, [.date: "2026-10-11"])
    #expect(desk.caseload.visit(id)?.visit.current?.episode == EpisodeNumber(2))
  }
}
