/// A service that families can be pointed to, as the scheme's directory has it.
public struct ServiceEntry: Hashable, Sendable {
  /// The service's number.
  public let number: ServiceNumber
  /// Who offers it.
  public var organisation: String
  /// What it is called.
  public var name: String
  /// What kind of service it is.
  public var kind: ServiceKindID?
  /// Whom it is for: everyone, families with a need, families with a great one.
  public var tier: ServiceTier?
  /// For which ages, in words.
  public var ages: String
  /// The wards or areas it works in; empty where any will do.
  public var areas: [String]
  /// A telephone number.
  public var phone: String
  /// An e-mail address.
  public var email: String
  /// A page on the web.
  public var website: String
  /// Where it is.
  public var address: String
  /// What it does, in a few sentences.
  public var about: String
  /// How to refer somebody.
  public var howToRefer: String
  /// The levels its programme has, where it is one.
  public var levels: [ProgrammeLevel]
  /// What the directory it was taken from calls it, so that taking it in again changes it and adds no second.
  public var externalID: String
  /// Whether families are pointed to it at present.
  public var isActive: Bool

  /// A service by its number, organisation and name; all else may follow.
  public init(
    number: ServiceNumber, organisation: String, name: String, kind: ServiceKindID? = nil,
    tier: ServiceTier? = nil, ages: String = "", areas: [String] = [], phone: String = "", email: String = "",
    website: String = "", address: String = "", about: String = "", howToRefer: String = "",
    levels: [ProgrammeLevel] = [], externalID: String = "", isActive: Bool = true
  ) {
    self.number = number
    self.organisation = organisation
    self.name = name
    self.kind = kind
    self.tier = tier
    self.ages = ages
    self.areas = areas
    self.phone = phone
    self.email = email
    self.website = website
    self.address = address
    self.about = about
    self.howToRefer = howToRefer
    self.levels = levels
    self.externalID = externalID
    self.isActive = isActive
  }
}

/// Whom a service is for.
public enum ServiceTier: String, CaseIterable, TypedChoice, Hashable, Sendable {
  case universal, targeted, specialist
}

/// How much of its time a programme asks of a family.
public enum ProgrammeLevel: String, CaseIterable, TypedChoice, Hashable, Sendable {
  case online
  case lightTouch = "light touch"
  case intensive
}

/// The number of a service in the scheme's directory, printed as `S-012`.
public struct ServiceNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// A service number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Reads `S-012`, `s12`, `12`.
  public init?(typed text: some StringProtocol) {
    guard let count = numbered(text, letter: "s") else { return nil }
    self.init(count)
  }
  /// Such as `S-012`.
  public var description: String { "S-" + padded(count, to: 3) }
  /// Lower numbers come first.
  public static func < (left: ServiceNumber, right: ServiceNumber) -> Bool { left.count < right.count }
}

/// A kind of service, from the scheme's list.
public struct ServiceKindID: SchemeListID {
  /// The id in the list of kinds.
  public let rawValue: String
  /// A kind by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The list of kinds.
  public static let list = ListName.serviceKinds
  /// Specialised teams for parents and babies: they work with a family, or advise the scheme about one.
  public static let parentInfantTeam = ServiceKindID(rawValue: "parent_infant_team")
}
