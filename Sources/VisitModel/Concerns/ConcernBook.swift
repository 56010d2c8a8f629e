/// The concerns that the reader may see: all of them for the office, their own copies for whoever raised one.
public struct ConcernBook: Hashable, Sendable {
  private var files: [RecordID: ConcernFile] = [:]
  private var order: [RecordID] = []
  /// Those that are open, in the order they were raised: every frame of the screens asks for them.
  private var openOrder: [RecordID] = []
  /// Those about each family, whatever was merged, in no order that means anything: a family's screen asks at every key.
  private var byFamily: [FamilyID: Set<RecordID>] = [:]
  /// Which families were merged: a concern about one of them is shown with the family that stands for it.
  var merges = MergeBook()

  /// Nothing yet.
  init() {}

  /// What entries about concerns add up to, in their order, where families were erased meanwhile.
  init(_ entries: [KeptEntry], erasures: [(number: EntryNumber, family: FamilyID)]) {
    var erased = erasures[...]
    for kept in entries {
      while let next = erased.first, next.number < kept.number {
        forget(next.family)
        erased.removeFirst()
      }
      if case .concern(let fact) = kept.entry.fact { take(fact, kept) }
    }
    for next in erased { forget(next.family) }
  }

  /// Takes in one more entry.
  mutating func take(_ fact: ConcernFact, _ kept: KeptEntry) {
    let id = fact.concern
    let before = homeFamily(of: id)
    add(fact, kept)
    let family = homeFamily(of: id)
    if family != before {
      if let before { byFamily[before]?.remove(id) }
      if let family { byFamily[family, default: []].insert(id) }
    }
    let isOpen = files[id]?.isOpen ?? false
    if isOpen, openOrder.last != id, !openOrder.contains(id) { openOrder.append(id) }
    if !isOpen { openOrder.removeAll { $0 == id } }
  }

  private mutating func add(_ fact: ConcernFact, _ kept: KeptEntry) {
    switch fact {
    case .raised(let concern): begin(concern, kept, isCopy: false)
    case .copied(let concern):
      // Who reads the original has no use for the copy they made before.
      guard let file = files[concern.id] else { return begin(concern, kept, isCopy: true) }
      if file.isCopy { files[concern.id]?.details.add(Version(kept, value: concern)) }
    case .amended(let concern, let reason):
      files[concern.id]?.details.add(Version(kept, value: concern, reason: reason))
    case .acknowledged(let id, let mark):
      guard files[id]?.acknowledged == nil else { return }
      files[id]?.acknowledgement = Version(kept, value: mark.by(kept.entry.author))
    case .acted(let id, let action):
      files[id]?.actions.append(Record(first: Version(kept, value: action)))
    case .actionAmended(let id, let action, let said, let reason):
      guard let index = files[id]?.actions.firstIndex(where: { $0.id == action }) else { return }
      files[id]?.actions[index].add(Version(kept, value: said, reason: reason))
    case .closed(let id, let mark):
      guard files[id]?.closed == nil else { return }
      files[id]?.closing = Version(kept, value: mark.by(kept.entry.author))
    }
  }

  /// Drops the concerns about a family that was erased.
  mutating func forget(_ family: FamilyID) {
    let gone = byFamily.removeValue(forKey: family) ?? []
    guard !gone.isEmpty else { return }
    order.removeAll(where: gone.contains)
    openOrder.removeAll(where: gone.contains)
    for id in gone { files[id] = nil }
  }

  private mutating func begin(_ concern: Concern, _ kept: KeptEntry, isCopy: Bool) {
    if files[concern.id] == nil { order.append(concern.id) }
    files[concern.id] = ConcernFile(Version(kept, value: concern), id: concern.id, isCopy: isCopy)
  }
}

extension ConcernBook {
  /// Every concern, in the order they were raised.
  public var all: [ConcernFile] { order.compactMap { self[$0] } }
  /// How many there are.
  public var count: Int { order.count }
  /// How many the office still has to do something about.
  public var openCount: Int { openOrder.count }
  /// How many of them are past one of their clocks.
  public func lateCount(at now: Moment, limits: SchemeLimits) -> Int {
    openOrder.count { id in files[id].map { !$0.lateness(at: now, limits: limits).isEmpty } ?? false }
  }
  /// Those the office still has to do something about, the longest open first.
  public var open: [ConcernFile] {
    openOrder.compactMap { self[$0] }.sorted { $0.concern.raised < $1.concern.raised }
  }
  /// The concern of that identity.
  public subscript(id: RecordID) -> ConcernFile? {
    guard var file = files[id], let family = file.concern.subject.family, !merges.isEmpty else {
      return files[id]
    }
    for merge in merges.path(from: family) {
      file.details = file.details.map { $0.renumbered(by: merge.forward) }
    }
    return file
  }
  /// The family that a concern was raised about, whatever was merged since.
  func homeFamily(of id: RecordID) -> FamilyID? { files[id]?.concern.subject.family }
  /// How many concerns were raised about some families, whatever was merged since.
  func count(raisedAbout families: [FamilyID]) -> Int {
    Set(families).reduce(0) { $0 + (byFamily[$1]?.count ?? 0) }
  }
  /// The concerns about a family, in the order they were raised.
  public func about(_ family: FamilyID) -> [ConcernFile] {
    let root = merges.root(of: family)
    let ids =
      merges.isEmpty ? byFamily[root] ?? [] : Set(merges.parts(of: root).flatMap { byFamily[$0] ?? [] })
    return ids.compactMap { self[$0] }.filter { $0.concern.subject.family == root }
      .sorted { $0.details.original.number < $1.details.original.number }
  }
  /// Those whose identity is, or begins with, what was typed.
  public func beginning(with typed: String) -> [ConcernFile] {
    let folded = RecordID.unconfused(typed)
    return typed.isEmpty ? [] : all.filter { $0.id.description.hasPrefix(folded) }
  }
  /// Those a member wrote down after an answer that signals danger, and has not said yet what they did.
  public func awaitingWhatWasDone(by member: MemberNumber) -> [ConcernFile] {
    all.filter { $0.author == member && $0.concern.awaitsWhatWasDone && $0.stage != .closed }
  }
}

extension ConcernMark {
  fileprivate func by(_ author: MemberNumber) -> ConcernMark {
    var mark = self
    mark.author = author
    return mark
  }
}
