/// Families and people that a new one probably repeats: found while a name is typed, so that nobody is recorded twice.
///
/// Names are compared without accents and capitals, by the nicknames of a list, and with one slip of a letter; birthdays
/// with day and month swapped; homes by postcode and house number (`domain.md`, "Duplicates").
public struct LikelySame: Hashable, Sendable {
  /// The family that is there already.
  public let family: FamilyID
  /// What speaks for its being the same, the strongest first; never empty.
  public let signs: [Sign]

  /// What speaks for two families being one.
  public enum Sign: Hashable, Sendable {
    /// Somebody of the same name and birthday, who is the person named.
    case person(PersonNumber)
    /// Somebody of the same name.
    case personName(PersonNumber)
    /// The same house.
    case home
    /// The same telephone.
    case phone
    /// The same family name.
    case name

    /// How much it counts; two families with three points or more are likely the same.
    var points: Int {
      switch self {
      case .person: 3
      case .phone, .home: 2
      case .personName: 2
      case .name: 1
      }
    }
  }

  /// How strongly the signs speak together.
  var points: Int { signs.reduce(0) { $0 + $1.points } }
  /// The points from which on two families are likely the same: a name alone is not enough.
  static let likelyPoints = 3
}

extension Caseload {
  /// The families that a typed one probably is, the likeliest first; at most five.
  public func likelySame(as typed: TypedFamily, lists: SchemeLists, today: Day) -> [LikelySame] {
    let nicknames = Nicknames(lists)
    let wanted = FamilyTraits(typed, nicknames, today: today)
    guard !wanted.isEmpty else { return [] }
    let likely = families.standings.compactMap { family -> LikelySame? in
      let same = LikelySame(family: family.id, signs: wanted.signs(of: family, nicknames))
      return same.points >= LikelySame.likelyPoints ? same : nil
    }
    return Array(likely.sorted { $0.points > $1.points }.prefix(5))
  }
}

/// What families are compared by.
struct FamilyTraits {
  let name: NameKey
  let people: [(name: NameKey, birth: Birth)]
  let phones: Set<String>
  let postcode: String?
  let house: String?

  /// What a family of the book is compared by.
  init(_ family: FamilyStanding, _ nicknames: Nicknames) {
    name = NameKey(family.name, nicknames)
    people = family.people.map { (NameKey($0.name, nicknames), $0.birth) }
    phones = FamilyTraits.digits(family.phones)
    postcode = family.postcode
    house = FamilyTraits.house(family.address ?? "")
  }

  init(_ typed: TypedFamily, _ nicknames: Nicknames, today: Day) {
    name = NameKey(typed[.name], nicknames)
    people = typed.people.filter { !trimmedText($0.name).isEmpty }.map { person in
      var checking = Checking()
      let birth = Birth.typed(person.birth, today: today, &checking)
      return (NameKey(person.name, nicknames), birth ?? .unknown)
    }
    phones = FamilyTraits.digits([typed[.phone]])
    postcode = Postcode.spelled(typed[.postcode])
    house = FamilyTraits.house(typed[.address])
  }

  var isEmpty: Bool { name.isEmpty && people.isEmpty && phones.isEmpty && postcode == nil }

  func signs(of family: FamilyStanding, _ nicknames: Nicknames) -> [LikelySame.Sign] {
    var signs: [LikelySame.Sign] = []
    for person in family.people {
      let key = NameKey(person.name, nicknames, family: family.name)
      guard let same = people.first(where: { $0.name.matches(key, surname: name) }) else { continue }
      if same.birth.isLikely(person.birth) {
        signs.append(.person(person.number))
      } else if same.birth == .unknown || person.birth == .unknown {
        signs.append(.personName(person.number))
      }
    }
    if !phones.isDisjoint(with: FamilyTraits.digits(family.phones)) { signs.append(.phone) }
    if let postcode, postcode == family.postcode {
      let there = FamilyTraits.house(family.address ?? "")
      if house == nil || there == nil || house == there { signs.append(.home) }
    }
    if name.matches(NameKey(family.name, nicknames)) { signs.append(.name) }
    return signs.sorted { $0.points > $1.points }
  }

  /// Telephone numbers by their last nine digits, so that 07… and +44 7… are the same.
  private static func digits(_ phones: [String]) -> Set<String> {
    Set(phones.map { String($0.filter(\.isNumber).suffix(9)) }.filter { $0.count == 9 })
  }

  /// The number of the house, where the address begins with one.
  private static func house(_ address: String) -> String? {
    let first = address.split { !$0.isNumber && !$0.isLetter }.first { $0.contains(where: \.isNumber) }
    return first.map { $0.lowercased() }
  }
}

extension Birth {
  /// Whether both are likely the same birth: the same day, day and month swapped, or a child due then and born around it.
  func isLikely(_ other: Birth) -> Bool {
    switch (self, other) {
    case (.due(let one), .due(let two)):
      // A scan moves the day by some weeks.
      return abs(one.distance(to: two)) <= 28
    case (.born(let one), .born(let two)):
      let (year, month, day) = one.civil
      return one == two || Day(year: year, month: day, day: month) == two
    case (.born(let born), .due(let due)), (.due(let due), .born(let born)):
      // Born at up to ten weeks before the day, or two weeks after it.
      return (-70...14).contains(due.distance(to: born))
    default: return false
    }
  }
}
