/// An entry whose bytes are not what an entry of its kind has to be, and what is wrong with it.
public struct RecordError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The bytes are no entry at all.
    case notAnEntry
    /// An entry of a kind that a newer program added; it is kept, and left out here.
    case unknownKind(Int)
    /// Something that has to be there is not.
    case missing
    /// A choice that a newer program added.
    case unknownValue(Int)
    /// A number that cannot be right.
    case outOfRange
    /// The box was changed, or moved here from another entry.
    case boxDoesNotOpen
    /// The box opened, but what is in it is not of this kind.
    case notABox
    /// The writer holds no key for the vault that it belongs into.
    case noKey
  }

  /// What is wrong.
  public let problem: Problem
  /// Where in the entry, by the field's name in `records.proto`.
  public let field: String

  /// An error about a field.
  public init(_ problem: Problem, _ field: String) {
    self.problem = problem
    self.field = field
  }
}
