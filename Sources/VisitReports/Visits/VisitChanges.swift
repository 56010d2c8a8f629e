public import VisitModel

/// One field that a correction changed, as it would have been typed before and after.
public struct FieldChange: Hashable, Sendable {
  /// The field.
  public let field: Field
  /// What it said before; empty where it said nothing.
  public let old: String
  /// What it says now; empty where it says nothing.
  public let new: String

  /// A change of a field from one text to another.
  public init(field: Field, old: String, new: String) {
    self.field = field
    self.old = old
    self.new = new
  }
}

extension TypedVisit {
  /// The fields that differ between two versions of a visit, in the order of the form.
  public static func changes(from old: Visit, to new: Visit) -> [FieldChange] {
    let (before, after) = (TypedVisit(old), TypedVisit(new))
    return fields.filter { before[$0] != after[$0] }.map {
      FieldChange(field: $0, old: before[$0], new: after[$0])
    }
  }
}

/// One version of a visit in its history.
public struct VisitVersion: Hashable, Sendable {
  /// The version itself: which entry, who, when, why.
  public let version: Version<Visit>
  /// What it changed; empty for the first version and for a retraction.
  public let changes: [FieldChange]
  /// Whether it took the visit back.
  public var isRetraction: Bool { version.value == nil }
}

extension Record<Visit> {
  /// Every version of the visit, first to last, each with what it changed from the one before.
  public var history: [VisitVersion] {
    var last: Visit?
    return versions.map { version in
      let changes =
        if let old = last, let new = version.value { TypedVisit.changes(from: old, to: new) } else {
          [FieldChange]()
        }
      last = version.value ?? last
      return VisitVersion(version: version, changes: changes)
    }
  }
}
