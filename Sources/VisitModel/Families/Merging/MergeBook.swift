/// Which families were merged into which, and what of that was taken back.
public struct MergeBook: Hashable, Sendable {
  /// Every merge, those taken back too, in the order they were entered.
  public private(set) var all: [Record<FamilyMerge>] = []
  /// The merges that hold, by the family whose number is not used any more.
  private var standing: [FamilyID: RecordID] = [:]

  /// Nothing yet.
  init() {}

  /// Takes in a merge. It is kept and not followed where a family would end up in itself, or in two others: that was
  /// decided on two laptops that did not know of each other.
  mutating func take(_ merge: FamilyMerge, _ reason: Reason, _ kept: KeptEntry) {
    all.append(Record(first: Version(kept, value: merge, reason: reason)))
    guard standing[merge.family] == nil, root(of: merge.into) != merge.family else { return }
    standing[merge.family] = kept.entry.id
  }

  /// Takes in that a merge was taken back.
  mutating func takeBack(_ amendment: Amendment, _ kept: KeptEntry) -> Taken {
    unfollow(amendment.record)
    return all.correct(amendment.record, Version(kept, value: nil, reason: amendment.reason))
  }

  /// Lets the families of a merge stand by themselves again.
  mutating func unfollow(_ merge: RecordID) {
    if let family = self[merge]?.lastSaid?.family, standing[family] == merge { standing[family] = nil }
  }

  /// Drops every merge of a family that was erased.
  mutating func forget(_ family: FamilyID) {
    let gone = all.filter { $0.lastSaid?.family == family || $0.lastSaid?.into == family }.map(\.id)
    all.removeAll { gone.contains($0.id) }
    standing = standing.filter { !gone.contains($0.value) }
  }

  /// The merge of that identity.
  public subscript(id: RecordID) -> Record<FamilyMerge>? { all.first { $0.id == id } }

  /// Every family that has a part in a merge that holds.
  var involved: Set<FamilyID> {
    Set(standing.values.compactMap { self[$0]?.current }.flatMap { [$0.family, $0.into] })
  }

  /// Whether no merge holds.
  public var isEmpty: Bool { standing.isEmpty }

  /// The merge that holds of a family whose number is not used any more; nil for all other families.
  public func merge(of family: FamilyID) -> Record<FamilyMerge>? { standing[family].flatMap { self[$0] } }

  /// The merges that hold of families that went into this one, in the order they were entered.
  public func merges(into family: FamilyID) -> [Record<FamilyMerge>] {
    if standing.isEmpty { return [] }
    return all.filter { $0.current?.into == family && standing[$0.current?.family ?? family] == $0.id }
  }

  /// Every merge a family had a part in, those taken back too.
  public func history(of family: FamilyID) -> [Record<FamilyMerge>] {
    all.filter { $0.lastSaid?.family == family || $0.lastSaid?.into == family }
  }

  /// The family that stands for one now: itself, or the one it went into at last.
  public func root(of family: FamilyID) -> FamilyID {
    var root = family
    while let into = merge(of: root)?.current?.into { root = into }
    return root
  }

  /// The merges that lead from a family to the one that stands for it, first to last.
  func path(from family: FamilyID) -> [FamilyMerge] {
    var path: [FamilyMerge] = []
    while let merge = merge(of: path.last?.into ?? family)?.current { path.append(merge) }
    return path
  }

  /// A family and all that went into it, itself first.
  public func parts(of family: FamilyID) -> [FamilyID] {
    [family] + merges(into: family).compactMap(\.current).flatMap { parts(of: $0.family) }
  }

  /// A text that names people of a family by their numbers (`P1,P3`), with the numbers they have where it went.
  public func people(of family: FamilyID, namedIn text: String) -> String {
    let path = path(from: family)
    var words: [String] = [""]
    for letter in text {
      if letter.isLetter || letter.isNumber {
        words[words.count - 1].append(letter)
      } else {
        words += [String(letter), ""]
      }
    }
    return words.map { word in
      guard word.first == "P", let person = PersonNumber(typed: word) else { return word }
      return path.reduce(person) { $1.forward[$0] }.description
    }.joined()
  }

  /// Whether a family is put together from several now.
  func isJoined(_ family: FamilyID) -> Bool { !merges(into: family).isEmpty }

  /// The families whose number is not used any more.
  var mergedAway: some Collection<FamilyID> { standing.keys }
}
