import VisitLibrary
import VisitModel

/// A caseload with the entries that made it, for tests: facts go in as a command gave them, one entry each.
struct Desk {
  /// Monday 23 November 2026.
  static let today = Day(daysSinceEpoch: 20_780)
  static let lists = SchemeLists(
    version: 1, needs: ["play", "money", "home"].map { ListEntry(id: NeedID(rawValue: $0), label: $0) },
    activities: ["listening", "outing"].map { ListEntry(id: ActivityID(rawValue: $0), label: $0) },
    circumstances: ["lone_parent", "asylum"].map { ListEntry(id: CircumstanceID(rawValue: $0), label: $0) }
  ).following(pathway)
  /// The pathway that ships with the program.
  static var pathway: Pathway { shippedLists.pathway }
  /// The lists that ship with the program.
  static let shippedLists: SchemeLists = {
    do { return try Library.load().lists } catch { preconditionFailure("\(error)") }
  }()
  static let family = FamilyID(rawValue: 7)

  private(set) var caseload = Caseload()
  private(set) var entries: [KeptEntry] = []
  private var stamp = Stamp(milliseconds: 1_795_000_000_000)
  var today = Desk.today

  /// Takes in facts, and names the entries they became.
  @discardableResult
  mutating func record(_ facts: [Fact]) -> [RecordID] {
    caseload.homed(facts).map { fact in
      stamp = stamp.next(nowMilliseconds: 0)
      let number = EntryNumber(entries.count + 1)
      let id = RecordID(bits: UInt64(number.count) &* 0x9E37_79B9_7F4A_7C15)
      let entry = Entry(id: id, stamp: stamp, author: MemberNumber(1), fact: fact)
      entries.append(KeptEntry(entry: entry, number: number))
      caseload.apply(KeptEntry(entry: entry, number: number))
      return id
    }
  }

  /// Two volunteers who are ready (V-01 Lena Hughes, V-02 Tom Best) and a family of three at a stage since 1 January 2026.
  static func open(at stage: String = "supported", since day: String = "2026-01-01") throws -> Desk {
    var desk = Desk()
    try desk.record(AddVolunteer(name: "Lena Hughes").facts(in: desk.caseload))
    try desk.record(AddVolunteer(name: "Tom Best").facts(in: desk.caseload))
    for volunteer in ["V-01", "V-02"] { try desk.makeReady(volunteer) }
    let family = TypedFamily(
      [.name: "Abbott"],
      people: [
        TypedPerson(name: "Rosie Abbott", role: "mother"),
        TypedPerson(name: "Noah Abbott", role: "child", birth: "2025-09-10"),
        TypedPerson(name: "Ivy Abbott", role: "child", birth: "2023-02-01"),
      ])
    try desk.add(
      family, TypedMove(stage: stage, day: day, volunteer: "V-01", endingOn: "2027-03-01", reason: "why"))
    return desk
  }

  mutating func add(
    _ typed: TypedFamily, _ move: TypedMove = TypedMove(stage: "referred"), id: FamilyID = Desk.family
  ) throws {
    record(
      try AddFamily(typed: typed, move: move, id: id).facts(in: caseload, lists: Desk.lists, today: today))
    refer(id)
  }

  /// Lets a family that was just referred have come by itself, so that nothing stands in the way of accepting it.
  private mutating func refer(_ id: FamilyID) {
    guard let file = caseload.families[id], let episode = file.episode,
      [.referred, .needsInformation].contains(episode.state),
      file.assessment.referral(of: episode.number) == nil
    else { return }
    let referral = Referral(
      episode: episode.number, received: episode.began, source: ReferralSourceID(rawValue: "self"),
      agreement: .selfReferral)
    record([.assessment(id, .referralRecorded(referral))])
  }

  mutating func move(_ move: TypedMove, of id: FamilyID = Desk.family) throws {
    record(try MoveEpisode(id: id, typed: move).facts(in: caseload, lists: Desk.lists, today: today))
    refer(id)
  }

  @discardableResult
  mutating func visit(
    _ texts: [Field: String] = [:], of id: FamilyID = Desk.family, allowingDuplicate: Bool = false
  ) throws -> RecordID? {
    let typed = TypedVisit(texts.merging([.date: "today", .minutes: "60"]) { given, _ in given })
    let command = RecordVisit(typed: typed, family: id, allowingDuplicate: allowingDuplicate)
    return record(try command.facts(in: caseload, lists: Desk.lists, today: today)).first
  }

  /// Amends a visit in some of its fields, leaving the rest as it stands.
  mutating func amend(_ id: RecordID?, _ texts: [Field: String], reason: String = "it was wrong") throws {
    guard let id, let now = caseload.visit(id)?.visit.current else { throw Refusal(.record, .missing) }
    var typed = TypedVisit(now)
    for (field, text) in texts { typed[field] = text }
    let command = AmendVisit(record: id, typed: typed, reason: reason)
    record(try command.facts(in: caseload, lists: Desk.lists, today: today))
  }

  mutating func retract(_ id: RecordID?, reason: String = "wrong family") throws {
    guard let id else { throw Refusal(.record, .missing) }
    record(try RetractVisit(record: id, reason: reason).facts(in: caseload))
  }

  /// The family the desk opened with.
  var file: FamilyFile? { caseload.families[Desk.family] }

  /// The visit that typed texts become, without recording it.
  func checked(_ texts: [Field: String]) throws -> Visit? {
    try file.map {
      try TypedVisit(texts).checked(for: $0, in: caseload, lists: Desk.lists, today: today)
    }
  }
}

/// The problems a command was refused for; empty where it was not.
func problems(_ work: () throws -> Void) -> [Problem] {
  do { try work() } catch let refusal as Refusal { return refusal.problems } catch { return [] }
  return []
}

/// The fields that were refused, in their order.
func refusedFields(_ work: () throws -> Void) -> [Field] { problems(work).map(\.field) }
