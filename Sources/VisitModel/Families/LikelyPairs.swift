/// Two families of the book that are probably one: entered twice before anybody saw it.
public struct LikelyPair: Hashable, Sendable {
  /// The family that came later.
  public let family: FamilyID
  /// The family that was there first, and that the later one most likely goes into.
  public let into: FamilyID
  /// What speaks for it, the strongest first; the people named are those of ``into``.
  public let signs: [LikelySame.Sign]

  var points: Int { signs.reduce(0) { $0 + $1.points } }
}

extension Caseload {
  /// The families that are probably in the book twice, the likeliest pairs first; by the same signs that are looked for
  /// while a family is typed (``LikelySame``).
  ///
  /// Two families are compared where they share something that most families do not: a telephone, a postcode, a birthday,
  /// a first name, a surname. Comparing each with each would take too long for a large book.
  public func likelyPairs(lists: SchemeLists) -> [LikelyPair] {
    let nicknames = Nicknames(lists)
    let all = families.standings.sorted { $0.number < $1.number }
    let traits = all.map { FamilyTraits($0, nicknames) }
    var sharing: [FamilyTraits.Shared: [Int]] = [:]
    for place in traits.indices {
      for shared in traits[place].shared { sharing[shared, default: []].append(place) }
    }
    var compared: Set<SIMD2<Int32>> = []
    var pairs: [LikelyPair] = []
    for places in sharing.values {
      for (index, later) in places.enumerated() {
        for earlier in places[..<index] {
          guard compared.insert(SIMD2(Int32(earlier), Int32(later))).inserted else { continue }
          let pair = LikelyPair(
            family: all[later].id, into: all[earlier].id,
            signs: traits[later].signs(of: all[earlier], nicknames))
          if pair.points >= LikelySame.likelyPoints { pairs.append(pair) }
        }
      }
    }
    let numbers = Dictionary(all.map { ($0.id, $0.number) }) { first, _ in first }
    return pairs.sorted { left, right in
      if left.points != right.points { return left.points > right.points }
      guard let one = numbers[left.into], let other = numbers[right.into], one != other else {
        return (numbers[left.family]?.count ?? 0) < (numbers[right.family]?.count ?? 0)
      }
      return one < other
    }
  }
}

extension FamilyTraits {
  /// Something that two families can have in common.
  enum Shared: Hashable {
    case phone(String)
    case postcode(String)
    case surname(String)
    case firstName(String)
    /// A day, whichever of its two numbers is the month.
    case birthday(year: Int, Int, Int)
  }

  fileprivate var shared: Set<Shared> {
    var shared = Set(phones.map(Shared.phone))
    if let postcode { shared.insert(.postcode(postcode)) }
    if let surname = name.last { shared.insert(.surname(surname)) }
    for person in people {
      if let first = person.name.first { shared.insert(.firstName(first)) }
      guard case .born(let day) = person.birth else { continue }
      let (year, month, date) = day.civil
      shared.insert(.birthday(year: year, min(month, date), max(month, date)))
    }
    return shared
  }
}
