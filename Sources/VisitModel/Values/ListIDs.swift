// Identities of entries of the lists that ship in `Resources/` and that a scheme can edit.

/// An entry of one of the scheme's lists: a need, an activity, a circumstance, an instrument.
///
/// A record keeps the id; the words that belong to it live in the list, never in code.
public protocol ListID: RawRepresentable, Hashable, Sendable, CustomStringConvertible
where RawValue == String {
  /// An id as it stands in the list's file.
  init(rawValue: String)
}

extension ListID {
  /// The id as it stands in the list's file.
  public var description: String { rawValue }
}

/// A need that a family chose to work on, from the needs list.
public struct NeedID: ListID {
  /// The id in the needs list.
  public let rawValue: String
  /// A need by its id in the needs list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Something done on a visit, from the activities list.
public struct ActivityID: ListID {
  /// The id in the activities list.
  public let rawValue: String
  /// An activity by its id in the activities list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A circumstance of a family, from the circumstances list.
public struct CircumstanceID: ListID {
  /// The id in the circumstances list.
  public let rawValue: String
  /// A circumstance by its id in the circumstances list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A wellbeing instrument, named by its file.
public struct InstrumentID: ListID {
  /// The id in the instrument's file.
  public let rawValue: String
  /// An instrument by the id in its file.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One question of an instrument.
public struct ItemID: ListID {
  /// The id in the instrument's file.
  public let rawValue: String
  /// A question by its id in the instrument's file.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One answer option of a question.
public struct OptionID: ListID {
  /// The id in the instrument's file.
  public let rawValue: String
  /// An option by its id in the instrument's file.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One score of an instrument.
public struct ScoreID: ListID {
  /// The id in the instrument's file.
  public let rawValue: String
  /// A score by its id in the instrument's file.
  public init(rawValue: String) { self.rawValue = rawValue }
}
