/// What is known of a volunteer beyond name and number: every note about them, with its history.
public struct VolunteerFile: Hashable, Sendable {
  /// Every version of the volunteer's details, first to last.
  public private(set) var details: [Version<Volunteer>] = []
  /// The notes, in the order they were entered.
  public private(set) var notes: [Record<VolunteerNote>] = []

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: VolunteerFact, _ kept: KeptEntry) {
    switch fact {
    case .noted(let note): notes.append(Record(first: Version(kept, value: note)))
    case .amended(let amendment, let note):
      correct(amendment, Version(kept, value: note, reason: amendment.reason))
    case .retracted(let amendment, _):
      correct(amendment, Version(kept, value: nil, reason: amendment.reason))
    }
  }

  /// Takes in one more version of the volunteer's details.
  mutating func take(_ volunteer: Volunteer, reason: Reason?, _ kept: KeptEntry) {
    details.append(Version(kept, value: volunteer, reason: reason))
  }

  private mutating func correct(_ amendment: Amendment, _ version: Version<VolunteerNote>) {
    guard let index = notes.firstIndex(where: { $0.id == amendment.record }) else { return }
    notes[index].add(version)
  }

  /// The note of that identity.
  public func note(_ id: RecordID) -> Record<VolunteerNote>? { notes.first { $0.id == id } }

  /// The notes that stand, latest day first; of one day the one entered last comes first.
  public var standingNotes: [Record<VolunteerNote>] {
    notes.filter { !$0.isRetracted }.sorted { left, right in
      let (leftDay, rightDay) = (left.current?.day ?? .earliest, right.current?.day ?? .earliest)
      return leftDay != rightDay ? leftDay > rightDay : left.original.stamp > right.original.stamp
    }
  }

  private var standing: [VolunteerNote] { notes.compactMap(\.current) }

  /// The references that speak for the volunteer.
  public var goodReferences: [Reference] {
    standing.compactMap {
      if case .reference(let reference) = $0, reference.isGood { reference } else { nil }
    }
  }
  /// The latest check.
  public var check: VettingCheck? {
    standing.compactMap { if case .check(let check) = $0 { check } else { nil } }.max { $0.day < $1.day }
  }
  /// The sessions of the preparation course, in the order of their days.
  public var preparation: [Preparation] {
    standing.compactMap { if case .preparation(let session) = $0 { session } else { nil } }
      .sorted { $0.day < $1.day }
  }
  /// The day the preparation course was finished.
  public var preparedOn: Day? { preparation.first(where: \.finishesCourse)?.day }
  /// The latest supervision.
  public var supervision: Supervision? {
    standing.compactMap { if case .supervision(let held) = $0 { held } else { nil } }.max { $0.day < $1.day }
  }
  /// The claims, by month.
  public var claims: [ExpenseClaim] {
    standing.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
      .sorted { $0.month < $1.month }
  }
  /// The claim for a month.
  public func claim(for month: Month) -> Record<VolunteerNote>? {
    notes.first { record in
      if case .claim(let claim) = record.current { claim.month == month } else { false }
    }
  }
}
