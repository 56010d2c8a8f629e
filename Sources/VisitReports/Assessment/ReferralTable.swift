public import VisitModel

/// One referral in a list, with its family and what became of it.
public struct ReferralRow: Hashable, Sendable, Identifiable {
  /// The referral's identity.
  public let id: RecordID
  /// The family's number.
  public let familyNumber: FamilyNumber
  /// The name the family goes by.
  public let familyName: String
  /// What the referral says.
  public let referral: Referral
  /// Where the episode that it opened stands now.
  public let stage: EpisodeStage?
  /// The reason it was refused for, where it was.
  public let refusal: RefusalID?
  /// The day the answer is due.
  public let replyDue: Day
  /// The day the answer was given; nil while there is none.
  public let answeredOn: Day?
  /// Days by which the answer is late, today or on the day it was given; nil where it is not.
  public let daysLate: Int?
}

/// The referrals of the families that somebody may open, latest first.
public struct ReferralReport: Sendable {
  /// The referrals, latest day first.
  public let rows: [ReferralRow]

  /// The standing referrals of a caseload, those of a period alone where one is given.
  public init(
    _ caseload: Caseload, today: Day, period: Period? = nil, onlyUnanswered: Bool = false
  ) {
    let limits = caseload.scheme.limits
    var rows: [ReferralRow] = []
    for file in caseload.familiesInOrder {
      for record in file.assessment.referrals {
        guard let row = ReferralRow(record, of: file, today: today, limits) else { continue }
        if let period, !period.contains(row.referral.received) { continue }
        if onlyUnanswered, row.answeredOn != nil { continue }
        rows.append(row)
      }
    }
    self.rows = rows.sorted { left, right in
      if left.referral.received != right.referral.received {
        return left.referral.received > right.referral.received
      }
      return left.familyNumber < right.familyNumber
    }
  }
}

extension ReferralRow {
  fileprivate init?(_ record: Record<Referral>, of file: FamilyFile, today: Day, _ limits: SchemeLimits) {
    guard let referral = record.current else { return nil }
    let episode = file.episodes.first { $0.number == referral.episode }
    // Any move is an answer: accepted, refused, or asked for more.
    let answer = episode?.moves.first { $0.state.stage != .referred }
    let due = referral.replyDue(by: limits)
    let late = due.distance(to: answer?.day ?? today)
    self.init(
      id: record.id, familyNumber: file.number, familyName: file.family.name, referral: referral,
      stage: episode?.state.stage, refusal: episode?.moves.last?.refusal, replyDue: due,
      answeredOn: answer?.day,
      daysLate: late > 0 ? late : nil)
  }
}

/// The columns of referrals in lists and files.
public struct ReferralTable: Sendable {
  private let isIdentifiable: Bool
  private let lists: SchemeLists

  /// A way of writing referrals down, with the names and words of people where they are asked for.
  public init(identifiable: Bool, lists: SchemeLists) {
    isIdentifiable = identifiable
    self.lists = lists
  }

  /// The referrals as a table, in their order.
  public func table(_ rows: [ReferralRow]) -> Table {
    Table(
      name: "referrals",
      columns: ReferralTable.plainColumns + (isIdentifiable ? ReferralTable.identifiableColumns : []),
      rows: rows.map(cells))
  }

  private func cells(_ row: ReferralRow) -> [Cell] {
    let referral = row.referral
    let entry = lists.entries(ReferralSourceID.self).first { $0.id == referral.source }
    var cells: [Cell] = [
      .text(row.id.description), .text(row.familyNumber.description), .text(referral.episode.description),
      .day(referral.received), .text(referral.source.rawValue), Cell(entry?.code),
      .text(referral.agreement.kind.rawValue), Cell(listing: referral.needs), Cell(row.stage?.rawValue),
      Cell(row.refusal?.rawValue), .day(row.replyDue), Cell(row.answeredOn), Cell(row.daysLate),
    ]
    if isIdentifiable {
      cells += [
        .text(row.familyName), Cell(referral.referrer.name), Cell(referral.referrer.agency),
        Cell(referral.referrer.phone), Cell(referral.reasons), Cell(referral.noticed),
      ]
    }
    return cells
  }

  private static let plainColumns: [Column] = [
    Column("referralId", .text, isKey: true), Column("family", .text, required: true),
    Column("episode", .text, required: true), Column("received", .day, required: true),
    Column("source", .text, required: true), Column("sourceCode", .text),
    Column("agreement", .text, required: true, allowed: ReferralAgreementKind.words), Column("needs", .list),
    Column("stage", .text, allowed: EpisodeStage.words), Column("refusal", .text),
    Column("replyDue", .day, required: true), Column("answeredOn", .day), Column("daysLate", .integer),
  ]

  private static let identifiableColumns: [Column] = [
    Column("familyName", .text), Column("referrer", .text), Column("agency", .text),
    Column("referrerPhone", .text), Column("referralReasons", .text), Column("noticed", .text),
  ]
}
