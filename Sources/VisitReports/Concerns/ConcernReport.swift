public import VisitModel

/// One concern in a list.
public struct ConcernRow: Hashable, Sendable, Identifiable {
  /// The concern with all that came after.
  public let file: ConcernFile
  /// The number of the family it is about, where the reader may open that family.
  public let familyNumber: FamilyNumber?
  /// The name the family goes by.
  public let familyName: String?
  /// The names of those it is about, somebody of no family among them.
  public let about: [String]
  /// Who raised it: as it says, else whoever wrote it down.
  public let raisedBy: String
  /// What is late about it.
  public let late: [ConcernLateness]
  /// Minutes from when it was raised to now, or to when it was signed off.
  public let minutesOpen: Int

  /// The concern's identity.
  public var id: RecordID { file.id }

  init(_ file: ConcernFile, in caseload: Caseload, now: Moment) {
    self.file = file
    let concern = file.concern
    let family = concern.subject.family.flatMap { caseload.families[$0] }
    familyNumber = family?.number
    familyName = family?.family.name
    switch concern.subject {
    case .family(_, let people, let others):
      about =
        people.map { family?.family.person($0)?.shortName ?? $0.description }
        + (others.isEmpty ? [] : [others])
    case .somebody(let who): about = [who]
    }
    raisedBy = concern.raisedBy.isEmpty ? caseload.name(of: file.author) : concern.raisedBy
    late = file.lateness(at: now, limits: caseload.scheme.limits)
    minutesOpen = file.minutesOpen(at: now)
  }
}

/// A list of concerns: those that are open first, the longest open at the top, then the others, latest first.
public struct ConcernReport: Sendable {
  /// The concerns, in the order of the list.
  public let rows: [ConcernRow]

  /// The concerns that the reader of the caseload may see.
  ///
  /// - Parameters:
  ///   - now: The moment the clocks are read at.
  ///   - family: Only those about this family.
  ///   - stage: Only those that stand there.
  ///   - onlyLate: Only those past a clock.
  public init(
    _ caseload: Caseload, now: Moment, family: FamilyID? = nil, stage: ConcernStage? = nil,
    onlyLate: Bool = false
  ) {
    let files = family.map(caseload.concerns.about) ?? caseload.concerns.all
    rows = files.filter { stage == nil || $0.stage == stage }
      .map { ConcernRow($0, in: caseload, now: now) }
      .filter { !onlyLate || !$0.late.isEmpty }
      .sorted { left, right in
        let (mine, other) = (left.file, right.file)
        if mine.isOpen != other.isOpen { return mine.isOpen }
        let (raised, otherRaised) = (mine.concern.raised, other.concern.raised)
        if raised != otherRaised { return mine.isOpen ? raised < otherRaised : raised > otherRaised }
        return left.id < right.id
      }
  }

  /// How many are open.
  public var openCount: Int { rows.count { $0.file.isOpen } }
  /// How many are past a clock.
  public var lateCount: Int { rows.count { !$0.late.isEmpty } }
}
