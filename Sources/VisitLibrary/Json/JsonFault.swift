/// Why bytes are no JSON, and where.
public struct JsonFault: Error, Hashable, Sendable {
  /// Where it goes wrong.
  public let place: TextPlace
  /// What is wrong.
  public let problem: JsonProblem
}

/// A place in a text file.
public struct TextPlace: Hashable, Sendable {
  /// The line, from 1.
  public internal(set) var line = 1
  /// The column, from 1; every Unicode scalar takes one.
  public internal(set) var column = 1
}

/// What can be wrong with JSON; the raw value names the words for it in the files of words.
public enum JsonProblem: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The bytes are not UTF-8.
  case notText
  /// The file ends within a value.
  case tooShort
  /// Something follows the value.
  case trailing
  /// There are more levels than any file of ours has.
  case tooDeep
  /// Neither a value nor the beginning of one stands where one is wanted.
  case valueWanted
  /// A record goes on without a key in quotes.
  case keyWanted
  /// A key stands a second time in its record.
  case keyTwice
  /// No colon stands after a key.
  case colonWanted
  /// A record neither goes on nor ends.
  case recordEndWanted
  /// A list neither goes on nor ends.
  case listEndWanted
  /// A control character stands in a text, where only its escape may.
  case controlInText
  /// An escape is none of those that JSON knows, or half a character.
  case badEscape

  /// What is wrong, in English for whoever writes the file.
  public var description: String {
    switch self {
    case .notText: "not UTF-8 text"
    case .tooShort: "the file ends too early"
    case .trailing: "something follows the end of the value"
    case .tooDeep: "nested too deeply"
    case .valueWanted: "a value is wanted here"
    case .keyWanted: "a key in quotes is wanted here"
    case .keyTwice: "a key stands twice in one record"
    case .colonWanted: "a colon is wanted after a key"
    case .recordEndWanted: "a comma or } is wanted here"
    case .listEndWanted: "a comma or ] is wanted here"
    case .controlInText: "a control character in a text"
    case .badEscape: "an unknown escape in a text, or half a character"
    }
  }
}
