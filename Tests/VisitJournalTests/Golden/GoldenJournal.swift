import Support
import VisitJournal
import VisitModel

/// A whole journal of format 1: four members of whom one has left, two epochs of keys, corrections, a draft.
///
/// It was made once, by ``make(on:root:)``, and lies in `format-1/` as it was. The words below are its own and are never
/// changed, so that what it says in a later year can be held against them.
struct GoldenJournal {
  static let passphrases = [
    "eleven grey herons", "a lantern by the gate", "walnut and thread", "gravel road",
  ]
  static let ines = MemberNumber(1)
  static let lowri = MemberNumber(2)
  static let sue = MemberNumber(3)
  static let mo = MemberNumber(4)
  /// Lowri visits the first family and holds no key to the second.
  static let visited = FamilyID(rawValue: 0x0102_0304_0506_0708)
  static let other = FamilyID(rawValue: 0x1112_1314_1516_1718)

  private static let monday = Day(daysSinceEpoch: 20_780)
  private static let reason = Reason("the wrong day") ?? missing()
  private static let scheme = Scheme(name: "Golden Valley", nation: .wales)
  private static let jones = Family(
    number: FamilyNumber(1), name: "Jones",
    people: [
      Person(
        number: PersonNumber(1), role: .mother, name: "Siân Jones", isMainCarer: true, livesHere: true,
        birth: .born(Day(daysSinceEpoch: 9_131))),
      Person(number: PersonNumber(2), role: .child, name: "Noah", birth: .born(Day(daysSinceEpoch: 20_300))),
    ],
    postcode: "SA1 1AA", phones: [Phone(number: "01632 960777", safe: [.text])])
  private static let okafor = Family(number: FamilyNumber(2), name: "Okafor")

  private static func visit(on day: Day, note: String) -> Visit {
    Visit(
      family: visited, episode: EpisodeNumber(1), volunteers: [VolunteerNumber(7)], day: day,
      outcome: .done(
        Contact(start: TimeOfDay(minutesAfterMidnight: 600), minutes: Minutes(90), channel: .home)),
      travel: Minutes(20), miles: Miles(tenths: 45), expenses: Pence(250), note: note)
  }

  /// What the draft holds.
  static let draftFields = [DraftField(name: "note", text: "Half a sentence about Noah, 日本 🧸")]
  static let draftKey = DraftKey(.visit, family: visited)

  /// The facts, in the order of the log, with who recorded each. The corrections correct entry 9.
  static func facts(correcting visitRecord: RecordID) -> [(author: MemberNumber, fact: Fact)] {
    let amendment = Amendment(record: visitRecord, basedOn: visitRecord, reason: reason)
    let matched = EpisodeState.matched(VolunteerNumber(7))
    func member(_ number: MemberNumber, _ name: String, _ role: Role, _ volunteer: VolunteerNumber? = nil)
      -> Fact
    {
      .memberJoined(Member(number: number, name: name, role: role, volunteer: volunteer))
    }
    return [
      (ines, .schemeSet(scheme)), (ines, member(ines, "Ines", .coordinator)),
      (ines, member(lowri, "Lowri", .volunteer, VolunteerNumber(7))), (ines, member(sue, "Sue", .supervisor)),
      (ines, member(mo, "Mo", .volunteer)),
      (ines, .familyAdded(visited, jones)), (ines, .familyAdded(other, okafor)),
      (ines, .episodeOpened(visited, EpisodeMove(episode: EpisodeNumber(1), state: matched, day: monday))),
      (lowri, .visitRecorded(visit(on: monday, note: "Siân slept four hours."))),
      (ines, .memberLeft(mo, reason)),
      (sue, .familyAmended(other, Family(number: FamilyNumber(2), name: "Okafor-Hall"), reason)),
      (lowri, .visitAmended(amendment, visit(on: monday.advanced(by: 1), note: "Siân slept five hours."))),
      (lowri, .visitRecorded(visit(on: monday.advanced(by: 7), note: "Typed twice."))),
      (ines, .visitRetracted(amendment, visited)),
    ]
  }

  /// Makes the journal: how `format-1/` came about. Returns the recovery codes of the members.
  static func make(on disk: any FileSystem, root: JournalPath) throws -> [RecoveryCode] {
    let test = TestJournal(disk, root: root, seed: 1_1926)
    func open(_ member: MemberNumber) throws -> Journal {
      test.clock.move(byMilliseconds: 60_000)
      return try test.open(as: .number(member), passphrase: passphrases[member.count - 1])
    }
    let (journal, code) = try Journal.create(
      at: root, fileSystem: disk, environment: test.environment, scheme: scheme, member: "Ines",
      role: .coordinator, passphrase: SecretBytes(text: passphrases[0]), cost: .rehearsal)
    var codes = [code]
    let joining: [(String, Role, VolunteerNumber?)] = [
      ("Lowri", .volunteer, VolunteerNumber(7)), ("Sue", .supervisor, nil), ("Mo", .volunteer, nil),
    ]
    for (place, (name, role, volunteer)) in joining.enumerated() {
      codes.append(
        try journal.addMember(
          name: name, role: role, volunteer: volunteer,
          passphrase: SecretBytes(text: passphrases[place + 1]), cost: .rehearsal
        ).recoveryCode)
    }
    let before = facts(correcting: RecordID(bits: 0)).map(\.fact)
    try journal.record(Array(before[5...7]))
    try journal.drafts.save(draftKey, fields: draftFields)
    try journal.close()
    let visiting = try open(lowri)
    let visit = try visiting.record(before[8]).entry.id
    try visiting.close()
    let after = facts(correcting: visit).map(\.fact)
    let office = try open(ines)
    try office.endMembership(of: mo, reason: reason)
    try office.close()
    for (member, range) in [(sue, 10...10), (lowri, 11...12), (ines, 13...13)] {
      let journal = try open(member)
      try journal.record(Array(after[range]))
      try journal.close()
    }
    return codes
  }

  private static func missing() -> Reason { preconditionFailure("a fixed reason has words") }
}
