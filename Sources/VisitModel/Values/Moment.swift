/// A day and a time on the clock of whoever was there, without a zone: when something was seen, said or raised.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The day.
  public let day: Day
  /// The time.
  public let time: TimeOfDay

  /// A time on a day.
  public init(_ day: Day, _ time: TimeOfDay) {
    self.day = day
    self.time = time
  }

  /// Whole minutes from this moment to a later one; negative where the other is earlier.
  public func minutes(to other: Moment) -> Int {
    day.distance(to: other.day) * 1_440 + other.time.minutesAfterMidnight - time.minutesAfterMidnight
  }

  /// The moment a number of minutes later.
  public func advanced(byMinutes minutes: Int) -> Moment {
    let all = time.minutesAfterMidnight + minutes
    let days = all >= 0 ? all / 1_440 : (all - 1_439) / 1_440
    return Moment(
      day.advanced(by: days), TimeOfDay(minutesAfterMidnight: all - days * 1_440) ?? .midnight)
  }

  /// Such as `2026-11-23 14:30`.
  public var description: String { "\(day) \(time)" }

  /// Earlier comes first.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.day != right.day ? left.day < right.day : left.time < right.time
  }

  /// Reads a day and a time (`yesterday 14:30`), a time of today (`9.30`), or a day, whose beginning it then is;
  /// nil for anything else.
  public init?(typed text: String, today: Day) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let time = TimeOfDay(typed: text) {
      self.init(today, time)
    } else if let day = Day(typed: text, today: today, leaning: .behind) {
      self.init(day, .midnight)
    } else {
      // A time may be two words (2 pm), so the split is tried from the end.
      for count in [1, 2] where words.count > count {
        let first = words.dropLast(count).joined(separator: " ")
        if let time = TimeOfDay(typed: words.suffix(count).joined(separator: " ")),
          let day = Day(typed: first, today: today, leaning: .behind)
        {
          self.init(day, time)
          return
        }
      }
      return nil
    }
  }
}
