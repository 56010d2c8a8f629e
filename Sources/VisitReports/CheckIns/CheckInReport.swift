public import VisitModel

/// One check-in in a list, with the score that is shown where there is room for one.
public struct CheckInRow: Hashable, Sendable, Identifiable {
  /// The check-in's identity.
  public let id: RecordID
  /// The running number of the entry that began it.
  public let entry: EntryNumber
  /// The family's number.
  public let familyNumber: FamilyNumber
  /// The name the family goes by.
  public let familyName: String
  /// The name of the person who answered, where they are still known.
  public let personName: String?
  /// The check-in; of one that was taken back, what it said last.
  public let checkIn: CheckIn
  /// The score shown, where the instrument is known and has one.
  public let score: Score?
  /// What the check-in comes to in that score.
  public let result: ScoreResult?
  /// The ids of the instrument's triggers that fire.
  public let triggers: [String]
  /// When it was entered.
  public let enteredAt: Stamp
  /// Whether it was taken back, so that it counts no more.
  public let isRetracted: Bool

  init?(_ record: Record<CheckIn>, of file: FamilyFile, shelf: InstrumentShelf) {
    guard let checkIn = record.lastSaid else { return nil }
    id = record.id
    entry = record.original.number
    familyNumber = file.number
    familyName = file.family.name
    personName = file.family.person(checkIn.person)?.name
    self.checkIn = checkIn
    let primary = shelf.primaryScore(of: checkIn)
    score = primary?.score
    result = primary?.result
    triggers = shelf.result(of: checkIn)?.triggers ?? []
    enteredAt = record.original.stamp
    isRetracted = record.isRetracted
  }
}

/// A list of check-ins, newest first.
public struct CheckInReport: Sendable {
  /// The check-ins, latest day first.
  public let rows: [CheckInRow]

  /// The check-ins of the caseload; see ``VisitReport`` for who sees which.
  public init(
    _ caseload: Caseload, instruments: InstrumentShelf, period: Period? = nil, family: FamilyID? = nil,
    instrument: InstrumentID? = nil, includingRetracted: Bool = false, viewer: Member? = nil
  ) {
    let files =
      family.map { id in caseload.families[id].map { [$0] } ?? [] } ?? caseload.families.values
    var rows: [CheckInRow] = []
    for file in files {
      if let viewer, !viewer.works(with: file.id, visitedBy: file.volunteer) { continue }
      for record in file.checkIns where includingRetracted || !record.isRetracted {
        guard let checkIn = record.lastSaid, period?.contains(checkIn.day) ?? true,
          instrument.map({ $0 == checkIn.instrument }) ?? true,
          let row = CheckInRow(record, of: file, shelf: instruments)
        else { continue }
        rows.append(row)
      }
    }
    self.rows = rows.sorted { left, right in
      if left.checkIn.day != right.checkIn.day { return left.checkIn.day > right.checkIn.day }
      return left.enteredAt != right.enteredAt ? left.enteredAt > right.enteredAt : left.id < right.id
    }
  }
}
