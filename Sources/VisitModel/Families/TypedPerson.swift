/// One person of a family as typed.
public struct TypedPerson: Hashable, Sendable {
  /// The person's number, where they are known already.
  public var number: PersonNumber?
  /// The name.
  public var name: String
  /// The place in the family, in words.
  public var role: String
  /// The day of birth, or `due` and a day.
  public var birth: String
  /// Whether this is the main carer.
  public var isMainCarer: Bool
  /// Whether the person lives with the family.
  public var livesHere: Bool
  /// What an adult is to the children: `P3 stepmother`, with commas.
  public var relationships = ""
  /// The school or nursery.
  public var school = ""
  /// Additional needs.
  public var additionalNeeds = ""
  /// The ethnicity, from the scheme's list.
  public var ethnicity = ""
  /// The first language.
  public var language = ""

  /// A person as typed.
  public init(
    number: PersonNumber? = nil, name: String = "", role: String = "", birth: String = "",
    isMainCarer: Bool = false, livesHere: Bool = true
  ) {
    self.number = number
    self.name = name
    self.role = role
    self.birth = birth
    self.isMainCarer = isMainCarer
    self.livesHere = livesHere
  }

  /// A recorded person as they would have been typed.
  public init(_ person: Person) {
    let birth =
      switch person.birth {
      case .born(let day): day.description
      case .due(let day): "due \(day)"
      case .unknown: ""
      }
    self.init(
      number: person.number, name: person.name, role: person.role.rawValue, birth: birth,
      isMainCarer: person.isMainCarer, livesHere: person.livesHere)
    relationships = person.relationships.map { "\($0.child) \($0.word)" }.joined(separator: ", ")
    school = person.school ?? ""
    additionalNeeds = person.additionalNeeds ?? ""
    ethnicity = person.ethnicity?.rawValue ?? ""
    language = person.language ?? ""
  }

  /// Whether nothing was typed for this person.
  public var isEmpty: Bool { trimmedText(name).isEmpty && trimmedText(birth).isEmpty }
}
