// Identities of entries of the lists that volunteers are described by.

/// A level of vetting, in the words of a nation.
public struct VettingLevelID: SchemeListID {
  /// The id in the list of vetting levels.
  public let rawValue: String
  /// A level by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The list of vetting levels; its headings name the nations.
  public static let list = ListName.vettingLevels
}

/// A part of the week in which a volunteer can visit.
public struct AvailabilityID: SchemeListID {
  /// The id in the list of times.
  public let rawValue: String
  /// A part of the week by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The list of times.
  public static let list = ListName.availability
}

/// A way in which a volunteer gets about.
public struct TransportID: SchemeListID {
  /// The id in the list of ways.
  public let rawValue: String
  /// A way by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The list of ways.
  public static let list = ListName.transport
}

extension AvailabilityID {
  /// The part of the week that a time lies in: the ids stand in the list for ever.
  public init(day: Day, start: TimeOfDay) {
    let isWeekend = day.weekday == .saturday || day.weekday == .sunday
    let hour = start.minutesAfterMidnight / 60
    let part = hour < 12 ? "mornings" : hour < 17 ? "afternoons" : "evenings"
    self.init(rawValue: isWeekend ? "weekends" : "weekday_\(part)")
  }
}

extension SchemeLists {
  /// The levels of vetting of a nation.
  public func vettingLevels(in nation: Nation) -> [ListEntry<VettingLevelID>] {
    entries(VettingLevelID.self).filter { entry in
      entry.group.map { listed($0).contains(nation.rawValue) } ?? true
    }
  }
}
