/// One person in a family.
public struct Person: Hashable, Sendable {
  /// The person's number within the family.
  public let number: PersonNumber
  /// The person's place in the family.
  public var role: PersonRole
  /// The name, or a word for an unborn child.
  public var name: String
  /// Whether this is the main carer.
  public var isMainCarer: Bool
  /// Whether the person lives with the family.
  public var livesHere: Bool
  /// When the person was born or is due.
  public var birth: Birth
  /// What an adult is to the children of the family.
  public var relationships: [Relationship] = []
  /// The school or nursery.
  public var school: String?
  /// Additional needs.
  public var additionalNeeds: String?
  /// The ethnicity, as the person says it.
  public var ethnicity: EthnicityID?
  /// The first language.
  public var language: String?

  /// A person by number, role and name.
  public init(
    number: PersonNumber, role: PersonRole, name: String, isMainCarer: Bool = false, livesHere: Bool = true,
    birth: Birth = .unknown
  ) {
    self.number = number
    self.role = role
    self.name = name
    self.isMainCarer = isMainCarer
    self.livesHere = livesHere
    self.birth = birth
  }

  /// The first name alone, for narrow places and for the visit form.
  public var shortName: String { name.split(separator: " ").first.map(String.init) ?? name }
}

extension [Person] {
  /// The main carer, or the first adult where none is marked.
  public var mainCarer: Person? { first { $0.isMainCarer } ?? first { $0.role != .child } }
}

/// A person's place in the family.
public enum PersonRole: String, CaseIterable, Hashable, Sendable {
  case mother, father, partner, grandparent
  case otherCarer = "other carer"
  case child
}

/// When a person was born, or is expected.
public enum Birth: Hashable, Sendable {
  /// Born on that day.
  case born(Day)
  /// Expected on that day.
  case due(Day)
  /// Not known, or not asked.
  case unknown

  /// Days of a pregnancy counted back from the due date or birth (40 weeks), as the first 1001 days are counted.
  public static let pregnancyDays = 280

  /// Whether the person is still to be born on a day.
  public func isUnborn(on day: Day) -> Bool {
    switch self {
    case .due: true
    case .born(let birth): birth > day
    case .unknown: false
    }
  }

  /// Whether the day lies between conception and the second birthday (the first 1001 days).
  public func isInFirst1001Days(on day: Day) -> Bool {
    switch self {
    case .born(let birth):
      return day >= birth.advanced(by: -Birth.pregnancyDays) && birth.wholeMonths(to: day) < 24
    // A due date long past was never amended to a birth; the child it meant grows up all the same.
    case .due(let due):
      return day >= due.advanced(by: -Birth.pregnancyDays) && due.wholeMonths(to: day) < 24
    case .unknown: return false
    }
  }

  /// The age on a day, counted the way people say it; nil where the birth is not known, or before there was
  /// anybody to have an age.
  public func age(on day: Day) -> Age? {
    switch self {
    case .unknown: return nil
    case .due(let due):
      let conceived = due.advanced(by: -Birth.pregnancyDays)
      return conceived > day ? nil : .unborn(week: conceived.distance(to: day) / 7)
    case .born(let birth):
      if birth > day { return nil }
      let (days, months) = (birth.distance(to: day), birth.wholeMonths(to: day))
      if days < 7 * 12 { return .weeks(days / 7) }
      return months < 36 ? .months(months) : .years(months / 12)
    }
  }
}

/// An age as people say it: weeks for the first twelve, months up to three years, then years.
public enum Age: Hashable, Sendable {
  /// Unborn, in that week of pregnancy (40 is the week of the due date).
  case unborn(week: Int)
  /// Whole weeks, under twelve weeks.
  case weeks(Int)
  /// Whole months, under three years.
  case months(Int)
  /// Whole years.
  case years(Int)
}
