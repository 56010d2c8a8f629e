internal import Synchronization

/// Files that were put together from several families, kept until anything is added to one of them.
final class JoinedFiles: Sendable {
  private let files = Mutex<[FamilyID: FamilyFile]>([:])

  /// The file of a family, made where nobody has asked for it yet.
  func file(of id: FamilyID, made: (FamilyID) -> FamilyFile?) -> FamilyFile? {
    if let known = files.withLock({ $0[id] }) { return known }
    guard let file = made(id) else { return nil }
    if !file.merged.isEmpty { files.withLock { $0[id] = file } }
    return file
  }
}

extension FamilyShelf {
  /// The file of a family with those of all families that were merged into it.
  func joinedFile(of id: FamilyID) -> FamilyFile? {
    guard var file = ownFile(of: id) else { return nil }
    for merge in merges.merges(into: id) {
      guard let family = merge.current?.family, let other = joinedFile(of: family) else { continue }
      file = file.joined(by: MergedFamily(merge: merge, file: other))
    }
    return file
  }

  /// Families' own files, or what is known by them, as merges leave them: those that went into another are not there, those
  /// that others went into are whole.
  func merging<Row: Identifiable>(_ own: [Row], joined: (FamilyFile) -> Row) -> [Row]
  where Row.ID == FamilyID {
    if merges.isEmpty { return own }
    return own.compactMap { row in
      if merges.merge(of: row.id).map({ contains($0.current?.into ?? row.id) }) ?? false { return nil }
      return merges.isJoined(row.id) ? self[row.id].map(joined) : row
    }
  }
}
