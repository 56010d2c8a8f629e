import Testing
import VisitModel

@Suite("any life of a caseload adds up")
struct LifeTests {
  @Test(
    "whatever commands are given, the caseload is what a plain account of them says",
    arguments: UInt64(0)..<40)
  func anyLife(seed: UInt64) throws {
    var life = try Life(seed: seed)
    for _ in 0..<120 { try life.step() }
    let caseload = life.desk.caseload
    #expect(caseload.entryCount == life.desk.entries.count)
    #expect(caseload.sealedEntries == 0)
    #expect(caseload.families.count == life.families.count)
    for family in life.families {
      let file = try #require(caseload.families[family.id])
      #expect(file.visits.map(\.id) == family.visits.map(\.id))
      #expect(file.visits.map(\.current) == family.visits.map { $0.isRetracted ? nil : $0.said.last })
      #expect(
        file.visits.map(\.versions.count) == family.visits.map { $0.said.count + ($0.isRetracted ? 1 : 0) })
      #expect(file.standingVisits.count == family.visits.count { !$0.isRetracted })
      let minutes = file.standingVisits.reduce(Minutes.zero) { $0 + ($1.current?.outcome.minutes ?? .zero) }
      #expect(minutes == family.minutes)
      #expect(file.openFollowUps.map(\.visit) == family.openFollowUps)
      #expect(file.episodes.map { $0.moves.map(\.state.stage) } == family.stages)
      for record in file.visits {
        #expect(record.versions.first?.reason == nil)
        #expect(record.versions.dropFirst().allSatisfy { $0.reason != nil })
        #expect(zip(record.versions, record.versions.dropFirst()).allSatisfy { $0.stamp < $1.stamp })
        #expect(record.current.map { Minutes.zero...Minutes.visitMax ~= $0.outcome.minutes } ?? true)
      }
      for episode in file.episodes {
        let stages = episode.moves.map(\.state.stage)
        #expect(PathwayTests.closed.contains(try #require(stages.first)) == false)
        #expect(zip(stages, stages.dropFirst()).allSatisfy { PathwayTests.table[$0]?.contains($1) ?? false })
      }
      #expect(file.episodes.dropLast().allSatisfy { $0.state.stage.isClosed })
    }
  }

  @Test("the same entries give the same caseload, at once or in parts", arguments: UInt64(100)..<110)
  func foldedTwice(seed: UInt64) throws {
    var life = try Life(seed: seed)
    for _ in 0..<80 { try life.step() }
    let made = life.desk.caseload
    var again = Caseload()
    for kept in life.desk.entries { again.apply(kept) }
    #expect(again.families == made.families)
    #expect(again.volunteers == made.volunteers)
    #expect(again.entryCount == made.entryCount)
    #expect(again.lastStamp == made.lastStamp)
    #expect(again.familiesInOrder.map(\.plan) == made.familiesInOrder.map(\.plan))

    let middle = life.desk.entries.count / 2
    var half = Caseload()
    for kept in life.desk.entries.prefix(middle) { half.apply(kept) }
    var whole = half
    for kept in life.desk.entries.dropFirst(middle) { whole.apply(kept) }
    #expect(whole.families == made.families)
    #expect(half.entryCount == middle)
  }

  @Test("the lives that are tried do reach corrections, retractions, refusals and endings")
  func reaches() throws {
    var kinds: Set<FactKind> = []
    var refusals = 0
    for seed in UInt64(0)..<10 {
      var life = try Life(seed: seed)
      for _ in 0..<120 { try life.step() }
      kinds.formUnion(life.desk.entries.map(\.entry.fact.kind))
      refusals += life.refusals
    }
    let wanted: Set<FactKind> = [
      .volunteerAdded, .familyAdded, .episodeOpened, .episodeMoved, .visitPlanned, .visitRecorded,
      .visitAmended, .visitRetracted, .followUpDone, .referralRecorded, .vettingChecked, .referenceTaken,
      .preparationNoted,
    ]
    #expect(kinds == wanted)
    #expect(refusals > 100)
  }
}
