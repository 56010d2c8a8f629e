/// Taking moves along the pathway into a family's file. The rules let nothing through that the table does not allow; here
/// an entry is followed only where its author knew the episode as it is, so that two laptops that were brought together
/// stand on one way of the table and not between two.
extension FamilyFile {
  mutating func open(_ move: EpisodeMove, _ kept: KeptEntry) -> Taken {
    let isNew = !episodes.contains { $0.number == move.episode }
    guard isNew, episodeLogs.last?.isKnown(to: move.basedOn) ?? true else { return setAside(move, kept) }
    episodes.append(Episode(opening: move))
    episodeLogs.append(EpisodeLog(opening: move, kept))
    return .begins
  }

  mutating func follow(_ move: EpisodeMove, _ kept: KeptEntry) -> Taken {
    guard let index = episodes.firstIndex(where: { $0.number == move.episode }) else {
      return move.basedOn == nil ? .unknown : setAside(move, kept)
    }
    guard episodeLogs[index].isKnown(to: move.basedOn) else { return setAside(move, kept) }
    episodes[index].follow(move)
    episodeLogs[index].follow(move, kept)
    return .begins
  }

  mutating func correctMove(_ amendment: Amendment, _ move: EpisodeMove?, _ kept: KeptEntry) -> Taken {
    guard let index = episodeLogs.firstIndex(where: { $0.moves.contains { $0.id == amendment.record } })
    else {
      // What was set aside may have been corrected where it was made.
      guard let aside = setAsideMoves.first(where: { $0.entry == amendment.record }) else { return .unknown }
      setAsideMoves.append(SetAsideMove(kept, aside.episode, move))
      return .known
    }
    let standing = episodeLogs[index].standing(with: amendment.record, as: move)
    // Once another episode has begun this one stays over.
    let staysOver = index == episodes.count - 1 || standing.last?.state.stage.isClosed ?? false
    guard episodeLogs[index].isKnown(to: amendment.basedOn), staysOver, let episode = Episode(moves: standing)
    else {
      setAsideMoves.append(SetAsideMove(kept, episodes[index].number, move))
      return .known
    }
    episodes[index] = episode
    episodeLogs[index].correct(amendment, move, kept)
    return .known
  }

  private mutating func setAside(_ move: EpisodeMove, _ kept: KeptEntry) -> Taken {
    setAsideMoves.append(SetAsideMove(kept, move.episode, move))
    return .known
  }

  /// The log of an episode.
  public func log(of episode: EpisodeNumber) -> EpisodeLog? {
    episodes.firstIndex { $0.number == episode }.map { episodeLogs[$0] }
  }
}
