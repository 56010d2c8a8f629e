/// A calendar day, counted from 1970-01-01, without a clock or a time zone.
///
/// The civil-calendar arithmetic is Howard Hinnant's ("chrono-Compatible Low-Level Date Algorithms", 2013);
/// it is exact for every day this type can hold and costs a few nanoseconds.
public struct Day: Hashable, Comparable, Sendable, Strideable {
  /// Days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int32

  /// The first day accepted from outside: nobody in these records was born before it.
  public static let earliest = Day(daysSinceEpoch: -25_567)  // 1900-01-01
  /// The last day accepted from outside.
  public static let latest = Day(daysSinceEpoch: 84_005)  // 2199-12-31

  /// A day by its count from 1970-01-01.
  public init(daysSinceEpoch: Int32) { self.daysSinceEpoch = daysSinceEpoch }

  /// A day of the Gregorian calendar, or nil where there is no such day or it lies outside 1900 to 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The month this day lies in.
  public var month: Month {
    let (year, month, _) = civil
    return Month(year: year, month: month)
  }

  /// The day of the week.
  public var weekday: Weekday {
    Weekday.allCases[Int(((daysSinceEpoch % 7) + 10) % 7)]
  }

  /// How many days the month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days from this day to another; negative when the other is earlier.
  public func distance(to other: Day) -> Int { Int(other.daysSinceEpoch) - Int(daysSinceEpoch) }

  /// The day a number of days later, held inside what the type can say.
  public func advanced(by days: Int) -> Day {
    Day(daysSinceEpoch: Int32(clamping: Int(daysSinceEpoch) + days))
  }

  /// The same day a number of years later; the last of February for its twenty-ninth.
  public func advanced(byYears years: Int) -> Day {
    let (year, month, day) = civil
    return Day(year: year + years, month: month, day: day)
      ?? Day(year: year + years, month: month, day: min(day, 28)) ?? (years < 0 ? .earliest : .latest)
  }

  /// Whole months from this day to a later one, as ages of small children are counted.
  public func wholeMonths(to other: Day) -> Int {
    let (from, to) = (civil, other.civil)
    let months = (to.year - from.year) * 12 + to.month - from.month
    return to.day < from.day ? months - 1 : months
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }
}

/// The days of the week, Monday first as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
