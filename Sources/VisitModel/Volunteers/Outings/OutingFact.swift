/// A volunteer setting out on a visit, or safely home again.
public enum OutingFact: Hashable, Sendable {
  /// Somebody set out; the entry begins a record.
  case left(Outing)
  /// Somebody is home: which outing, and when.
  case home(RecordID, at: Moment)
  /// What was said of an outing was corrected: home later than first thought, as a rule.
  case amended(Amendment, Outing)
  /// An outing was taken back.
  case retracted(Amendment)
}

extension OutingFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .left: .outingBegan
    case .home: .cameHome
    case .amended: .outingAmended
    case .retracted: .outingRetracted
    }
  }
}

/// A volunteer out on a visit: since when, and when they are expected home.
public struct Outing: Hashable, Sendable {
  /// The volunteer.
  public var volunteer: VolunteerNumber
  /// When they left.
  public var left: Moment
  /// When they are expected home.
  public var expectedHome: Moment

  /// An outing of a volunteer.
  public init(volunteer: VolunteerNumber, left: Moment, expectedHome: Moment) {
    self.volunteer = volunteer
    self.left = left
    self.expectedHome = expectedHome
  }
}
