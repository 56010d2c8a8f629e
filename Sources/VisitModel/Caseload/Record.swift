/// A record with its whole history: every version that was ever entered, and whether it was taken back.
///
/// Reading the current version costs nothing; a history of one version keeps no array.
public struct Record<Value: Hashable & Sendable>: Hashable, Sendable, Identifiable {
  /// The record's identity: that of the entry that began it.
  public let id: RecordID
  private let first: Version<Value>
  private var later: [Version<Value>] = []

  init(first: Version<Value>) {
    id = first.entry
    self.first = first
  }

  mutating func add(_ version: Version<Value>) { later.append(version) }

  /// The record with every version said otherwise.
  func map(_ said: (Value) -> Value) -> Record {
    var record = Record(first: first.map(said))
    record.later = later.map { $0.map(said) }
    return record
  }

  /// The record with one more version, which stands where it was entered among the others.
  func adding(_ version: Version<Value>) -> Record {
    var record = self
    record.later.insert(version, at: later.firstIndex { $0.stamp > version.stamp } ?? later.endIndex)
    return record
  }

  /// What the record said when something else was entered; nil where it had been taken back.
  func said(before stamp: Stamp) -> Value? {
    (versions.last { $0.stamp < stamp } ?? first).value
  }

  /// Every version, first to last; never empty.
  public var versions: [Version<Value>] { [first] + later }
  /// The latest version, which may be a retraction.
  public var latest: Version<Value> { later.last ?? first }
  /// What the record says now, or nil where it was taken back.
  public var current: Value? { latest.value }
  /// What the record said last, even where it was taken back afterwards.
  public var lastSaid: Value? {
    if let value = latest.value { return value }
    return later.last { $0.value != nil }?.value ?? first.value
  }
  /// The first version, as it was entered.
  public var original: Version<Value> { first }
  /// Whether it was corrected or taken back after it was entered.
  public var isCorrected: Bool { !later.isEmpty }
  /// Whether it was taken back.
  public var isRetracted: Bool { latest.value == nil }
}

extension Record<Visit> {
  /// The record of a visit that was entered once and never corrected, by its entry; nil where the entry is another.
  package init?(entered kept: KeptEntry) {
    guard case .visitRecorded(let visit) = kept.entry.fact else { return nil }
    self.init(first: Version(kept, value: visit))
  }
}

extension Record {
  /// Takes the record back for a reason as typed; refused where it was taken back before, or for want of a reason.
  func retraction(because reason: String) throws(Refusal) -> Amendment {
    if isRetracted { throw Refusal(.record, .alreadyRetracted) }
    var checking = Checking()
    let why = checking.reason(reason)
    try checking.finish()
    guard let why else { throw Refusal(.reason, .missing) }
    return Amendment(record: id, basedOn: latest.entry, reason: why)
  }
}

/// One version of a record: who entered it, when, and why it differs from the one before.
public struct Version<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The entry that holds this version.
  public let entry: RecordID
  /// The entry's running number.
  public let number: EntryNumber
  /// When it was entered.
  public let stamp: Stamp
  /// Who entered it.
  public let author: MemberNumber
  /// What it says; nil takes the record back.
  public let value: Value?
  /// Why it differs from the version before; nil for the first.
  public let reason: Reason?

  init(_ kept: KeptEntry, value: Value?, reason: Reason? = nil) {
    entry = kept.entry.id
    number = kept.number
    stamp = kept.entry.stamp
    author = kept.entry.author
    self.value = value
    self.reason = reason
  }

  /// What another entry makes of this one's record.
  init(_ other: Version<some Hashable>, saying value: Value?) {
    entry = other.entry
    number = other.number
    stamp = other.stamp
    author = other.author
    self.value = value
    reason = other.reason
  }

  func map(_ said: (Value) -> Value) -> Version { Version(self, saying: value.map(said)) }
}
