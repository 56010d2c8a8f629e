// What records are called by: numbers that people say aloud, and identities that never change.

/// The number of a family, printed as `F-0042`; given once and never used again.
public struct FamilyNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// A family number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Reads `F-0042`, `f42`, `42`.
  public init?(typed text: some StringProtocol) {
    guard let count = numbered(text, letter: "f") else { return nil }
    self.init(count)
  }
  /// Such as `F-0042`.
  public var description: String { "F-" + padded(count, to: 4) }
  /// Lower numbers come first.
  public static func < (left: FamilyNumber, right: FamilyNumber) -> Bool { left.count < right.count }
}

/// The number of a volunteer, printed as `V-07`.
public struct VolunteerNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// A volunteer number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Reads `V-07`, `v7`, `7`.
  public init?(typed text: some StringProtocol) {
    guard let count = numbered(text, letter: "v") else { return nil }
    self.init(count)
  }
  /// Such as `V-07`.
  public var description: String { "V-" + padded(count, to: 2) }
  /// Lower numbers come first.
  public static func < (left: VolunteerNumber, right: VolunteerNumber) -> Bool { left.count < right.count }
}

/// The number of a person within one family, printed as `P1`.
public struct PersonNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// A person number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Reads `P1`, `p1`, `1`.
  public init?(typed text: some StringProtocol) {
    guard let count = numbered(text, letter: "p") else { return nil }
    self.init(count)
  }
  /// Such as `P1`.
  public var description: String { "P\(count)" }
  /// Lower numbers come first.
  public static func < (left: PersonNumber, right: PersonNumber) -> Bool { left.count < right.count }
}

/// The number of an episode of support within one family, from 1.
public struct EpisodeNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// An episode number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Such as `E1`.
  public var description: String { "E\(count)" }
  /// Lower numbers come first.
  public static func < (left: EpisodeNumber, right: EpisodeNumber) -> Bool { left.count < right.count }
}

/// The number of a member (a person who may open the journal), from 1.
public struct MemberNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// A member number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Such as `M1`.
  public var description: String { "M\(count)" }
  /// Lower numbers come first.
  public static func < (left: MemberNumber, right: MemberNumber) -> Bool { left.count < right.count }
}

/// The random identity of a family, which is also the name of its key: it says nothing about who they are, and
/// stays on the anonymous numbers after the family is erased.
public struct FamilyID: Hashable, Comparable, Sendable {
  /// 64 random bits.
  public let rawValue: UInt64
  /// A family's identity by its bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// A fixed order, with no meaning.
  public static func < (left: FamilyID, right: FamilyID) -> Bool { left.rawValue < right.rawValue }
}

/// The random identity of an entry, and of the record it began; 60 bits, written as twelve letters
/// and digits: among ten million of them two are the same with odds of 1 in 20,000.
///
/// Letters follow Crockford's base 32 (no I, L, O or U), lower case, so that it can be read out on the telephone.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The identity's bits, below 2^60.
  public let rawValue: UInt64
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// An identity from random bits, of which the lower 60 are used.
  public init(bits: UInt64) { rawValue = bits & (1 << 60 - 1) }

  /// Reads the twelve letters of an identity; `o` counts as `0`, `i` and `l` as `1`.
  public init?(_ text: some StringProtocol) {
    guard text.count == 12 else { return nil }
    var bits: UInt64 = 0
    for letter in RecordID.unconfused(text) {
      guard let value = RecordID.letters.firstIndex(of: letter) else { return nil }
      bits = bits << 5 | UInt64(value)
    }
    rawValue = bits
  }

  /// The letters as an identity writes them: lower case, `o` as `0`, `i` and `l` as `1`.
  static func unconfused(_ text: some StringProtocol) -> String {
    String(text.lowercased().map { $0 == "o" ? "0" : $0 == "i" || $0 == "l" ? "1" : $0 })
  }

  /// The identities that begin with what was typed; nil for letters that none has.
  package static func range(beginning prefix: some StringProtocol) -> ClosedRange<RecordID>? {
    let typed = unconfused(prefix)
    guard typed.count <= 12 else { return nil }
    let rest = 12 - typed.count
    guard let first = RecordID(typed + String(repeating: "0", count: rest)),
      let last = RecordID(typed + String(repeating: "z", count: rest))
    else { return nil }
    return first...last
  }

  /// Twelve letters and digits.
  public var description: String {
    String((0..<12).map { RecordID.letters[Int(rawValue >> (55 - 5 * UInt64($0))) & 31] })
  }
  /// A fixed order, with no meaning.
  public static func < (left: RecordID, right: RecordID) -> Bool { left.rawValue < right.rawValue }
}

func padded(_ number: Int, to width: Int) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

func numbered(_ text: some StringProtocol, letter: Character) -> Int? {
  var rest = text.lowercased()[...]
  if rest.first == letter {
    rest = rest.dropFirst()
    if rest.first == "-" { rest = rest.dropFirst() }
  }
  guard let count = wholeNumber(rest.utf8), count > 0 else { return nil }
  return count
}
