/// When an entry was written, as a hybrid logical clock: never earlier than any stamp seen before it, even
/// where the laptop's clock jumps back (Kulkarni and others, "Logical Physical Clocks", 2014).
///
/// 48 bits of milliseconds since 1970-01-01 UTC, then 16 bits that count entries within a millisecond.
public struct Stamp: Hashable, Comparable, Sendable {
  /// The stamp as one number, in the order of time.
  public let rawValue: UInt64

  /// A stamp by its number.
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// The first stamp of a millisecond.
  public init(milliseconds: Int64) { rawValue = UInt64(max(0, milliseconds)) << 16 }

  /// Milliseconds since 1970-01-01 UTC.
  public var milliseconds: Int64 { Int64(rawValue >> 16) }

  /// Whole seconds since 1970-01-01 UTC, up to the year 2106.
  public var seconds: UInt32 { UInt32(clamping: milliseconds / 1_000) }

  /// The day in UTC on which the entry was written.
  public var day: Day { Day(daysSinceEpoch: Int32(clamping: milliseconds / 86_400_000)) }

  /// The next stamp, given what the clock says now; later than this one whatever the clock says.
  public func next(nowMilliseconds: Int64) -> Stamp {
    let now = Stamp(milliseconds: nowMilliseconds)
    return now > self ? now : Stamp(rawValue: rawValue + 1)
  }
  /// Earlier comes first.
  public static func < (left: Stamp, right: Stamp) -> Bool { left.rawValue < right.rawValue }
}
