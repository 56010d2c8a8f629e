internal import VisitModel

/// A merge of two families, to and from its box.
extension WireMergeBox {
  init(_ merge: FamilyMerge, _ reason: Reason) throws(RecordError) {
    self.init()
    family = merge.family.rawValue
    day = try wireDay(merge.day, "merge.day")
    self.reason = reason.text
    for (before, after) in merge.people.sorted(by: { $0.key < $1.key }) {
      people.append(try WireMergedNumber(before.count, after.count))
    }
    for (before, after) in merge.episodes.sorted(by: { $0.key < $1.key }) {
      episodes.append(try WireMergedNumber(before.count, after.count))
    }
    for member in merge.holders.sorted() { holders.append(try wireCount(member.count, "merge.holders")) }
    for member in merge.holdersInto.sorted() {
      holdersInto.append(try wireCount(member.count, "merge.holders_into"))
    }
  }

  func merge(into: FamilyID) throws(RecordError) -> FamilyMerge {
    guard hasDay else { throw RecordError(.missing, "merge.day") }
    var (people, episodes): ([PersonNumber: PersonNumber], [EpisodeNumber: EpisodeNumber]) = ([:], [:])
    for pair in self.people {
      let (before, after) = try pair.numbers("merge.people")
      people[PersonNumber(before)] = PersonNumber(after)
    }
    for pair in self.episodes {
      let (before, after) = try pair.numbers("merge.episodes")
      episodes[EpisodeNumber(before)] = EpisodeNumber(after)
    }
    return FamilyMerge(
      family: FamilyID(rawValue: family), into: into, day: try readDay(day, "merge.day"), people: people,
      episodes: episodes, holders: try members(holders, "merge.holders"),
      holdersInto: try members(holdersInto, "merge.holders_into"))
  }

  private func members(_ numbers: [UInt32], _ field: String) throws(RecordError) -> Set<MemberNumber> {
    var members: Set<MemberNumber> = []
    for number in numbers { members.insert(MemberNumber(try readNumber(number, field))) }
    return members
  }
}

extension WireMergedNumber {
  fileprivate init(_ before: Int, _ after: Int) throws(RecordError) {
    self.init()
    self.before = try wireCount(before, "merge.before")
    self.after = try wireCount(after, "merge.after")
  }

  fileprivate func numbers(_ field: String) throws(RecordError) -> (Int, Int) {
    (try readNumber(before, field), try readNumber(after, field))
  }
}
