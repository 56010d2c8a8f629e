/// A volunteer of the scheme, who visits families.
public struct Volunteer: Hashable, Sendable {
  /// The volunteer's number.
  public let number: VolunteerNumber
  /// The volunteer's name.
  public var name: String
  /// A telephone number, as it was given.
  public var phone: String?
  /// Whether the volunteer visits at present.
  public var isActive: Bool

  /// A volunteer by number and name.
  public init(number: VolunteerNumber, name: String, phone: String? = nil, isActive: Bool = true) {
    self.number = number
    self.name = name
    self.phone = phone
    self.isActive = isActive
  }

  /// Initials and surname, such as "L Hughes", for narrow columns.
  public var shortName: String {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last, let first = words.first?.first else { return name }
    return "\(first) \(last)"
  }
}
