import Testing
import VisitJournal
import VisitLibrary
import VisitModel
import VisitReports

@testable import visitbook

@Suite("The invented scheme")
struct DemoSchemeTests {
  static let today = Day(daysSinceEpoch: 20_780)

  private func scheme(
    families: Int = DemoRequest.usualFamilies, years: Int = 2, visits: Int? = nil, seed: UInt64 = 5,
    role: Role = .coordinator
  ) throws -> DemoScheme {
    let request = DemoRequest(
      seed: seed, families: families, years: years, visits: visits, today: DemoSchemeTests.today)
    return try DemoBook(request: request, role: role, library: try Library.load()).scheme()
  }

  private func caseload(_ scheme: DemoScheme) -> Caseload {
    var caseload = Caseload()
    for (place, entry) in scheme.enumerated() {
      caseload.apply(KeptEntry(entry: entry, number: EntryNumber(place + 1)))
    }
    return caseload
  }

  @Test("the same request gives the same entries, to the last letter")
  func same() throws {
    let (first, second) = (try scheme(), try scheme())
    #expect(Array(first) == Array(second))
    #expect(Array(first) != Array(try scheme(seed: 6)))
  }

  @Test("stamps rise, identities are never given twice, and nothing is written later than this morning")
  func inOrder() throws {
    let entries = Array(try scheme(families: 300, years: 4))
    #expect(Set(entries.map(\.id)).count == entries.count)
    #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.stamp < $1.stamp })
    let morning = Stamp(milliseconds: (Int64(DemoSchemeTests.today.daysSinceEpoch) * 1_440 + 9 * 60) * 60_000)
    #expect(entries.allSatisfy { $0.stamp < morning })
  }

  @Test(
    "every entry finds its family, and the book is alive: all stages, waiting, unseen, overdue and planned")
  func alive() throws {
    let caseload = caseload(try scheme())
    let today = DemoSchemeTests.today
    #expect(caseload.sealedEntries == 0)
    let files = caseload.familiesInOrder
    #expect(files.count == DemoRequest.usualFamilies)
    #expect(Set(files.compactMap { $0.episode?.state.stage }) == Set(EpisodeStage.allCases))
    let supported = files.filter { $0.episode?.state.stage == .supported }
    #expect(supported.count { ($0.lastContact?.day.distance(to: today) ?? 0) > 14 } >= 3)
    let waiting = files.filter { $0.episode?.state.stage == .waiting }
    #expect(waiting.count { ($0.episode?.waitingSince.distance(to: today) ?? 0) > 28 } >= 3)
    #expect(files.flatMap(\.openFollowUps).contains { ($0.followUp.by ?? today) < today })
    #expect(files.count { ($0.plan?.day ?? today) > today } >= 10)
    #expect(files.flatMap(\.visits).contains { $0.isCorrected })
    #expect(files.flatMap(\.visits).contains { $0.isRetracted })
  }

  @Test(
    "somebody is out this morning and somebody is overdue, families live through things, and goals are scored"
  )
  func whole() throws {
    let caseload = caseload(try scheme(seed: DemoRequest.usualSeed))
    let files = caseload.familiesInOrder
    let out = files.flatMap(\.outings.open).compactMap(\.current)
    let morning = Moment(DemoSchemeTests.today, try #require(TimeOfDay(minutesAfterMidnight: 9 * 60)))
    #expect(out.contains { $0.expectedHome < morning })
    #expect(out.contains { $0.expectedHome > morning })
    #expect(files.flatMap(\.outings.all).count > out.count + 20)
    #expect(files.count { !$0.background.lifeEvents.isEmpty } >= 15)
    let library = try Library.load()
    let kinds = Set(library.lists.entries(LifeEventID.self).map(\.id))
    #expect(
      files.flatMap(\.background.lifeEvents).compactMap(\.current).allSatisfy { kinds.contains($0.kind) })
    let goals = try library.instrument(.goals)
    let courses = files.flatMap { file in
      file.episode.map { ScoreCourse.goals(of: file, in: $0.number, by: goals) } ?? []
    }
    #expect(courses.contains { $0.change == .better } && courses.contains { $0.change == .noReliableChange })
    #expect(courses.contains { $0.ending != nil && $0.ending?.value == nil }, "some decline at the end")
    #expect(
      files.flatMap(\.visits).compactMap(\.lastSaid).allSatisfy { visit in
        let (_, month, date) = visit.day.civil
        return month != 12 || !(25...26).contains(date)
      })
  }

  @Test("moves follow the table of the pathway, and visits what may be recorded")
  func ruleful() throws {
    let pathway = try Library.load().lists.pathway
    for file in caseload(try scheme(families: 150, years: 5)).familiesInOrder {
      for episode in file.episodes {
        let stages = episode.moves.map(\.state.stage)
        #expect(stages.first.map(pathway.stages(after: nil).contains) == true)
        for (from, to) in zip(stages, stages.dropFirst()) {
          #expect(pathway.stages(after: from).contains(to), "\(from) to \(to)")
        }
      }
      for visit in file.visits.compactMap(\.lastSaid) {
        #expect(visit.day <= DemoSchemeTests.today)
        #expect(!visit.note.contains("{"), "\(visit.note)")
        #expect(!visit.note.isEmpty)
      }
    }
  }

  @Test(
    "one family was entered twice and made one, and one came back for a second episode", arguments: [1973, 5])
  func again(seed: UInt64) throws {
    let caseload = caseload(try scheme(seed: seed))
    let files = caseload.familiesInOrder
    let merged = try #require(files.first { !$0.merged.isEmpty })
    #expect(caseload.family(FamilyNumber(DemoRequest.usualFamilies + 1))?.id == merged.id)
    #expect(merged.episode?.state.stage == .supported)
    #expect(merged.episodes.count == 2)
    let back = try #require(files.first { $0.episodes.count == 2 && $0.merged.isEmpty })
    #expect(back.episodes[0].state.stage == .ended && back.episode?.state.stage == .accepted)
    #expect(back.assessment.referral(of: EpisodeNumber(2)) != nil)
    #expect(files.count { $0.episodes.count > 1 } == 2)
  }

  @Test("visits tell of services and of moments between parent and baby, where there is a baby")
  func moments() throws {
    let files = caseload(try scheme()).familiesInOrder
    var (services, moments) = (0, 0)
    for file in files {
      for visit in file.visits.compactMap(\.lastSaid) {
        services += visit.signposted.count + visit.attendedTogether.count
        moments += visit.moments.count
        #expect(visit.moments.isEmpty || !file.family.infants(on: visit.day).isEmpty)
        #expect(!visit.momentWords.contains("{"))
      }
    }
    #expect(services > 20 && moments > 50)
  }

  @Test("a number of visits is met exactly", arguments: [1, 500, 20_000])
  func exactly(_ visits: Int) throws {
    let scheme = try scheme(visits: visits)
    #expect(scheme.visitCount == visits)
    let recorded = scheme.lazy.filter { $0.fact.kind == .visitRecorded }.count
    #expect(recorded == visits)
  }

  @Test("a volunteer's own visits are written by them, all else by the coordinator")
  func authors() throws {
    let scheme = try scheme(role: .volunteer)
    let volunteer = try #require(scheme.writingVolunteer)
    for entry in scheme {
      var isOwn = false
      if case .visitRecorded(let visit) = entry.fact { isOwn = visit.volunteers == [volunteer] }
      if case .visitAmended(_, let visit) = entry.fact { isOwn = visit.volunteers == [volunteer] }
      #expect(entry.author == (isOwn ? DemoScheme.other : DemoScheme.coordinator))
    }
  }
}
