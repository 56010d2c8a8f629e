/// Two check letters for a recovery code: a Reed-Solomon code over the 32 letters of Crockford's alphabet.
///
/// With two check symbols and at most 31 letters, any one or two wrong letters are noticed, and two letters that
/// changed places too; for a single wrong letter the code even says where it stands. (I. S. Reed and G. Solomon,
/// "Polynomial codes over certain finite fields", 1960; the field is GF(32) with x^5 + x^2 + 1.)
enum CheckLetters {
  /// What the check letters say of a code.
  enum Verdict: Hashable {
    case right
    /// One wrong letter explains it: the one at this place, from 0.
    case wrongLetter(at: Int)
    case wrong
  }

  private static let powers: [UInt8] = {
    var powers: [UInt8] = []
    var value = 1
    for _ in 0..<31 {
      powers.append(UInt8(value))
      value <<= 1
      if value & 32 != 0 { value ^= 0b10_0101 }
    }
    return powers
  }()

  private static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
    guard left != 0, right != 0, let first = powers.firstIndex(of: left),
      let second = powers.firstIndex(of: right)
    else { return 0 }
    return powers[(first + second) % 31]
  }

  private static func divide(_ left: UInt8, by right: UInt8) -> UInt8 {
    guard left != 0, let first = powers.firstIndex(of: left), let second = powers.firstIndex(of: right) else {
      return 0
    }
    return powers[(first + 31 - second) % 31]
  }

  /// The two syndromes: the plain sum, and the sum weighted by the place counted from the end.
  private static func syndromes(_ letters: [UInt8]) -> (sum: UInt8, weighted: UInt8) {
    precondition(letters.count <= 31, "the check letters guard at most 31 letters")
    var (sum, weighted) = (UInt8(0), UInt8(0))
    for (place, letter) in letters.enumerated() {
      sum ^= letter
      weighted ^= multiply(letter, powers[letters.count - 1 - place])
    }
    return (sum, weighted)
  }

  /// The letters (values 0 to 31) with their two check letters behind them.
  static func added(to letters: [UInt8]) -> [UInt8] {
    // With check letters c1 c0 at weights a and 1: c1 + c0 = sum, a c1 + c0 = weighted.
    let (sum, weighted) = syndromes(letters + [0, 0])
    let first = divide(sum ^ weighted, by: powers[0] ^ powers[1])
    return letters + [first, sum ^ first]
  }

  /// What the last two of `letters` say of all of them.
  static func verdict(on letters: [UInt8]) -> Verdict {
    let (sum, weighted) = syndromes(letters)
    if sum == 0 && weighted == 0 { return .right }
    guard sum != 0, weighted != 0, let fromEnd = powers.firstIndex(of: divide(weighted, by: sum)),
      fromEnd < letters.count
    else { return .wrong }
    return .wrongLetter(at: letters.count - 1 - fromEnd)
  }
}
