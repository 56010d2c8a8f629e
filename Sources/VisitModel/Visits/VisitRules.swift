// The commands on visits: recording one, amending it, taking it back. Each gives the facts to record, or refuses.

/// Records a visit that was typed.
public struct RecordVisit: Sendable {
  /// The visit as it was typed.
  public let typed: TypedVisit
  /// The family that was visited.
  public let family: FamilyID
  /// Whether a likely duplicate was seen and meant.
  public let allowingDuplicate: Bool

  /// A visit to be recorded for a family.
  public init(typed: TypedVisit, family: FamilyID, allowingDuplicate: Bool = false) {
    self.typed = typed
    self.family = family
    self.allowingDuplicate = allowingDuplicate
  }

  /// The facts to record.
  ///
  /// - Throws: A refusal with every problem; ``Fault/likelyDuplicate(_:)`` where the same family, volunteer, day
  ///   and start stand already, which the person may overrule.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    let visit = try typed.checked(for: file, in: caseload, lists: lists, today: today)
    if !allowingDuplicate, let twin = file.likelyDuplicate(of: visit) {
      throw Refusal(.start, .likelyDuplicate(twin))
    }
    return [.visitRecorded(visit)]
  }
}

/// Amends a visit, leaving every earlier version to be seen.
public struct AmendVisit: Sendable {
  /// The visit.
  public let record: RecordID
  /// The visit as it should have been, as typed.
  public let typed: TypedVisit
  /// Why.
  public let reason: String

  /// An amendment of a visit for a reason.
  public init(record: RecordID, typed: TypedVisit, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let (file, old) = caseload.visit(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    var checking = Checking()
    if old.isRetracted { checking.fail(.record, .alreadyRetracted) }
    var amended: Visit?
    do throws(Refusal) {
      amended = try typed.checked(
        for: file, in: caseload, lists: lists, today: today, replacing: old.lastSaid)
    } catch {
      checking.add(error)
    }
    let why = checking.reason(reason)
    try checking.finish()
    guard let amended, let why else { throw Refusal(.reason, .missing) }
    if amended == old.current { throw Refusal(.record, .nothingChanged) }
    return [.visitAmended(Amendment(record: record, basedOn: old.latest.entry, reason: why), amended)]
  }
}

/// Takes a visit back: it stays to be seen, and counts no more.
public struct RetractVisit: Sendable {
  /// The visit.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A retraction of a visit for a reason.
  public init(record: RecordID, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard let (file, old) = caseload.visit(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    return [.visitRetracted(try old.retraction(because: reason), file.id)]
  }
}

extension FamilyFile {
  /// A standing visit of the same day and start with a volunteer in common, or both with nobody but the office,
  /// which the new one probably repeats.
  public func likelyDuplicate(of visit: Visit) -> RecordID? {
    visits.first { record in
      guard let other = record.current else { return false }
      return other.day == visit.day
        && (other.volunteers == visit.volunteers
          || other.volunteers.contains(where: visit.volunteers.contains))
        && other.outcome.contact?.start == visit.outcome.contact?.start
        && other.outcome.kind.isContact == visit.outcome.kind.isContact
    }?.id
  }
}

/// Plans a family's next visit, in place of the plan before.
public struct PlanVisit: Sendable {
  /// The family.
  public let family: FamilyID
  /// The day, as typed.
  public let day: String
  /// The time, as typed.
  public let start: String

  /// A visit to be planned.
  public init(family: FamilyID, day: String, start: String) {
    self.family = family
    self.day = day
    self.start = start
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard caseload.families[family] != nil else { throw Refusal(.family, .missing) }
    var checking = Checking()
    let day = checking.value(.next, of: day, or: Fault.notADay) {
      Day(typed: $0, today: today, leaning: .ahead)
    }
    if trimmedText(self.day).isEmpty { checking.fail(.next, .missing) }
    let start = checking.value(.nextStart, of: start, or: Fault.notATime) { TimeOfDay(typed: $0) }
    if let day, day < today { checking.fail(.next, .inThePast(day)) }
    try checking.finish()
    guard let day else { throw Refusal(.next, .missing) }
    return [.visitPlanned(family, VisitPlan(day: day, start: start))]
  }
}
