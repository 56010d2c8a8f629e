import VisitModel

/// A desk with one family entered twice: F-0001 Abbott, supported, and F-0002 Abbot, referred by somebody else and refused
/// because it is supported already. Each has visits, check-ins, consents and a concern of its own.
struct MergeDesk {
  static let again = FamilyID(rawValue: 8)
  static let ann = Member(number: MemberNumber(1), name: "Ann Lee", role: .coordinator)
  static let lena = Member(
    number: MemberNumber(2), name: "Lena Hughes", role: .volunteer, volunteer: VolunteerNumber(1))
  static let tom = Member(
    number: MemberNumber(3), name: "Tom Best", role: .volunteer, volunteer: VolunteerNumber(2))

  var desk: Desk
  private(set) var visit = RecordID(bits: 0)
  private(set) var consent = RecordID(bits: 0)
  private(set) var concern = RecordID(bits: 0)

  init(closed: Bool = true) throws {
    desk = try Desk.open()
    desk.record([
      .memberJoined(MergeDesk.ann), .memberJoined(MergeDesk.lena), .memberJoined(MergeDesk.tom),
    ])
    try desk.visit([.date: "-20", .there: "P1, P2", .note: "first of F-0001"])
    try desk.add(
      TypedFamily(
        [.name: "Abbot", .phone: "07700 900142", .safeTo: "text", .risks: "dog in the kitchen"],
        people: [
          TypedPerson(name: "Rose Abbot", role: "mother"),
          TypedPerson(name: "Noah Abbot", role: "child", birth: "2025-10-09"),
          TypedPerson(name: "Gran Abbot", role: "grandparent"),
        ]), TypedMove(stage: "referred", day: "2026-06-01"), id: MergeDesk.again)
    let ids = desk.record([
      .visitRecorded(
        Visit(
          family: MergeDesk.again, episode: EpisodeNumber(1), volunteers: [],
          day: Desk.today.advanced(by: -9),
          outcome: .done(Contact(start: nil, minutes: Minutes(45), channel: .home)),
          attendance: [
            Attendance(person: PersonNumber(1), presence: .there),
            Attendance(person: PersonNumber(3), presence: .there),
          ], note: "first of F-0002")),
      .background(
        MergeDesk.again,
        .consentGiven(
          Consent(
            scope: .share(with: "The Hub"), given: Desk.today.advanced(by: -9), how: .signed,
            by: PersonNumber(3)))),
    ])
    (visit, consent) = (ids[0], ids[1])
    let raise = RaiseConcern(
      id: RecordID(bits: 0xC0C0),
      typed: TypedConcern([
        .family: "F-0002", .about: "Gran", .seen: "a bruise", .danger: "no",
      ]))
    let noon = Moment(Desk.today, .midnight)
    desk.record(try raise.facts(in: desk.caseload, as: MergeDesk.ann, now: noon))
    concern = RecordID(bits: 0xC0C0)
    if closed {
      try desk.move(TypedMove(stage: "refused", reason: "supported already"), of: MergeDesk.again)
    }
  }

  func command(same: String = "", reason: String = "entered twice") -> MergeFamilies {
    MergeFamilies(family: MergeDesk.again, into: Desk.family, same: same, reason: reason)
  }

  func preview(same: String = "", by member: Member = ann) throws -> MergePreview {
    try command(same: same).preview(
      in: desk.caseload, lists: Desk.shippedLists, by: member, today: Desk.today)
  }

  mutating func merge(same: String = "", holders: [FamilyID: Set<MemberNumber>] = [:]) throws {
    desk.record(
      try command(same: same).facts(
        in: desk.caseload, lists: Desk.shippedLists, by: MergeDesk.ann, today: Desk.today
      ) { holders[$0] ?? [] })
  }

  mutating func undo(holders: [FamilyID: Set<MemberNumber>] = [:]) throws {
    desk.record(
      try UndoMerge(family: MergeDesk.again, reason: "two families after all").facts(
        in: desk.caseload, by: MergeDesk.ann
      ) { holders[$0] ?? [] })
  }

  var file: FamilyFile? { desk.caseload.families[Desk.family] }
  var again: FamilyFile? { desk.caseload.families[MergeDesk.again] }
}
