import Testing
import VisitModel

@Suite("What comes up on a visit")
struct ServiceOnVisitTests {
  /// A desk whose directory has S-001 Ash Hub: Stay and Play, S-002 Ash Hub: Baby massage, and S-003 Debt advice.
  private func desk() throws -> Desk {
    var desk = try Desk.open()
    for (organisation, name) in [
      ("Ash Hub", "Stay and Play"), ("Ash Hub", "Baby massage"), ("Debt advice", ""),
    ] {
      desk.record(
        try AddService(typed: TypedService([.organisation: organisation, .serviceName: name]))
          .facts(in: desk.caseload, lists: Desk.lists))
    }
    return desk
  }

  private func services(_ typed: String) throws -> [ServiceOnVisit]? {
    try desk().checked([.date: "today", .minutes: "60", .signposted: typed])?.signposted
  }

  @Test(
    "a service of the directory is found by its number, its name, or its organisation and name",
    arguments: ["S-001", "s1", "stay and play", "Ash Hub: Stay and Play"])
  func listed(typed: String) throws {
    #expect(try services(typed) == [.listed(ServiceNumber(1))])
  }

  @Test("what the directory does not have is kept as it was called, commas and all")
  func named() throws {
    #expect(
      try services("Rhyme time, upstairs; the food bank") == [
        .named("Rhyme time, upstairs"), .named("the food bank"),
      ])
  }

  @Test(
    "several stand with semicolons or lines between; with commas where all are of the directory; each counts once"
  )
  func several() throws {
    #expect(
      try services("S-001; Debt advice\nthe food bank;;s1") == [
        .listed(ServiceNumber(1)), .listed(ServiceNumber(3)), .named("the food bank"),
      ])
    #expect(try services("S-002, debt advice") == [.listed(ServiceNumber(2)), .listed(ServiceNumber(3))])
  }

  @Test("a number the directory does not have is refused with those it has, never kept as a name")
  func unknown() throws {
    let known = ["S-001 Ash Hub: Stay and Play", "S-002 Ash Hub: Baby massage", "S-003 Debt advice"]
    #expect(
      problems { _ = try services("S-044") } == [
        Problem(field: .signposted, fault: .noSuchService("S-044", known: known))
      ])
  }

  @Test("pointed to and gone to together are kept apart, and a correction shows both")
  func both() throws {
    var desk = try desk()
    let id = try desk.visit([.signposted: "S-001", .attendedTogether: "Dr Bray"])
    try desk.amend(id, [.attendedTogether: "S-003"])
    let visit = try #require(id.flatMap { desk.caseload.visit($0)?.visit })
    #expect(visit.original.value?.attendedTogether == [.named("Dr Bray")])
    #expect(visit.current?.signposted == [.listed(ServiceNumber(1))])
    #expect(visit.current?.attendedTogether == [.listed(ServiceNumber(3))])
  }

  @Test("moments are prompts of the scheme's list and words, and come to no number")
  func moments() throws {
    var desk = try Desk.open()
    let typed = TypedVisit([
      .date: "today", .minutes: "60", .moments: "looking,delight", .momentWords: "He laughed at her hat",
    ])
    desk.record(
      try RecordVisit(typed: typed, family: Desk.family)
        .facts(in: desk.caseload, lists: Desk.shippedLists, today: desk.today))
    let visit = try #require(desk.file?.visits.last?.current)
    #expect(visit.moments.map(\.rawValue) == ["looking", "delight"])
    #expect(visit.momentWords == "He laughed at her hat")
    #expect(TypedVisit(visit)[.moments] == "looking,delight")
  }

  @Test("moments are looked for with a child who is born and in the first 1001 days")
  func infants() throws {
    let family = try #require(Desk.open().file?.family)
    #expect(family.infants(on: Desk.today).map(\.shortName) == ["Noah"])
    #expect(family.infants(on: Desk.today.advanced(by: -200)).isEmpty == false)
    #expect(family.infants(on: Desk.today.advanced(by: 1000)).isEmpty)
  }

  @Test("services and moments are found where the notes are searched")
  func searched() throws {
    var visit = Visit(
      family: Desk.family, episode: EpisodeNumber(1), volunteers: [], day: Desk.today, outcome: .noAnswer)
    visit.signposted = [.listed(ServiceNumber(3)), .named("the food bank")]
    visit.attendedTogether = [.named("Dr Bray")]
    visit.moments = [MomentID(rawValue: "delight")]
    visit.momentWords = "He laughed at her hat"
    for word in ["s-003", "food bank", "bray", "delight", "her hat"] {
      #expect(visit.searched.contains(SearchedText(word)), "\(word)")
    }
  }
}
