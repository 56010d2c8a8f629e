/// A calendar month, the unit that summaries are counted in.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of year 0.
  private let index: Int

  /// A month by its year and number (1 to 12).
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month's number is 1 to 12")
    index = year * 12 + month - 1
  }

  /// The calendar year.
  public var year: Int { index / 12 }
  /// The month's number, 1 to 12.
  public var number: Int { index % 12 + 1 }
  /// The month a number of months later.
  public func advanced(by months: Int) -> Month {
    Month(year: (index + months) / 12, month: (index + months) % 12 + 1)
  }
  /// The first day of the month.
  public var firstDay: Day { Day(year: year, month: number, day: 1) ?? .earliest }
  /// Reads `2026-11`, `11/2026`, `nov`, `nov 2026`, `this month`, `last month`; nil for anything else.
  public init?(typed text: String, today: Day) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "/" }
    switch words.count {
    case 2 where words == ["this", "month"]: self = today.month
    case 2 where words == ["last", "month"]: self = today.month.advanced(by: -1)
    case 1:
      guard let month = Month.number(typed: words[0]) else { return nil }
      let year = today.civil.year
      let named = Month(year: year, month: month)
      self = named > today.month ? Month(year: year - 1, month: month) : named
    case 2:
      let numbers = words.map { wholeNumber($0.utf8) ?? Month.number(typed: $0) }
      guard let left = numbers[0], let right = numbers[1] else { return nil }
      let (year, month) = left > 12 ? (left, right) : (right, left)
      guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
      self.init(year: year, month: month)
    default: return nil
    }
  }
  /// ISO 8601, such as `2026-11`.
  public var description: String { "\(year)-\(twoDigits(number))" }
  /// Earlier months come first.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The number of an English month named by its first three letters or more.
  static func number(typed text: some StringProtocol) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    guard text.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(text) }.map { $0 + 1 }
  }
}
