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
