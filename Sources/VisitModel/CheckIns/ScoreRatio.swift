/// An exact fraction of hundredths, so that a prorated or averaged score is rounded once, at the end.
///
/// Never reduced, which would cost more than the scoring: the bounds of ``ScoreLimit`` keep a prorated sum below 3e23
/// and each step multiplies by 1e6 at most, so 128 bits (1.7e38) hold everything.
struct ScoreRatio: Hashable {
  private(set) var numerator: Int128
  private(set) var denominator: Int128

  init(_ number: Hundredths) { (numerator, denominator) = (Int128(number.count), 1) }

  init(numerator: Int128, denominator: Int128) {
    precondition(denominator > 0, "a ratio needs a positive denominator")
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  func times(_ factor: Hundredths) -> ScoreRatio {
    ScoreRatio(numerator: numerator * Int128(factor.count), denominator: denominator * 100)
  }

  func plus(_ other: ScoreRatio) -> ScoreRatio {
    ScoreRatio(
      numerator: numerator * other.denominator + other.numerator * denominator,
      denominator: denominator * other.denominator)
  }

  /// The number in hundredths where it is a whole count of them.
  var exact: Hundredths? { numerator.isMultiple(of: denominator) ? rounded : nil }

  /// The number in hundredths, halves away from nought, held to what a score can be.
  var rounded: Hundredths {
    let limit = Int128(ScoreLimit.score.count)
    return Hundredths(count: Int(min(max(nearest(denominator), -limit), limit)))
  }

  func rounded(_ rounding: MissingRule.Rounding) -> ScoreRatio {
    let whole = denominator * 100
    let count: Int128
    switch rounding {
    case .none: return self
    case .nearest: count = nearest(whole)
    case .down: count = floor(whole)
    case .up: count = -ScoreRatio(numerator: -numerator, denominator: denominator).floor(whole)
    }
    return ScoreRatio(numerator: count * 100, denominator: 1)
  }

  private func nearest(_ unit: Int128) -> Int128 {
    let count = (numerator.magnitude * 2 + unit.magnitude) / (unit.magnitude * 2)
    return numerator < 0 ? -Int128(count) : Int128(count)
  }

  private func floor(_ unit: Int128) -> Int128 {
    let quotient = numerator / unit
    return numerator % unit < 0 ? quotient - 1 : quotient
  }
}

/// Bounds on what an instrument's file may hold, far beyond any published one, so that scoring cannot overflow.
public enum ScoreLimit {
  /// The largest number, either way, that a file may hold.
  public static let number = Hundredths(whole: 10_000)
  /// The largest score, either way.
  public static let score = Hundredths(whole: 1_000_000_000)
  /// The most questions.
  public static let items = 500
  /// The most steps after a raw number.
  public static let steps = 2
}

extension Hundredths {
  /// Reads a plain decimal number, such as `26.02`, `-3` or `7.0`; nil for anything else, for more than two
  /// decimals that are not nought, and beyond ``ScoreLimit/number``.
  public init?(decimal text: some StringProtocol) {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    let parts = rest.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = digits(parts[0]), whole <= 10_000 else { return nil }
    var hundredths = 0
    if parts.count == 2 {
      var decimals = Array(parts[1])
      guard !decimals.isEmpty else { return nil }
      while decimals.count > 2, decimals.last == UInt8(ascii: "0") { decimals.removeLast() }
      if decimals.count == 1 { decimals.append(UInt8(ascii: "0")) }
      guard decimals.count == 2, let count = digits(decimals[...]) else { return nil }
      hundredths = count
    }
    let count = whole * 100 + hundredths
    guard count <= ScoreLimit.number.count else { return nil }
    self.init(count: isNegative ? -count : count)
  }
}

private func digits(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 6 else { return nil }
  var number = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return number
}
