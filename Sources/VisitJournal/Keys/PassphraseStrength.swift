/// A rough estimate of how long a passphrase would hold, for the hint beside the field where a new one is typed.
///
/// It looks at length, at how many different characters there are, and at a short list of words and rows that people
/// reach for first; nothing leaves the program. It errs on the side of "weaker": a hint, never a gate.
public enum PassphraseStrength: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// Among the first that anyone would try.
  case guessable
  /// Gone within a day of trying.
  case weak
  /// Gone within some months of trying on rented computers.
  case fair
  /// Beyond what trying pays for.
  case good
  /// Beyond anything.
  case excellent

  /// Lower is weaker.
  public static func < (left: PassphraseStrength, right: PassphraseStrength) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The estimate for the UTF-8 of a passphrase.
  ///
  /// `known` are words an attacker would try first: the scheme's and the member's names.
  public static func of(_ passphrase: borrowing SecretBytes, known: [String] = []) -> PassphraseStrength {
    passphrase.withBytes { level(bits: bits(of: $0, known: known)) }
  }

  private static func level(bits: Double) -> PassphraseStrength {
    switch bits {
    case ..<18: .guessable
    case ..<32: .weak
    case ..<45: .fair
    case ..<65: .good
    default: .excellent
    }
  }

  /// Bits that are hard to guess: each run of letters counts as a word at most, each other character by its kind,
  /// repetitions and rows of the keyboard hardly at all.
  private static func bits(of bytes: UnsafeRawBufferPointer, known: [String]) -> Double {
    let common =
      PassphraseStrength.common
      + known.flatMap { $0.lowercased().split(separator: " ").map { Array($0.utf8) } }
    var total = 0.0
    var seen: Set<UInt64> = []
    var place = 0
    while place < bytes.count {
      let start = place
      let isWord = isLetter(bytes[place])
      while place < bytes.count, isLetter(bytes[place]) == isWord { place += 1 }
      let run = UnsafeRawBufferPointer(rebasing: bytes[start..<place])
      // A piece that came before adds next to nothing.
      guard seen.insert(fingerprint(run)).inserted else {
        total += 1
        continue
      }
      total += isWord ? wordBits(run, common: common) : otherBits(run)
    }
    return total
  }

  /// A word of a natural language is worth at most about 13 bits (a list of 8,000), a short or odd run of letters less.
  private static func wordBits(_ word: UnsafeRawBufferPointer, common: [[UInt8]]) -> Double {
    if common.contains(where: { matches($0, word) }) { return 3 }
    let different = Double(Set(word.map(lowered)).count)
    let perLetter = min(4.0, different)
    // Beyond ten letters it is either several words run together or a made-up run: two bits a letter, as in English.
    return min(13, perLetter * Double(word.count) * 0.55) + max(0, Double(word.count) - 10) * 1.7
  }

  private static func otherBits(_ run: UnsafeRawBufferPointer) -> Double {
    var bits = 0.0
    var previous: UInt8?
    for byte in run {
      defer { previous = byte }
      if byte == UInt8(ascii: " ") {
        bits += 0.5
        continue
      }
      let step = previous.map { Int(byte) - Int($0) }
      // The next digit in a row, or the same again.
      if let step, abs(step) <= 1 { bits += 0.3 } else { bits += isDigit(byte) ? 2.5 : 4 }
    }
    // Four digits are most often a year.
    return run.count == 4 && run.allSatisfy(isDigit) ? min(bits, 6) : bits
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered(byte)) || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func matches(_ word: [UInt8], _ run: UnsafeRawBufferPointer) -> Bool {
    word.count == run.count && zip(word, run).allSatisfy { $0 == lowered($1) }
  }

  private static func fingerprint(_ run: UnsafeRawBufferPointer) -> UInt64 {
    run.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64(lowered($1))) &* 1_099_511_628_211 }
  }

  private static let common: [[UInt8]] = [
    "password", "passphrase", "passwort", "secret", "letmein", "welcome", "admin", "login", "demo", "test",
    "qwerty", "qwertz", "azerty", "qwertyuiop", "asdf", "asdfgh", "asdfghjkl", "zxcvbn", "abc", "abcd",
    "abcdef",
    "iloveyou", "love", "monkey", "dragon", "sunshine", "princess", "football", "baseball", "master",
    "shadow",
    "summer", "winter", "spring", "autumn", "monday", "friday", "january", "december", "london", "england",
    "visit", "visits", "visitbook", "family", "families", "volunteer", "charity", "home", "homestart",
    "start",
    "coordinator", "supervisor", "scheme", "office", "changeme", "hello", "please", "computer", "laptop",
    "liverpool",
    "arsenal", "chelsea", "charlie", "george", "oliver", "jessica", "daisy", "mummy", "daddy", "baby",
  ].map { Array($0.utf8) }
}
