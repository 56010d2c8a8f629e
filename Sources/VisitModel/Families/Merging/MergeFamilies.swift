/// Makes two families of the book one: what was recorded of the one shows in the other's file from then on.
public struct MergeFamilies: Sendable {
  /// The family whose number is not used any more.
  public let family: FamilyID
  /// The family whose number goes on.
  public let into: FamilyID
  /// Which people are the same, as typed: `P1=P2, P3=P1`; found by name and birth where it is empty, nobody for `none`.
  public let same: String
  /// Why, as typed.
  public let reason: String

  /// A merge of a family into another.
  public init(family: FamilyID, into: FamilyID, same: String = "", reason: String = "") {
    self.family = family
    self.into = into
    self.same = same
    self.reason = reason
  }

  /// What is typed where nobody of the two families is the same person.
  public static let nobody = "none"

  /// What the merge will do. Refused where there are no two families, or where the member may not merge any.
  public func preview(
    in caseload: Caseload, lists: SchemeLists, by member: Member, today: Day
  ) throws(Refusal) -> MergePreview {
    guard caseload.isOffice(member) else { throw Refusal(.role, .notForRole(member.role)) }
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    guard let other = caseload.families[into] else { throw Refusal(.mergeInto, .missing) }
    if file.id == other.id { throw Refusal(.mergeInto, .sameFamily(other.number)) }
    let pairs = try samePeople(of: file, and: other, lists: lists)
    return MergePreview(file, into: other, same: pairs, in: caseload, on: today)
  }

  /// The facts to record: the merge, and the keys that let everyone who may open the one open the other.
  ///
  /// - Parameter holders: The members a family was given to by name.
  public func facts(
    in caseload: Caseload, lists: SchemeLists, by member: Member, today: Day,
    holders: (FamilyID) -> Set<MemberNumber>
  ) throws(Refusal) -> [Fact] {
    let preview = try preview(in: caseload, lists: lists, by: member, today: today)
    var checking = Checking()
    if let open = preview.family.openState?.stage, let other = preview.into.openState?.stage {
      checking.fail(.mergeInto, .bothOpen(preview.family.number, open, preview.into.number, other))
    }
    let why = checking.reason(reason)
    try checking.finish()
    guard let why, let given = Reason("merge") else { throw Refusal(.reason, .missing) }
    let (from, onto) = (preview.family.id, preview.into.id)
    let merge = FamilyMerge(
      family: from, into: onto, day: today,
      people: Dictionary(preview.people.map { ($0.person.number, $0.number) }) { first, _ in first },
      episodes: preview.episodes, holders: holders(from), holdersInto: holders(onto))
    let grants = [
      (caseload.parts(of: onto), merge.holders.subtracting(merge.holdersInto)),
      (caseload.parts(of: from), merge.holdersInto.subtracting(merge.holders)),
    ]
    return [.familyMerged(merge, why)]
      + grants.flatMap { parts, members in
        parts.flatMap { part in
          members.sorted().map { Fact.oversight(.accessGranted(part, $0, given)) }
        }
      }
  }

  /// Who is the same person, by their numbers in both families.
  private func samePeople(
    of file: FamilyFile, and other: FamilyFile, lists: SchemeLists
  ) throws(Refusal) -> [PersonNumber: PersonNumber] {
    let typed = trimmedText(same)
    if typed.isEmpty { return file.family.likelySamePeople(in: other.family, Nicknames(lists)) }
    if typed.lowercased() == MergeFamilies.nobody { return [:] }
    var checking = Checking()
    var pairs: [PersonNumber: PersonNumber] = [:]
    for pair in listed(typed) {
      let sides = pair.split(separator: "=").map { trimmedText(String($0)) }
      guard sides.count == 2 else {
        checking.fail(.samePeople, .notOneOf(pair, allowed: ["P1=P1", MergeFamilies.nobody]))
        continue
      }
      guard let one = checking.person(.samePeople, sides[0], of: file.family),
        let two = checking.person(.samePeople, sides[1], of: other.family)
      else { continue }
      if pairs[one.number] != nil || pairs.values.contains(two.number) {
        checking.fail(.samePeople, .alreadyUsed(pair))
      }
      pairs[one.number] = two.number
    }
    try checking.finish()
    return pairs
  }
}

extension MergePreview {
  /// Under which number each episode goes on: the family's that goes on keep theirs.
  fileprivate var episodes: [EpisodeNumber: EpisodeNumber] {
    let first = into.nextEpisode.count
    let own = family.episodes.map(\.number).sorted()
    return Dictionary(own.enumerated().map { ($1, EpisodeNumber(first + $0)) }) { first, _ in first }
  }
}

extension Family {
  /// Who of this family is likely somebody of another: the same name, and no two birthdays that differ.
  fileprivate func likelySamePeople(
    in other: Family, _ nicknames: Nicknames
  ) -> [PersonNumber: PersonNumber] {
    var pairs: [PersonNumber: PersonNumber] = [:]
    let surname = NameKey(name, nicknames)
    for person in people {
      let key = NameKey(person.name, nicknames)
      let same = other.people.first { there in
        let isFree = !pairs.values.contains(there.number)
        let fits = (there.role == .child) == (person.role == .child)
        let known = there.birth == .unknown || person.birth == .unknown
        return isFree && fits && (known || person.birth.isLikely(there.birth))
          && key.matches(NameKey(there.name, nicknames, family: other.name), surname: surname)
      }
      if let same { pairs[person.number] = same.number }
    }
    return pairs
  }
}
