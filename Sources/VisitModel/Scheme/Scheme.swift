/// The charity's local scheme: its name and the limits its rules use.
///
/// The limits are data of the scheme, with the field's usual values as a start (`domain.md`, "Scheme").
public struct Scheme: Hashable, Sendable {
  /// The scheme's name, such as "Rushmoor".
  public var name: String
  /// The nation, which decides crisis numbers and the words for vetting.
  public var nation: Nation
  /// The limits the scheme works by.
  public var limits: SchemeLimits
  /// A short code that exports carry, such as "RUSH"; empty where the scheme has none.
  public var code = ""
  /// The wards or districts the scheme works in.
  public var areas: [String] = []
  /// What a mile is paid, by the day a rate began; earliest first.
  public var mileageRates: [MileageRate] = MileageRate.usual
  /// Whom to ring.
  public var contacts = SchemeContacts()
  /// Who approved the texts that are shown on a danger answer; nil until somebody has.
  public var dangerTextsApproval: Approval?

  /// A scheme by its name, with the usual limits unless others are given.
  public init(name: String, nation: Nation = .england, limits: SchemeLimits = SchemeLimits()) {
    self.name = name
    self.nation = nation
    self.limits = limits
  }

  /// What a mile is paid on a day; nil before the first rate began.
  public func mileageRate(on day: Day) -> Pence? { mileageRates.last { $0.from <= day }?.perMile }
}

/// Whom a volunteer rings, and who answers for safeguarding. Empty where the scheme has not said.
public struct SchemeContacts: Hashable, Sendable {
  /// The coordinator's telephone number.
  public var coordinatorPhone = ""
  /// The number to ring when the office is closed.
  public var outOfHoursPhone = ""
  /// The name of the safeguarding lead.
  public var safeguardingLead = ""
  /// The safeguarding lead's telephone number.
  public var safeguardingPhone = ""

  /// Nothing said yet.
  public init() {}
}

/// Who approved something on behalf of the scheme, and when.
public struct Approval: Hashable, Sendable {
  /// The name of the person.
  public let by: String
  /// The day.
  public let on: Day

  /// An approval by somebody on a day.
  public init(by: String, on: Day) {
    self.by = by
    self.on = on
  }
}

/// What a mile is paid from a day on.
public struct MileageRate: Hashable, Sendable {
  /// The first day of the rate.
  public let from: Day
  /// Pence for each mile.
  public let perMile: Pence

  /// A rate from a day on.
  public init(from: Day, perMile: Pence) {
    self.from = from
    self.perMile = perMile
  }

  /// The rate a new scheme starts with: 45p for cars, free of tax since 6 April 2011 (HM Revenue and Customs,
  /// approved mileage allowance payments).
  public static let usual = [MileageRate(from: Day(daysSinceEpoch: 15_070), perMile: Pence(45))]
}

/// The nation a scheme works in.
public enum Nation: String, CaseIterable, Hashable, Sendable {
  case england, wales, scotland
  case northernIreland = "northern ireland"
}
