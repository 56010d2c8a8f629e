import Testing
import VisitModel

@Suite("the pathway allows the moves of its table and no others")
struct PathwayTests {
  /// The table of the pathway, written out once more from the design: a stage and those that may follow it.
  static let table: [EpisodeStage: [EpisodeStage]] = [
    .referred: [.needsInformation, .refused, .accepted],
    .needsInformation: [.refused, .accepted, .ended],
    .refused: [],
    .accepted: [.assessed, .ended],
    .assessed: [.waiting, .matched, .ended],
    .waiting: [.matched, .ended],
    .matched: [.introduced, .waiting, .ended],
    .introduced: [.supported, .waiting, .ended],
    .supported: [.paused, .endingPlanned, .waiting, .ended],
    .paused: [.supported, .endingPlanned, .waiting, .ended],
    .endingPlanned: [.supported, .ended],
    .ended: [],
  ]
  static let closed: [EpisodeStage] = [.refused, .ended]

  static func move(to stage: EpisodeStage) -> TypedMove {
    TypedMove(
      stage: stage.rawValue, day: "2026-11-20", volunteer: "V-02", endingOn: "2027-02-01", reason: "a reason")
  }

  /// A desk whose family stands at a stage, by moves alone where it cannot be opened there.
  static func desk(at stage: EpisodeStage) throws -> Desk {
    guard closed.contains(stage) else { return try Desk.open(at: stage.rawValue) }
    var desk = try Desk.open(at: "referred")
    if stage == .ended { try desk.move(TypedMove(stage: "needs information", day: "2026-11-01")) }
    try desk.move(TypedMove(stage: stage.rawValue, day: "2026-11-01", reason: "a reason"))
    return desk
  }

  @Test("for every pair of stages, what the table allows is recorded and all else names what is allowed")
  func everyPair() throws {
    for from in EpisodeStage.allCases where !Self.closed.contains(from) {
      let allowed = try #require(Self.table[from])
      for to in EpisodeStage.allCases {
        var desk = try Self.desk(at: from)
        if allowed.contains(to) {
          try desk.move(Self.move(to: to))
          #expect(desk.file?.episode?.state.stage == to, "\(from) to \(to)")
          #expect(desk.file?.episodes.count == 1)
        } else {
          let wanted = Refusal(.stage, .moveNotAllowed(from: from, to: to, allowed: allowed))
          #expect(throws: wanted, "\(from) to \(to)") { try desk.move(Self.move(to: to)) }
          #expect(desk.file?.episode?.state.stage == from)
        }
      }
    }
  }

  @Test("an episode opens at any stage that is not over", arguments: EpisodeStage.allCases)
  func opening(stage: EpisodeStage) throws {
    let open = EpisodeStage.allCases.filter { !Self.closed.contains($0) }
    guard Self.closed.contains(stage) else {
      let desk = try Desk.open(at: stage.rawValue, since: "2026-03-01")
      #expect(desk.file?.episode?.state.stage == stage)
      #expect(desk.file?.episode?.number == EpisodeNumber(1))
      #expect(desk.file?.episode?.began.description == "2026-03-01")
      #expect((desk.file?.volunteer == nil) == !stage.namesVolunteer)
      return
    }
    let wanted = Fault.moveNotAllowed(from: stage, to: stage, allowed: open)
    #expect(throws: Refusal(.stage, wanted)) { try Desk.open(at: stage.rawValue) }
  }

  @Test("after an episode is over the next move opens a new one, at any open stage", arguments: closed)
  func newEpisode(after over: EpisodeStage) throws {
    for stage in EpisodeStage.allCases {
      var desk = try Self.desk(at: over)
      if Self.closed.contains(stage) {
        #expect(refusedFields { try desk.move(Self.move(to: stage)) } == [.stage])
        #expect(desk.file?.episodes.count == 1)
      } else {
        try desk.move(Self.move(to: stage))
        #expect(desk.file?.episodes.map(\.number.count) == [1, 2])
        #expect(desk.file?.episodes.map(\.state.stage) == [over, stage])
      }
    }
  }

  @Test("a stage is over exactly where nothing follows it, and every stage can be reached")
  func shape() {
    for stage in EpisodeStage.allCases {
      #expect(stage.isClosed == Self.closed.contains(stage))
      #expect(!Desk.pathway.stages(after: stage).contains(stage))
    }
    var reached: Set<EpisodeStage> = [.referred]
    for _ in EpisodeStage.allCases { reached.formUnion(reached.flatMap { Desk.pathway.stages(after: $0) }) }
    #expect(reached.count == EpisodeStage.allCases.count)
  }

  @Test("from every open stage the episode can be brought to its end")
  func endable() {
    for stage in EpisodeStage.allCases {
      var reached: Set<EpisodeStage> = [stage]
      for _ in EpisodeStage.allCases { reached.formUnion(reached.flatMap { Desk.pathway.stages(after: $0) }) }
      #expect(!reached.isDisjoint(with: Self.closed))
    }
  }
}
