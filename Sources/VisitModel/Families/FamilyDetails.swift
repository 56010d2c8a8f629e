// What is known of a family beyond its people and how to reach them: where it lived before, who else works with it.

/// Where a family lived before, and when.
public struct FormerAddress: Hashable, Sendable {
  /// The address.
  public var address: String
  /// The postcode, in capitals with one space.
  public var postcode: String?
  /// The day the family moved in, where it is known.
  public var from: Day?
  /// The day the family moved out.
  public var until: Day

  /// An address that a family left on a day.
  public init(address: String, postcode: String? = nil, from: Day? = nil, until: Day) {
    self.address = address
    self.postcode = postcode
    self.from = from
    self.until = until
  }
}

/// Somebody of another agency who works with the family; anything but one of the names may be unknown.
public struct OtherAgency: Hashable, Sendable {
  /// The person's name.
  public var professional: String?
  /// The agency.
  public var agency: String?
  /// What the person does there.
  public var role: String?
  /// A telephone number, as it was given.
  public var phone: String?

  /// Somebody of an agency.
  public init(professional: String? = nil, agency: String? = nil, role: String? = nil, phone: String? = nil) {
    self.professional = professional
    self.agency = agency
    self.role = role
    self.phone = phone
  }

  /// Name, agency, role and telephone in one line, as they are typed.
  public var line: String {
    var parts = [professional ?? "", agency ?? "", role ?? "", phone ?? ""]
    while parts.last == "" { parts.removeLast() }
    return parts.joined(separator: ", ")
  }

  /// Reads `Ann Poe, Hart Surgery, doctor, 01234 567890`; parts at the end may be left out.
  init?(typed text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { trimmedText(String($0)) }
    guard parts.count <= 4, parts.contains(where: { !$0.isEmpty }) else { return nil }
    func part(_ place: Int) -> String? {
      parts.count > place && !parts[place].isEmpty ? parts[place] : nil
    }
    self.init(professional: part(0), agency: part(1), role: part(2), phone: part(3))
  }
}

/// What the council's social care has to do with the family, from a day until the next status.
public struct SocialCareStatus: Hashable, Sendable {
  /// The status.
  public var level: SocialCareLevel
  /// The day it began, where it is known.
  public var since: Day?

  /// A status since a day.
  public init(level: SocialCareLevel, since: Day? = nil) {
    self.level = level
    self.since = since
  }
}

/// The statuses that the council's social care gives a family (`domain.md`, "People and families").
public enum SocialCareLevel: String, CaseIterable, Hashable, Sendable {
  case none
  case earlyHelp = "early help"
  case childInNeed = "child in need"
  case childProtection = "child protection"
  case lookedAfter = "looked after"
}

/// What an adult is to a child of the family.
public struct Relationship: Hashable, Sendable {
  /// The child.
  public var child: PersonNumber
  /// What the adult is to the child: mother, stepfather, aunt.
  public var word: String

  /// What somebody is to a child.
  public init(child: PersonNumber, word: String) {
    self.child = child
    self.word = word
  }

  /// Reads `P3 stepmother`.
  init?(typed text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let child = PersonNumber(typed: parts[0]) else { return nil }
    self.init(child: child, word: trimmedText(parts[1]))
  }
}

/// A person's ethnicity as they say it themselves; its entry carries the four-letter code of the Department for Education.
public struct EthnicityID: SchemeListID {
  /// The list of ethnicities.
  public static let list = ListName.ethnicities
  /// The id in the list.
  public let rawValue: String
  /// An ethnicity by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}
