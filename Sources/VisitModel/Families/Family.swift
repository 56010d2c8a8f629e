/// A family the scheme knows: who they are, where they live and what a visitor should know.
///
/// All of it is sealed under the family's own key when it is kept.
public struct Family: Hashable, Sendable {
  /// The family's number.
  public let number: FamilyNumber
  /// The name the family goes by, usually a surname.
  public var name: String
  /// Everyone who belongs to the family, in the order they were entered.
  public var people: [Person]
  /// Where the family lives now.
  public var address: String?
  /// The postcode, in capitals with one space.
  public var postcode: String?
  /// The ward or area, for reach.
  public var area: String?
  /// Ways to get in touch, each with what is safe.
  public var phones: [Phone]
  /// The languages spoken at home, English unless said.
  public var languages: [String]
  /// Risks a visitor must know before going there.
  public var risks: String?
  /// Practical notes for getting in: the side gate, the broken bell.
  public var access: String?
  /// Circumstances, from the scheme's list.
  public var circumstances: [CircumstanceID]
  /// The day the family moved to where it lives now, where it is known.
  public var movedIn: Day?
  /// Where the family lived before, first to last.
  public var formerAddresses: [FormerAddress] = []
  /// The language an interpreter is needed for.
  public var interpreter: String?
  /// How the family gets about.
  public var transport: String?
  /// Who else works with the family.
  public var agencies: [OtherAgency] = []
  /// What social care has had to do with the family, first to last.
  public var socialCare: [SocialCareStatus] = []

  /// A family by number and name; all else may follow.
  public init(
    number: FamilyNumber, name: String, people: [Person] = [], address: String? = nil,
    postcode: String? = nil, area: String? = nil, phones: [Phone] = [], languages: [String] = [],
    risks: String? = nil,
    access: String? = nil, circumstances: [CircumstanceID] = []
  ) {
    self.number = number
    self.name = name
    self.people = people
    self.address = address
    self.postcode = postcode
    self.area = area
    self.phones = phones
    self.languages = languages
    self.risks = risks
    self.access = access
    self.circumstances = circumstances
  }

  /// The person of that number.
  public func person(_ number: PersonNumber) -> Person? { people.first { $0.number == number } }
  /// The main carer, or the first adult where none is marked.
  public var mainCarer: Person? { people.mainCarer }
  /// Everyone who lives at home and has been born, who may be there on a visit.
  public func peopleAtHome(on day: Day) -> [Person] {
    people.filter { $0.livesHere && !$0.birth.isUnborn(on: day) }
  }
}

/// A telephone number and what is safe to do with it.
public struct Phone: Hashable, Sendable {
  /// The number as it was given.
  public var number: String
  /// What the family said is safe.
  public var safe: Set<SafeContact>

  /// A telephone number with what is safe to do with it.
  public init(number: String, safe: Set<SafeContact>) {
    self.number = number
    self.safe = safe
  }
}

/// A way of using a telephone number that the family said is safe.
public enum SafeContact: String, CaseIterable, Hashable, Sendable {
  case call, text, message
}
