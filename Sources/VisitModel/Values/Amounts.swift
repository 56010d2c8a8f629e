// Amounts that are added up in summaries, each with its unit in its type.

/// A length of time in whole minutes, 0 to 720 for one visit.
public struct Minutes: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The count of minutes.
  public let count: Int
  /// No time at all.
  public static let zero = Minutes(0)
  /// The longest visit that can be recorded (twelve hours), as the visit rules set it.
  public static let visitMax = Minutes(720)

  /// An amount of minutes; never negative when it comes from a person, see ``init(typed:)``.
  public init(_ count: Int) { self.count = count }

  /// Reads `90`, `90m`, `1h`, `1h30`, `1h 30m`, `1:30`, `1.5h`; nil for anything else or a negative amount.
  public init?(typed text: String) {
    var compact = text.lowercased().filter { !$0.isWhitespace }
    for unit in ["minutes", "mins", "min"] where compact.hasSuffix(unit) {
      compact.removeLast(unit.count - 1)
    }
    for unit in ["hours", "hrs", "hr"] where compact.hasSuffix(unit) { compact.removeLast(unit.count - 1) }
    guard !compact.isEmpty, compact.count <= 8 else { return nil }
    if let whole = wholeNumber(compact.utf8) {
      self.init(whole)
      return
    }
    if compact.hasSuffix("m"), let whole = wholeNumber(compact.dropLast().utf8) {
      self.init(whole)
      return
    }
    if compact.hasSuffix("h"), let tenths = Miles(typed: String(compact.dropLast()))?.tenths {
      self.init(tenths * 6)
      return
    }
    let parts = compact.split(omittingEmptySubsequences: false) { $0 == "h" || $0 == ":" }
    guard parts.count == 2, let hours = wholeNumber(parts[0].utf8),
      let minutes = wholeNumber((parts[1].hasSuffix("m") ? parts[1].dropLast() : parts[1]).utf8),
      minutes < 60
    else { return nil }
    self.init(hours * 60 + minutes)
  }

  /// `2h00` for an hour or more, `25 min` below it.
  public var text: String { count >= 60 ? "\(count / 60)h\(twoDigits(count % 60))" : "\(count) min" }
  /// The sum of two lengths of time.
  public static func + (left: Minutes, right: Minutes) -> Minutes { Minutes(left.count + right.count) }
  /// The difference of two lengths of time.
  public static func - (left: Minutes, right: Minutes) -> Minutes { Minutes(left.count - right.count) }
  /// Shorter comes first.
  public static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }
}

/// A distance in tenths of a mile, so that totals add without rounding.
public struct Miles: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// Tenths of a mile.
  public let tenths: Int
  /// No distance.
  public static let zero = Miles(tenths: 0)
  /// The longest journey to one visit that is believed without asking: 300 miles.
  public static let visitMax = Miles(tenths: 3_000)

  /// A distance by its tenths of a mile.
  public init(tenths: Int) { self.tenths = tenths }

  /// Reads `6`, `6.4`; nil for anything else.
  public init?(typed text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = wholeNumber(parts[0].utf8), whole <= 99_999 else { return nil }
    guard parts.count == 2 else {
      self.init(tenths: whole * 10)
      return
    }
    guard parts[1].utf8.count == 1, let tenth = wholeNumber(parts[1].utf8) else { return nil }
    self.init(tenths: whole * 10 + tenth)
  }

  /// Such as `6.4`.
  public var text: String { "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)" }
  /// The sum of two distances.
  public static func + (left: Miles, right: Miles) -> Miles { Miles(tenths: left.tenths + right.tenths) }
  /// The difference of two distances.
  public static func - (left: Miles, right: Miles) -> Miles { Miles(tenths: left.tenths - right.tenths) }
  /// Shorter comes first.
  public static func < (left: Miles, right: Miles) -> Bool { left.tenths < right.tenths }
}

/// An amount of money in whole pence.
public struct Pence: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The count of pence.
  public let count: Int
  /// Nothing.
  public static let zero = Pence(0)
  /// The largest claim for one visit that is believed without asking: 500 pounds.
  public static let visitMax = Pence(50_000)

  /// An amount by its pence.
  public init(_ count: Int) { self.count = count }

  /// Reads pounds: `3`, `3.40`, `£3.40`; nil for anything else.
  public init?(typed text: String) {
    let bare = text.hasPrefix("£") ? text.dropFirst() : text[...]
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let pounds = wholeNumber(parts[0].utf8), pounds <= 999_999 else { return nil }
    guard parts.count == 2 else {
      self.init(pounds * 100)
      return
    }
    guard parts[1].utf8.count == 2, let pence = wholeNumber(parts[1].utf8) else { return nil }
    self.init(pounds * 100 + pence)
  }

  /// Pounds and pence, such as `3.40`.
  public var text: String {
    "\(count < 0 ? "-" : "")\(count.magnitude / 100).\(twoDigits(Int(count.magnitude % 100)))"
  }
  /// The sum of two amounts.
  public static func + (left: Pence, right: Pence) -> Pence { Pence(left.count + right.count) }
  /// The difference of two amounts.
  public static func - (left: Pence, right: Pence) -> Pence { Pence(left.count - right.count) }
  /// Less comes first.
  public static func < (left: Pence, right: Pence) -> Bool { left.count < right.count }
}

/// A number kept as hundredths, so that scores and thresholds compare exactly.
public struct Hundredths: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The count of hundredths.
  public let count: Int
  /// Nought.
  public static let zero = Hundredths(count: 0)

  /// A number by its hundredths.
  public init(count: Int) { self.count = count }
  /// A whole number.
  public init(whole: Int) { count = whole * 100 }

  /// Written with as many decimals as asked for (0 to 2), rounded half away from zero.
  public func text(decimals: Int) -> String {
    let magnitude = Int(clamping: count.magnitude)
    let unit = decimals <= 0 ? 100 : decimals == 1 ? 10 : 1
    let rounded = magnitude / unit + (magnitude % unit * 2 >= unit && unit > 1 ? 1 : 0)
    let sign = count < 0 && rounded > 0 ? "-" : ""
    return switch unit {
    case 100: "\(sign)\(rounded)"
    case 10: "\(sign)\(rounded / 10).\(rounded % 10)"
    default: "\(sign)\(rounded / 100).\(twoDigits(rounded % 100))"
    }
  }
  /// The sum.
  public static func + (left: Hundredths, right: Hundredths) -> Hundredths {
    Hundredths(count: left.count + right.count)
  }
  /// The difference.
  public static func - (left: Hundredths, right: Hundredths) -> Hundredths {
    Hundredths(count: left.count - right.count)
  }
  /// Smaller comes first.
  public static func < (left: Hundredths, right: Hundredths) -> Bool { left.count < right.count }
}
