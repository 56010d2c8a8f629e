import Testing
import VisitModel

@Suite("a family's use of a service goes from state to state")
struct ServiceTests {
  /// A family supported since January, and two services: a programme with levels, and a parent-infant team.
  static func directory() throws -> Desk {
    var desk = try Desk.open()
    for texts in [
      [
        Field.organisation: "Ash Hub", .serviceName: "Small steps", .serviceKind: "parenting_programme",
        .levels: "online, intensive", .tier: "targeted",
      ],
      [.organisation: "Infant Team", .serviceKind: "parent_infant_team"],
    ] {
      desk.record(
        try AddService(typed: TypedService(texts)).facts(in: desk.caseload, lists: Desk.shippedLists))
    }
    for agency in ["Ash Hub", "Infant Team"] {
      let consent = TypedConsent([.consent: "share", .agency: agency])
      desk.record(
        try GiveConsent(family: Desk.family, typed: consent).facts(in: desk.caseload, today: desk.today))
    }
    return desk
  }

  @discardableResult
  static func use(_ desk: inout Desk, _ texts: [Field: String]) throws -> RecordID? {
    desk.record(
      try UseService(family: Desk.family, typed: TypedServiceUse(texts)).facts(
        in: desk.caseload, today: desk.today)
    ).first
  }

  static func step(_ desk: inout Desk, _ record: RecordID?, _ state: ServiceState, words: String = "") throws
  {
    guard let record else { throw Refusal(.record, .missing) }
    desk.record(
      try MoveService(family: Desk.family, record: record, state: state.rawValue, words: words).facts(
        in: desk.caseload, today: desk.today))
  }

  static let pairs = ServiceState.allCases.flatMap { from in ServiceState.allCases.map { (from, $0) } }

  @Test(
    "every step the table has is taken, and every other is refused with those there are", arguments: pairs)
  func table(from: ServiceState, to: ServiceState) throws {
    var desk = try ServiceTests.directory()
    let way = try #require(ServiceTests.way(to: from))
    let record = try ServiceTests.use(&desk, [.service: "S-001", .serviceState: way[0].rawValue])
    for state in way.dropFirst() { try ServiceTests.step(&desk, record, state) }
    let faults = problems { try ServiceTests.step(&desk, record, to) }.map(\.fault)
    #expect(
      faults == (from.next.contains(to) ? [] : [.stepNotAllowed(from: from, to: to, allowed: from.next)]))
  }

  /// A way from a beginning to a state.
  static func way(to state: ServiceState) -> [ServiceState]? {
    var ways = ServiceState.beginnings.map { [$0] }
    while let way = ways.first {
      guard let last = way.last else { return nil }
      if last == state { return way }
      ways.removeFirst()
      ways += last.next.map { way + [$0] }
    }
    return nil
  }

  @Test("it ends with what the family said of it; sessions offered and attended are counted")
  func sessions() throws {
    var desk = try ServiceTests.directory()
    let record = try #require(
      try ServiceTests.use(
        &desk, [.service: "Small steps", .serviceState: "attending", .programmeLevel: "intensive"]))
    func session(_ day: String, _ attended: String) throws {
      desk.record(
        try NoteSession(family: Desk.family, record: record, day: day, attended: attended).facts(
          in: desk.caseload, today: desk.today))
    }
    try session("2026-11-09", "yes")
    try session("2026-11-16", "no")
    #expect(refusedFields { try session("2026-11-16", "yes") } == [.date])
    try ServiceTests.step(&desk, record, .completed, words: "We sleep now")
    let used = try #require(desk.file?.services.use(record))
    #expect(used.attended == 1)
    #expect(used.sessions.count == 2)
    #expect(used.words == "We sleep now")
    #expect(refusedFields { try session("2026-11-20", "yes") } == [.serviceState])
  }

  @Test("a programme is used at a level it has, and only a parent-infant team does its kind of work")
  func levels() throws {
    var desk = try ServiceTests.directory()
    #expect(
      refusedFields { try ServiceTests.use(&desk, [.service: "S-001", .programmeLevel: "light"]) } == [
        .programmeLevel
      ])
    #expect(
      refusedFields { try ServiceTests.use(&desk, [.service: "S-001", .infantWork: "therapeutic"]) } == [
        .infantWork
      ])
    try ServiceTests.use(&desk, [.service: "S-002", .infantWork: "consultation"])
    #expect(desk.file?.services.standing.first?.said.infantWork == .consultation)
  }

  @Test("a service is used once at a time; what was taken back stays to be seen and counts no more")
  func once() throws {
    var desk = try ServiceTests.directory()
    let record = try #require(try ServiceTests.use(&desk, [.service: "S-001"]))
    #expect(refusedFields { try ServiceTests.use(&desk, [.service: "S-001"]) } == [.service])
    desk.record(
      try RetractServiceUse(family: Desk.family, record: record, reason: "another family").facts(
        in: desk.caseload))
    #expect(desk.file?.services.standing.isEmpty == true)
    #expect(desk.file?.services.all.count == 1)
    try ServiceTests.use(&desk, [.service: "S-001"])
  }

  @Test(
    "a family is referred only where it agreed that the organisation is told, on that day; pointing it there needs nothing"
  )
  func agreement() throws {
    var desk = try ServiceTests.directory()
    desk.record(
      try AddService(typed: TypedService([.organisation: "Debt advice"]))
        .facts(in: desk.caseload, lists: Desk.shippedLists))
    let unasked = desk
    #expect(
      problems {
        var desk = unasked
        try ServiceTests.use(&desk, [.service: "S-003", .serviceState: "referred"])
      } == [Problem(field: .service, fault: .notAgreed("Debt advice"))])
    // The family agreed that Ash Hub is told today, and had not agreed the day before.
    #expect(
      problems {
        var desk = unasked
        try ServiceTests.use(&desk, [.service: "S-001", .serviceState: "referred", .date: "yesterday"])
      } == [Problem(field: .service, fault: .notAgreed("Ash Hub"))])
    try ServiceTests.use(&desk, [.service: "S-001", .serviceState: "referred"])
    let pointed = try ServiceTests.use(&desk, [.service: "S-003"])
    let signposted = desk
    #expect(
      problems {
        var desk = signposted
        try ServiceTests.step(&desk, pointed, .referred)
      }.map(\.fault) == [.notAgreed("Debt advice")])
  }

  @Test("somebody's safety is reason enough to refer without having asked, and it is kept with the referral")
  func safety() throws {
    var desk = try ServiceTests.directory()
    desk.record(
      try AddService(typed: TypedService([.organisation: "Safe Haven"]))
        .facts(in: desk.caseload, lists: Desk.shippedLists))
    let id = try ServiceTests.use(
      &desk, [.service: "S-003", .serviceState: "referred", .safeguardingReason: "he came to the door again"])
    #expect(
      id.flatMap { desk.file?.services.use($0)?.said.safeguardingReason?.text } == "he came to the door again"
    )
  }

  @Test("an imported service is amended by the next import where it changed, and never added twice")
  func imported() throws {
    var desk = try Desk.open()
    func take(_ name: String) throws -> [Fact] {
      let typed = TypedService([.organisation: "Ash Hub", .serviceName: name])
      let facts = try AddService(typed: typed, externalID: "x1").facts(
        in: desk.caseload, lists: Desk.shippedLists)
      desk.record(facts)
      return facts
    }
    #expect(try take("Stay and play").count == 1)
    #expect(try take("Stay and play").isEmpty)
    #expect(try take("Stay, play").count == 1)
    #expect(desk.caseload.directory.inOrder.map(\.name) == ["Stay, play"])
    #expect(desk.caseload.directory.services[ServiceNumber(1)]?.versions.count == 2)
  }
}
