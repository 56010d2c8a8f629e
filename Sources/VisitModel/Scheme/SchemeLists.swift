/// The lists a scheme picks from: needs, activities and circumstances.
///
/// They ship as one versioned file in `Resources/lists`; a record keeps an entry's id and never its words.
public struct SchemeLists: Hashable, Sendable {
  /// The version of the lists' file.
  public let version: Int
  /// Which stage of the pathway may follow which.
  public private(set) var pathway = Pathway.empty
  private var lists: [ListName: [ListEntry<AnyListID>]]

  /// Lists of a version, by name; each id stands once in its list.
  public init(version: Int, lists: [ListName: [ListEntry<AnyListID>]]) {
    self.version = version
    self.lists = lists
  }

  /// The same lists, for a scheme whose families move along a pathway.
  public func following(_ pathway: Pathway) -> SchemeLists {
    var lists = self
    lists.pathway = pathway
    return lists
  }

  /// Lists of needs, activities and circumstances alone.
  public init(
    version: Int, needs: [ListEntry<NeedID>], activities: [ListEntry<ActivityID>],
    circumstances: [ListEntry<CircumstanceID>]
  ) {
    self.init(
      version: version,
      lists: [
        .needs: needs.map(\.untyped), .activities: activities.map(\.untyped),
        .circumstances: circumstances.map(\.untyped),
      ])
  }

  /// No entries at all, for tests and for what needs no words.
  public static let empty = SchemeLists(version: 0, lists: [:])

  /// The entries of the list that a kind of id belongs to, in the order they are offered.
  public func entries<ID: SchemeListID>(_: ID.Type = ID.self) -> [ListEntry<ID>] {
    (lists[ID.list] ?? []).map {
      ListEntry(id: ID(rawValue: $0.id.rawValue), label: $0.label, group: $0.group, code: $0.code)
    }
  }

  /// The words for an entry, or its id where a newer list named it.
  public func label<ID: SchemeListID>(of id: ID) -> String {
    lists[ID.list]?.first { $0.id.rawValue == id.rawValue }?.label ?? id.rawValue
  }

  /// What families ask for help with, in the order they are asked.
  public var needs: [ListEntry<NeedID>] { entries() }
  /// What is done on a visit.
  public var activities: [ListEntry<ActivityID>] { entries() }
  /// What a family lives with that summaries count.
  public var circumstances: [ListEntry<CircumstanceID>] { entries() }
}

/// The lists that a scheme picks from; the raw value is the list's heading in the file.
public enum ListName: String, CaseIterable, Hashable, Sendable {
  case needs, activities, circumstances
  case infantMoments = "infant moments"

  // Families, referrals, assessments and plans.
  case referralSources = "referral sources"
  case refusals, indicators
  case ethnicities, nicknames
  case visitingRisks = "visiting risks"
  case lifeEvents = "life events"

  // Volunteers and services.
  case vettingLevels = "vetting_levels"
  case availability, transport
  case serviceKinds = "service_kinds"

  // Evaluation.
  case endings, strategies, themes

  // Concerns.
}

/// An id that belongs to one of the scheme's lists.
public protocol SchemeListID: ListID {
  /// The list it belongs to.
  static var list: ListName { get }
}

extension NeedID: SchemeListID {
  /// The list of needs.
  public static let list = ListName.needs
}

extension ActivityID: SchemeListID {
  /// The list of activities.
  public static let list = ListName.activities
}

extension CircumstanceID: SchemeListID {
  /// The list of circumstances.
  public static let list = ListName.circumstances
}

/// An id of any list, as it stands in the file.
public struct AnyListID: ListID {
  /// The id in its list.
  public let rawValue: String
  /// An entry by its id in its list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One entry of a list: an id that records keep, and the words people see.
public struct ListEntry<ID: ListID>: Hashable, Sendable {
  /// What records keep.
  public let id: ID
  /// What people see, in lower case unless it is a name.
  public let label: String
  /// The heading it stands under, where the list has headings.
  public let group: String?
  /// What others call it in their statistics, such as a code of the Department for Education.
  public let code: String?

  /// An entry by its id and words.
  public init(id: ID, label: String, group: String? = nil, code: String? = nil) {
    self.id = id
    self.label = label
    self.group = group
    self.code = code
  }

  /// The entry without the kind of its id.
  var untyped: ListEntry<AnyListID> {
    ListEntry<AnyListID>(
      id: AnyListID(rawValue: id.rawValue), label: label, group: group, code: code)
  }
}

extension Array {
  /// The words of the entry with that id, or the id itself where the list has none.
  public func label<ID: ListID>(of id: ID) -> String where Element == ListEntry<ID> {
    first { $0.id == id }?.label ?? id.rawValue
  }
}
