/// The lists a scheme picks from: needs, activities and circumstances.
///
/// They ship as one versioned file in `Resources/lists`; a record keeps an entry's id and never its words.
public struct SchemeLists: Hashable, Sendable {
  /// The version of the lists' file.
  public let version: Int
  /// What families ask for help with, in the order they are asked.
  public let needs: [ListEntry<NeedID>]
  /// What is done on a visit.
  public let activities: [ListEntry<ActivityID>]
  /// What a family lives with that summaries count.
  public let circumstances: [ListEntry<CircumstanceID>]

  /// Lists of a version; each id stands once in its list.
  public init(
    version: Int, needs: [ListEntry<NeedID>], activities: [ListEntry<ActivityID>],
    circumstances: [ListEntry<CircumstanceID>]
  ) {
    self.version = version
    self.needs = needs
    self.activities = activities
    self.circumstances = circumstances
  }

  /// No entries at all, for tests and for what needs no words.
  public static let empty = SchemeLists(version: 0, needs: [], activities: [], circumstances: [])

  /// The words for a need, or its id where a newer list named it.
  public func label(of need: NeedID) -> String { needs.label(of: need) }
  /// The words for an activity, or its id where a newer list named it.
  public func label(of activity: ActivityID) -> String { activities.label(of: activity) }
  /// The words for a circumstance, or its id where a newer list named it.
  public func label(of circumstance: CircumstanceID) -> String { circumstances.label(of: circumstance) }
}

/// One entry of a list: an id that records keep, and the words people see.
public struct ListEntry<ID: ListID>: Hashable, Sendable {
  /// What records keep.
  public let id: ID
  /// What people see, in lower case unless it is a name.
  public let label: String
  /// The heading it stands under, where the list has headings.
  public let group: String?

  /// An entry by its id and words.
  public init(id: ID, label: String, group: String? = nil) {
    self.id = id
    self.label = label
    self.group = group
  }
}

extension Array {
  /// The words of the entry with that id, or the id itself where the list has none.
  public func label<ID: ListID>(of id: ID) -> String where Element == ListEntry<ID> {
    first { $0.id == id }?.label ?? id.rawValue
  }
}
