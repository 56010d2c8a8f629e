/// That records left the scheme in a file.
public struct ExportNote: Hashable, Sendable {
  /// What was exported, such as `visits` or `handover`.
  public let kind: String
  /// The first day of the period.
  public let first: Day
  /// The last day of the period.
  public let last: Day
  /// Whether families are named in it.
  public let isIdentifiable: Bool
  /// Why; there is always a reason where families are named.
  public let reason: Reason?
  /// The day it was made.
  public let day: Day

  /// An export of a kind over a period, made on a day.
  public init(kind: String, first: Day, last: Day, isIdentifiable: Bool, reason: Reason?, day: Day) {
    self.kind = kind
    self.first = first
    self.last = last
    self.isIdentifiable = isIdentifiable
    self.reason = reason
    self.day = day
  }
}

/// Notes an export that names families, before the file is written.
public struct NoteExport: Sendable {
  /// What is exported.
  public let kind: String
  /// The first day of the period.
  public let first: Day
  /// The last day of the period.
  public let last: Day
  /// Why names have to be in it, as typed.
  public let reason: String

  /// A note of an export with names.
  public init(kind: String, first: Day, last: Day, reason: String) {
    self.kind = kind
    self.first = first
    self.last = last
    self.reason = reason
  }

  /// The fact to record.
  public func facts(today: Day) throws(Refusal) -> [Fact] {
    let why = try Reason(typed: reason)
    let note = ExportNote(
      kind: kind, first: first, last: last, isIdentifiable: true, reason: why, day: today)
    return [.oversight(.exportMade(note))]
  }
}
