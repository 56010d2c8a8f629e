/// That two families of the book are one and the same: all that was recorded of the one shows in the other's file.
///
/// Nothing is copied and nothing moved: both families keep their own entries, under their own keys, and the file that
/// people see is put together from both. Taking the merge back is therefore exact (`product.md`, rule 12).
public struct FamilyMerge: Hashable, Sendable {
  /// The family whose number is not used any more.
  public let family: FamilyID
  /// The family whose number goes on.
  public let into: FamilyID
  /// The day it was decided.
  public let day: Day
  /// Under which number each person of ``family`` goes on; somebody who is in both has their number in ``into``.
  public let people: [PersonNumber: PersonNumber]
  /// Under which number each episode of ``family`` goes on.
  public let episodes: [EpisodeNumber: EpisodeNumber]
  /// The members who had been given ``family`` by name before the merge.
  public let holders: Set<MemberNumber>
  /// The members who had been given ``into`` by name before the merge.
  public let holdersInto: Set<MemberNumber>

  /// A merge of a family into another.
  public init(
    family: FamilyID, into: FamilyID, day: Day, people: [PersonNumber: PersonNumber] = [:],
    episodes: [EpisodeNumber: EpisodeNumber] = [:], holders: Set<MemberNumber> = [],
    holdersInto: Set<MemberNumber> = []
  ) {
    self.family = family
    self.into = into
    self.day = day
    self.people = people
    self.episodes = episodes
    self.holders = holders
    self.holdersInto = holdersInto
  }

  /// How what was recorded of ``family`` reads in the file of ``into``.
  var forward: Renumbering { Renumbering(family: into, people: people, episodes: episodes, offset: 1_000) }

  /// How what is said in the file of ``into`` reads in that of ``family``.
  var backward: Renumbering {
    Renumbering(
      family: family, people: Dictionary(people.map { ($1, $0) }) { min($0, $1) },
      episodes: Dictionary(episodes.map { ($1, $0) }) { min($0, $1) }, offset: -1_000)
  }
}

/// The numbers of people and episodes of one family, as another family's file has them.
struct Renumbering: Hashable, Sendable {
  /// The family in whose file it is said.
  let family: FamilyID
  let people: [PersonNumber: PersonNumber]
  let episodes: [EpisodeNumber: EpisodeNumber]
  /// What is added to numbers given on another laptop, which did not know of the merge: they must not be taken for others.
  let offset: Int

  subscript(person: PersonNumber) -> PersonNumber {
    people[person] ?? PersonNumber(shifted(person.count))
  }
  subscript(episode: EpisodeNumber) -> EpisodeNumber {
    episodes[episode] ?? EpisodeNumber(shifted(episode.count))
  }

  private func shifted(_ count: Int) -> Int { count + offset > 0 ? count + offset : count }
}
