/// The services a family was pointed to and used.
public struct ServiceUses: Hashable, Sendable {
  /// Every use, in the order they began.
  public internal(set) var all: [UsedService] = []

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: ServiceFact, _ kept: KeptEntry) {
    switch fact {
    case .began(let use): all.append(UsedService(use: Record(first: Version(kept, value: use))))
    case .moved(let record, let step): change(record) { $0.steps.append(step) }
    case .session(let record, let session): change(record) { $0.sessions.append(session) }
    case .amended(let amendment, let use):
      change(amendment.record) { $0.use.add(Version(kept, value: use, reason: amendment.reason)) }
    case .retracted(let amendment):
      change(amendment.record) { $0.use.add(Version(kept, value: nil, reason: amendment.reason)) }
    }
  }

  private mutating func change(_ record: RecordID, _ body: (inout UsedService) -> Void) {
    guard let index = all.firstIndex(where: { $0.id == record }) else { return }
    body(&all[index])
  }

  /// The uses that stand.
  public var standing: [UsedService] { all.filter { !$0.use.isRetracted } }
  /// The use of that identity.
  public func use(_ id: RecordID) -> UsedService? { all.first { $0.id == id } }
}

/// A family's use of one service, with its steps and sessions.
public struct UsedService: Hashable, Sendable, Identifiable {
  /// How it began, with its history.
  public fileprivate(set) var use: Record<ServiceUse>
  /// The steps after the beginning.
  public fileprivate(set) var steps: [ServiceStep] = []
  /// The sessions that were offered.
  public fileprivate(set) var sessions: [ServiceSession] = []

  /// The record's identity.
  public var id: RecordID { use.id }
  /// What was said at the beginning, even where it was taken back.
  public var said: ServiceUse {
    guard let said = use.lastSaid else { preconditionFailure("a record has said something") }
    return said
  }
  /// Where it stands now.
  public var state: ServiceState { steps.last?.state ?? said.begun }
  /// Since when.
  public var since: Day { steps.last?.day ?? said.day }
  /// What became of it, in the family's words.
  public var words: String { steps.last { !$0.words.isEmpty }?.words ?? "" }
  /// How many of the sessions offered were attended.
  public var attended: Int { sessions.count(where: \.wasAttended) }
}
