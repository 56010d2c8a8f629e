/// Takes a merge back: both families are again what their own entries make them, and what was recorded since stays with
/// the family it was recorded of.
public struct UndoMerge: Sendable {
  /// The family that was merged into another.
  public let family: FamilyID
  /// Why, as typed.
  public let reason: String

  /// The taking back of a merge for a reason.
  public init(family: FamilyID, reason: String = "") {
    self.family = family
    self.reason = reason
  }

  /// What taking a merge back will do.
  public struct Preview: Hashable, Sendable {
    /// The merge.
    public let merge: Record<FamilyMerge>
    /// The family that gets its own file again, as it will be.
    public let family: FamilyFile
    /// The family that goes on, as its own entries make it.
    public let into: FamilyFile
    /// How much of each kind goes back with ``family``.
    public let amounts: [MergeAmount]
    /// People who came with the merge and stay in ``into`` as well, since something recorded of it since names them.
    public let staying: [Person]
    /// People who came with the merge and are taken off ``into`` again, where its details were amended since.
    public let leaving: [Person]
  }

  /// What taking the merge back will do. Refused where there is none to take back, or where the member may not.
  public func preview(in caseload: Caseload, by member: Member) throws(Refusal) -> Preview {
    guard caseload.isOffice(member) else { throw Refusal(.role, .notForRole(member.role)) }
    let merges = caseload.families.merges
    guard let record = merges.merge(of: family), let merge = record.current else {
      guard let number = caseload.families.number(of: family) else { throw Refusal(.family, .missing) }
      throw Refusal(.family, .notMerged(number))
    }
    if let next = merges.merge(of: merge.into)?.current,
      let number = caseload.families.number(of: merge.into),
      let end = caseload.families.number(of: next.into)
    {
      throw Refusal(.family, .mergedOn(number, into: end))
    }
    let after = caseload.families.without(record.id)
    guard let joined = caseload.families[merge.into], let file = after[merge.family],
      let into = after[merge.into]
    else { throw Refusal(.family, .missing) }
    let before = into.details.said(before: record.original.stamp)?.people.map(\.number) ?? []
    let came = joined.family.people.filter { person in
      merge.people.values.contains(person.number) && !before.contains(person.number)
    }
    let staying = came.filter { into.names($0.number) }
    let own = Set(into.family.people.map(\.number))
    return Preview(
      merge: record, family: file, into: into,
      amounts: MergeAmount.all(of: file, after.merges.parts(of: merge.family), in: caseload),
      staying: staying, leaving: came.filter { own.contains($0.number) && !staying.contains($0) })
  }

  /// The facts to record: that the merge is taken back, the details of the family that goes on without the people who are
  /// not of it after all, and the keys that were given for the merge.
  ///
  /// - Parameter holders: The members a family is given to by name now.
  public func facts(
    in caseload: Caseload, by member: Member, holders: (FamilyID) -> Set<MemberNumber>
  ) throws(Refusal) -> [Fact] {
    let preview = try preview(in: caseload, by: member)
    guard let merge = preview.merge.current else { throw Refusal(.family, .missing) }
    let amendment = try preview.merge.retraction(because: reason)
    var facts: [Fact] = [.mergeUndone(merge.into, amendment)]
    var details = preview.into.family
    details.people.removeAll { person in preview.leaving.contains { $0.number == person.number } }
    details.people += preview.staying.filter { details.person($0.number) == nil }
    if details != preview.into.family { facts.append(.familyAmended(merge.into, details, amendment.reason)) }
    return facts + withdrawals(after: merge, preview, in: caseload, holders: holders)
  }

  /// Closes each family to those who were given it for the merge alone.
  private func withdrawals(
    after merge: FamilyMerge, _ preview: Preview, in caseload: Caseload,
    holders: (FamilyID) -> Set<MemberNumber>
  ) -> [Fact] {
    guard let ended = Reason("merge taken back") else { return [] }
    let visiting = Set(preview.family.volunteer.map(caseload.visitors)?.map(\.number) ?? [])
    let visitingInto = Set(preview.into.volunteer.map(caseload.visitors)?.map(\.number) ?? [])
    let after = caseload.families.without(preview.merge.id).merges
    let closed = after.parts(of: merge.family).flatMap { part in
      holders(part).subtracting(merge.holders).subtracting(visiting).sorted().map { (part, $0) }
    }
    let closedInto = after.parts(of: merge.into).flatMap { part in
      holders(part).intersection(merge.holders.union(visiting)).subtracting(merge.holdersInto)
        .subtracting(visitingInto).sorted().map { (part, $0) }
    }
    return (closed + closedInto).map { .oversight(.accessWithdrawn($0, $1, ended)) }
  }
}

extension FamilyFile {
  /// Whether anything but the family's details names a person.
  fileprivate func names(_ person: PersonNumber) -> Bool {
    let numbers = Renumbering(
      family: id, people: [person: PersonNumber(person.count + 1_000_000)], episodes: [:], offset: 0)
    func names(_ records: [Record<some Renumbered>]) -> Bool {
      records.contains { $0.renumbered(by: numbers) != $0 }
    }
    return names(visits) || names(checkIns) || names(background.consents) || names(background.lifeEvents)
      || names(background.healthReviews) || names(assessment.assessments) || names(evaluation.reviews)
      || names(evaluation.feedback)
  }
}
