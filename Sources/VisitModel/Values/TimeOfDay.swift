/// A time on the clock, in minutes after midnight, without a day or a zone.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes after midnight, 0 to 1439.
  public let minutesAfterMidnight: Int

  /// The beginning of a day.
  public static let midnight = TimeOfDay(minutes: 0)

  private init(minutes: Int) { minutesAfterMidnight = minutes }

  /// A time by its minutes after midnight, or nil outside one day.
  public init?(minutesAfterMidnight: Int) {
    guard (0..<1_440).contains(minutesAfterMidnight) else { return nil }
    self.minutesAfterMidnight = minutesAfterMidnight
  }

  /// Reads `14:30`, `1430`, `9`, `9.30`, `2pm`, `2.30pm`, `2:30 pm`; nil for anything else.
  public init?(typed text: String) {
    var compact = text.lowercased().filter { !$0.isWhitespace }
    var half: Int?
    for (suffix, shift) in [("am", 0), ("pm", 720)] where half == nil && compact.hasSuffix(suffix) {
      compact.removeLast(2)
      half = shift
    }
    let parts = compact.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    let numbers = parts.map { wholeNumber($0.utf8) }
    var hour: Int
    let minute: Int
    switch (parts.count, numbers.first ?? nil) {
    case (1, let whole?) where compact.count <= 2: (hour, minute) = (whole, 0)
    case (1, let whole?) where compact.count <= 4: (hour, minute) = (whole / 100, whole % 100)
    case (2, let whole?):
      guard parts[1].utf8.count == 2, let second = numbers[1] else { return nil }
      (hour, minute) = (whole, second)
    default: return nil
    }
    guard minute < 60 else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half / 60
    }
    self.init(minutesAfterMidnight: hour * 60 + minute)
  }

  /// Twenty-four hour form, such as `14:30`.
  public var description: String {
    "\(twoDigits(minutesAfterMidnight / 60)):\(twoDigits(minutesAfterMidnight % 60))"
  }
  /// Earlier comes first.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.minutesAfterMidnight < right.minutesAfterMidnight
  }
}
