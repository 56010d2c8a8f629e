/// Every move of an episode with its history, from which the episode follows.
public struct EpisodeLog: Hashable, Sendable {
  /// The moves, those taken back too, in the order they were entered; never empty.
  public private(set) var moves: [Record<EpisodeMove>]
  /// The latest entry that made the episode what it is; the next move says that it follows it.
  public private(set) var head: RecordID

  init(opening move: EpisodeMove, _ kept: KeptEntry) {
    moves = [Record(first: Version(kept, value: move))]
    head = kept.entry.id
  }

  init(moves: [Record<EpisodeMove>], head: RecordID) {
    self.moves = moves
    self.head = head
  }

  /// Whether an entry was made by somebody who knew the episode as it is. Entries of the first program do not say.
  func isKnown(to basis: RecordID?) -> Bool { basis == nil || basis == head }

  mutating func follow(_ move: EpisodeMove, _ kept: KeptEntry) {
    moves.append(Record(first: Version(kept, value: move)))
    head = kept.entry.id
  }

  mutating func correct(_ amendment: Amendment, _ move: EpisodeMove?, _ kept: KeptEntry) {
    guard let place = moves.firstIndex(where: { $0.id == amendment.record }) else { return }
    moves[place].add(Version(kept, value: move, reason: amendment.reason))
    head = kept.entry.id
  }

  /// The moves that would stand once one of them is corrected.
  func standing(with record: RecordID, as move: EpisodeMove?) -> [EpisodeMove] {
    moves.compactMap { $0.id == record ? move : $0.current }
  }
}

/// A move, or the correction of one, that was decided on another laptop without knowing of the latest: it is kept and
/// shown, and nothing follows from it until somebody decides again.
public struct SetAsideMove: Hashable, Sendable {
  /// The entry.
  public let entry: RecordID
  /// Its running number.
  public let number: EntryNumber
  /// When it was entered.
  public let stamp: Stamp
  /// Who entered it.
  public let author: MemberNumber
  /// The episode it is about.
  public let episode: EpisodeNumber
  /// The move; nil where one was taken back.
  public let move: EpisodeMove?

  init(_ kept: KeptEntry, _ episode: EpisodeNumber, _ move: EpisodeMove?) {
    entry = kept.entry.id
    number = kept.number
    stamp = kept.entry.stamp
    author = kept.entry.author
    self.episode = episode
    self.move = move
  }

  /// The same, as another family's file has it.
  init(_ other: SetAsideMove, _ episode: EpisodeNumber, _ move: EpisodeMove?) {
    (entry, number, stamp, author) = (other.entry, other.number, other.stamp, other.author)
    self.episode = episode
    self.move = move
  }
}
