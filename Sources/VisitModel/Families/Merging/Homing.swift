/// Where what is recorded of a family that is put together from several belongs.
///
/// What begins a record goes to the family whose number goes on. What corrects a record goes to the family whose own entries
/// hold it, in that family's own numbers: when the merge is taken back, every record is there with all its corrections.
extension Caseload {
  /// Facts that were made from what people see, as they are to be recorded.
  public func homed(_ facts: [Fact]) -> [Fact] {
    families.merges.isEmpty ? facts : facts.map(homed)
  }

  /// A recorded fact as people see it, in the file of the family that stands for its own.
  public func seen(_ fact: Fact) -> Fact {
    guard let family = fact.subject else { return fact }
    return families.merges.path(from: family).reduce(fact) { $0.renumbered(by: $1.forward) }
  }

  /// The families whose records are in a family's file: itself first, then those that were merged into it.
  public func parts(of family: FamilyID) -> [FamilyID] {
    families.merges.isEmpty ? [family] : families.merges.parts(of: families.merges.root(of: family))
  }

  private func homed(_ fact: Fact) -> Fact {
    switch fact {
    case .familyMerged, .mergeUndone, .familyAdded, .oversight: return fact
    case .concern(let concern):
      guard let family = concerns.homeFamily(of: concern.concern) else { return fact }
      return homed(fact, to: family)
    default: break
    }
    guard let id = fact.family else { return fact }
    let root = families.merges.root(of: id)
    var fact = fact
    if id != root {
      fact = fact.renumbered(by: Renumbering(family: root, people: [:], episodes: [:], offset: 0))
    }
    if case .episodeOpened(_, let move) = fact, move.basedOn != nil {
      return .episodeOpened(root, move.following(families.ownFile(of: root)?.episodeLogs.last?.head))
    }
    return homed(fact, to: home(of: fact, in: root))
  }

  private func homed(_ fact: Fact, to family: FamilyID) -> Fact {
    families.merges.path(from: family).reversed().reduce(fact) { $0.renumbered(by: $1.backward) }
  }

  /// The family whose own entries a fact goes on with.
  private func home(of fact: Fact, in root: FamilyID) -> FamilyID {
    if case .episodeMoved(_, let move) = fact { return home(of: move.episode, in: root) }
    guard let record = fact.correctedRecord else { return root }
    if let known = families.ownID(holding: record) { return known }
    return families.merges.parts(of: root).first { families.ownFile(of: $0)?.holds(record) ?? false } ?? root
  }

  private func home(of episode: EpisodeNumber, in root: FamilyID) -> FamilyID {
    let home = families.merges.parts(of: root).first { part in
      let path = families.merges.path(from: part)
      return families.ownFile(of: part)?.episodes.contains { own in
        path.reduce(own.number) { $1.forward[$0] } == episode
      } ?? false
    }
    return home ?? root
  }
}

extension FamilyFile {
  /// Whether an outing or the use of a service of that identity stands in the file.
  fileprivate func holds(_ record: RecordID) -> Bool {
    services.use(record) != nil || outings.all.contains { $0.id == record }
  }
}
