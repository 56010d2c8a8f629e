import Testing
import VisitModel

@Suite("whatever two laptops record, a family stands where the table allows")
struct MovePropertyTests {
  /// A laptop: what it has seen, and what it recorded by itself.
  struct Laptop {
    var caseload: Caseload
    var own: [KeptEntry] = []
    var today: Day
    let name: UInt64

    mutating func record(_ facts: [Fact], at time: inout UInt64) {
      for fact in facts {
        time += 1
        let entry = Entry(
          id: RecordID(bits: time &* 0x9E37_79B9_7F4A_7C15), stamp: Stamp(rawValue: time << 4 | name),
          author: MemberNumber(Int(name)), fact: fact)
        let kept = KeptEntry(entry: entry, number: EntryNumber(caseload.entryCount + 1))
        own.append(kept)
        caseload.apply(kept)
      }
    }

    /// Tries one command on the pathway; gives whether it was refused.
    mutating func step(_ draw: inout Draw, at time: inout UInt64) -> Bool {
      let stage = draw.one(of: EpisodeStage.allCases)?.rawValue ?? ""
      let typed = TypedMove(
        stage: stage, day: today.advanced(by: -draw.below(3)).description, volunteer: "V-01", endingOn: "+90",
        reason: "why")
      do {
        let log = caseload.families[Desk.family]?.episodeLogs.flatMap(\.moves) ?? []
        let record = draw.one(of: log)?.id ?? RecordID(bits: 1)
        switch draw.below(4) {
        case 0, 1:
          record_(
            try MoveEpisode(id: Desk.family, typed: typed).facts(
              in: caseload, lists: Desk.lists, today: today), &time)
        case 2:
          record_(
            try AmendMove(record: record, typed: typed, reason: "slip")
              .facts(in: caseload, lists: Desk.lists, today: today), &time)
        default:
          record_(
            try RetractMove(record: record, reason: "slip").facts(in: caseload, lists: Desk.lists), &time)
        }
        return false
      } catch { return true }
    }

    private mutating func record_(_ facts: [Fact], _ time: inout UInt64) { record(facts, at: &time) }
  }

  static func fold(_ entries: [KeptEntry]) -> Caseload {
    var caseload = Caseload()
    for kept in entries.sorted(by: { $0.entry.stamp < $1.entry.stamp }) { caseload.apply(kept) }
    return caseload
  }

  static func isOnTheTable(_ file: FamilyFile) -> Bool {
    file.episodes.allSatisfy { Desk.pathway.fault(in: $0.moves) == nil }
      && file.episodes.dropLast().allSatisfy { $0.state.stage.isClosed }
      && zip(file.episodes, file.episodes.dropFirst()).allSatisfy { $0.since <= $1.began }
  }

  @Test(
    "two laptops that meet now and then tell one story, whichever is read first", arguments: UInt64(0)..<60)
  func merging(seed: UInt64) throws {
    var draw = Draw(seed: seed)
    let start = try Desk.open(at: "referred", since: "2026-01-01")
    var common = start.entries.map { kept in
      KeptEntry(
        entry: Entry(
          id: kept.entry.id, stamp: Stamp(rawValue: UInt64(kept.number.count)), author: kept.entry.author,
          fact: kept.entry.fact), number: kept.number)
    }
    var time: UInt64 = 1_000
    var today = try #require(Day(iso: "2026-02-01"))
    var (done, aside) = (0, 0)
    for _ in 0..<6 {
      var laptops = (1...2).map { Laptop(caseload: Self.fold(common), today: today, name: UInt64($0)) }
      for _ in 0..<24 {
        let which = draw.below(2)
        if !laptops[which].step(&draw, at: &time) { done += 1 }
        today = today.advanced(by: draw.below(2))
        laptops[0].today = today
        laptops[1].today = today
      }
      let oneWay = Self.fold(common + laptops[0].own + laptops[1].own)
      let otherWay = Self.fold(common + laptops[1].own + laptops[0].own)
      let file = try #require(oneWay.families[Desk.family])
      #expect(oneWay.families == otherWay.families)
      #expect(laptops.allSatisfy { $0.caseload.families[Desk.family].map(Self.isOnTheTable) ?? false })
      #expect(Self.isOnTheTable(file))
      // Nothing that anybody decided is lost: it is followed, or set aside and shown.
      let shown = file.episodeLogs.flatMap(\.moves).reduce(0) { $0 + $1.versions.count }
      #expect(oneWay.sealedEntries == 0)
      let moves = common.count + laptops.flatMap(\.own).count - (start.entries.count - 1)
      #expect(shown + file.setAsideMoves.count == moves)
      aside = max(aside, file.setAsideMoves.count)
      common = (common + laptops[0].own + laptops[1].own).sorted { $0.entry.stamp < $1.entry.stamp }
    }
    #expect(done > 10)
    #expect(aside > 0)
  }
}
