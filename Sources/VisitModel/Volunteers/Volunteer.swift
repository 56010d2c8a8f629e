/// A volunteer of the scheme, who visits families.
public struct Volunteer: Hashable, Sendable {
  /// The volunteer's number.
  public let number: VolunteerNumber
  /// The volunteer's name.
  public var name: String
  /// A telephone number, as it was given.
  public var phone: String?
  /// An e-mail address, as it was given.
  public var email: String?
  /// Whether the volunteer visits at present.
  public var isActive: Bool
  /// The wards or areas the volunteer visits in; empty where any will do.
  public var areas: [String]
  /// The languages the volunteer speaks beside English.
  public var languages: [String]
  /// What the volunteer knows or likes: twins, gardening, sign language.
  public var interests: [String]
  /// The parts of the week in which the volunteer can visit.
  public var availability: [AvailabilityID]
  /// How the volunteer gets about.
  public var transport: [TransportID]
  /// How many families at once; the scheme's usual number where nothing is said.
  public var capacity: Int?

  /// A volunteer by number and name; all else may follow.
  public init(
    number: VolunteerNumber, name: String, phone: String? = nil, email: String? = nil, isActive: Bool = true,
    areas: [String] = [], languages: [String] = [], interests: [String] = [],
    availability: [AvailabilityID] = [], transport: [TransportID] = [], capacity: Int? = nil
  ) {
    self.number = number
    self.name = name
    self.phone = phone
    self.email = email
    self.isActive = isActive
    self.areas = areas
    self.languages = languages
    self.interests = interests
    self.availability = availability
    self.transport = transport
    self.capacity = capacity
  }

  /// Initials and surname, such as "L Hughes", for narrow columns.
  public var shortName: String {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last, let first = words.first?.first else { return name }
    return "\(first) \(last)"
  }
}
