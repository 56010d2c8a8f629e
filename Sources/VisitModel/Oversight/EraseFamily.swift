/// Erases a family for good: its words go, its plain numbers stay.
public struct EraseFamily: Sendable {
  /// The family.
  public let family: FamilyID
  /// On what ground, as typed; some other than the named ones where nothing was typed.
  public let ground: String
  /// Why, as typed, in words that name nobody of the family.
  public let reason: String
  /// On whose authority, as typed; the member's own where nothing was typed.
  public let authority: String

  /// An erasure of a family.
  public init(family: FamilyID, ground: String = "", reason: String, authority: String = "") {
    self.family = family
    self.ground = ground
    self.reason = reason
    self.authority = authority
  }

  /// Refuses what may not be erased: only a supervisor may, and never under a legal hold.
  public static func check(_ family: FamilyID, in caseload: Caseload, by member: Member) throws(Refusal) {
    try member.requireSupervisor()
    guard caseload.families[family] != nil else { throw Refusal(.family, .missing) }
    if let hold = caseload.hold(on: family) {
      throw Refusal(.family, .underHold(since: hold.day, reason: hold.reason.text))
    }
  }

  /// The facts to record: that the family is erased, and its numbers. With it go the families that were merged into it,
  /// each under its own key and number.
  ///
  /// - Parameters:
  ///   - confirmed: the family's number, typed by the person who wants it erased.
  ///   - counts: how many entries of each kind go.
  public func facts(
    in caseload: Caseload, by member: Member, confirmed: String, counts: [ErasedCount], today: Day
  ) throws(Refusal) -> [Fact] {
    try EraseFamily.check(family, in: caseload, by: member)
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    if FamilyNumber(typed: trimmedText(confirmed)) != file.number {
      checking.fail(.number, .notConfirmed(file.number))
    }
    let ground =
      checking.value(
        .ground, of: self.ground, or: { .notOneOf($0, allowed: ErasureGround.words) },
        read: ErasureGround.init(typed:)) ?? .other
    let why = checking.reason(reason)
    let authority = checking.text(.authority, self.authority, max: TextLimit.line) ?? member.name
    try checking.finish()
    guard let why, let authority = Reason(authority) else { throw Refusal(.reason, .missing) }
    let erasures = caseload.parts(of: file.id).compactMap { part -> Fact? in
      guard let number = caseload.families.number(of: part) else { return nil }
      return .oversight(
        .familyErased(
          FamilyErasure(
            family: part, number: number, day: today, ground: ground, reason: why, authority: authority,
            counts: part == file.id ? counts : [])))
    }
    return erasures + [.oversight(.numbersKept(KeptNumbers(of: file, until: today)))]
  }
}
