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

  /// A scheme by its name, with the usual limits unless others are given.
  public init(name: String, nation: Nation = .england, limits: SchemeLimits = SchemeLimits()) {
    self.name = name
    self.nation = nation
    self.limits = limits
  }
}

/// The nation a scheme works in.
public enum Nation: String, CaseIterable, Hashable, Sendable {
  case england, wales, scotland
  case northernIreland = "northern ireland"
}

/// The limits that make a family stand out on the families screen, in days and weeks.
public struct SchemeLimits: Hashable, Sendable {
  /// A supported family not seen for more days than this needs someone.
  public var notSeenDaysMax: Int
  /// A family waiting for a volunteer for more days than this needs someone.
  public var waitingDaysMax: Int
  /// A planned visit is to be written up within this many days.
  public var writeUpDaysMax: Int
  /// The usual days between two visits, for a first guess at the next one.
  public var visitIntervalDays: Int

  /// The limits a new scheme starts with: 14 days not seen, 28 days waiting, 1 day to write up, weekly visits.
  public init(
    notSeenDaysMax: Int = 14, waitingDaysMax: Int = 28, writeUpDaysMax: Int = 1, visitIntervalDays: Int = 7
  ) {
    self.notSeenDaysMax = notSeenDaysMax
    self.waitingDaysMax = waitingDaysMax
    self.writeUpDaysMax = writeUpDaysMax
    self.visitIntervalDays = visitIntervalDays
  }
}
