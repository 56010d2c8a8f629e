/// The code that opens a member's keys when the passphrase is forgotten; shown once, to be written down.
///
/// 26 random letters of Crockford's base 32 (130 bits) and two check letters, in seven groups of four:
/// `7k2m-9qcd-…`. It is long enough to need no slow key derivation.
public struct RecoveryCode: Hashable, Sendable, CustomStringConvertible {
  /// Why a text is not a recovery code.
  public enum Misreading: Error, Hashable, Sendable {
    /// It has another count of letters than 28.
    case length(Int)
    /// This character does not occur in codes.
    case character(Character)
    /// A letter in this group, counted from 1, is wrong.
    case group(Int)
    /// Several letters are wrong.
    case letters
  }

  /// How many letters a code has, check letters included.
  public static let letterCount = 28
  private static let groupLength = 4
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// The letters' values, 0 to 31, check letters included.
  let values: [UInt8]

  /// A new code.
  public init(randomness: Randomness) {
    let drawn = randomness.fill(RecoveryCode.letterCount - 2).map { $0 & 31 }
    values = CheckLetters.added(to: drawn)
  }

  /// Reads a code as people type it: any case, any spaces and hyphens, O for 0, I and L for 1.
  public init(typed text: some StringProtocol) throws(Misreading) {
    var values: [UInt8] = []
    for character in text where !character.isWhitespace && character != "-" && character != "." {
      let plain: Character
      switch Character(character.lowercased()) {
      case "o": plain = "0"
      case "i", "l": plain = "1"
      case let other: plain = other
      }
      guard let value = RecoveryCode.alphabet.firstIndex(of: plain) else { throw .character(character) }
      values.append(UInt8(value))
      if values.count > 4 * RecoveryCode.letterCount { break }
    }
    guard values.count == RecoveryCode.letterCount else { throw .length(values.count) }
    switch CheckLetters.verdict(on: values) {
    case .right: self.values = values
    case .wrongLetter(let place): throw .group(place / RecoveryCode.groupLength + 1)
    case .wrong: throw .letters
    }
  }

  /// The seven groups, as they are shown.
  public var groups: [String] {
    stride(from: 0, to: values.count, by: RecoveryCode.groupLength).map { start in
      String(values[start..<start + RecoveryCode.groupLength].map { RecoveryCode.alphabet[Int($0)] })
    }
  }

  /// The groups with hyphens between them.
  public var description: String { groups.joined(separator: "-") }
}
