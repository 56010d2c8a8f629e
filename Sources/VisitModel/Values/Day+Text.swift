// How days are written and read: ISO 8601 in files and commands, short forms where a person types.

extension Day: CustomStringConvertible {
  /// ISO 8601, such as `2026-11-22`.
  public var description: String {
    let (year, month, day) = civil
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// Reads ISO 8601 (`2026-11-22`), and nothing else.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = wholeNumber(parts[0]), let month = wholeNumber(parts[1]), let day = wholeNumber(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads what a person types for a day: `today`, `yesterday`, `tomorrow`, `-3`, `+7`, `tue` (the nearest
  /// one on the wished side of today), `21/11`, `21/11/2026`, `21 nov`, `21 nov 2026`, `2026-11-21`.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - today: The day that `today` means.
  ///   - leaning: Whether a day named without its year or week lies behind (a visit made) or ahead (planned).
  public init?(typed text: String, today: Day, leaning: DayLeaning) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }
    guard let first = words.first else { return nil }
    if let iso = Day(iso: first), words.count == 1 {
      self = iso
      return
    }
    switch (first, words.count) {
    case ("today", 1), ("t", 1): self = today
    case ("yesterday", 1), ("y", 1): self = today.advanced(by: -1)
    case ("tomorrow", 1): self = today.advanced(by: 1)
    case (_, 1) where first.hasPrefix("-") || first.hasPrefix("+"):
      guard let days = Int(first), (-3_660...3_660).contains(days) else { return nil }
      self = today.advanced(by: days)
    case (_, 1) where Weekday(typed: first) != nil:
      guard let weekday = Weekday(typed: first) else { return nil }
      self = today.nearest(weekday, leaning: leaning)
    default:
      // A weekday in front of a full date ("Sun 22 Nov") is how this program prints days; it must read them.
      let rest = Weekday(typed: first) == nil ? words[...] : words.dropFirst()
      guard let day = Day.numbered(rest, today: today, leaning: leaning) else { return nil }
      if let weekday = Weekday(typed: first), day.weekday != weekday { return nil }
      self = day
    }
  }

  private static func numbered(
    _ words: ArraySlice<Substring>, today: Day, leaning: DayLeaning
  ) -> Day? {
    let parts = words.count == 1 ? words[words.startIndex].split { "/.-".contains($0) } : Array(words)
    guard parts.count == 2 || parts.count == 3, let day = wholeNumber(parts[0].utf8),
      let month = wholeNumber(parts[1].utf8) ?? Month.number(typed: parts[1])
    else { return nil }
    if parts.count == 3 {
      guard let year = wholeNumber(parts[2].utf8) else { return nil }
      return Day(year: parts[2].count == 2 ? 2000 + year : year, month: month, day: day)
    }
    let year = today.civil.year
    // Eight years to the next 29 February where a century is no leap year.
    let candidates = (-8...8).compactMap { Day(year: year + $0, month: month, day: day) }
    return switch leaning {
    case .behind: candidates.last { $0 <= today }
    case .ahead: candidates.first { $0 >= today }
    }
  }

  private func nearest(_ weekday: Weekday, leaning: DayLeaning) -> Day {
    let ahead = (weekday.rawValue - self.weekday.rawValue + 7) % 7
    return switch leaning {
    case .behind: advanced(by: ahead == 0 ? 0 : ahead - 7)
    case .ahead: advanced(by: ahead == 0 ? 7 : ahead)
    }
  }
}

/// Which side of today a day lies on when it is named without a year or a week.
public enum DayLeaning: Hashable, Sendable {
  /// Visits made, births, check-ins.
  case behind
  /// Plans, follow-ups, due dates.
  case ahead
}

extension Weekday {
  /// Reads an English weekday by its first three letters or more.
  public init?(typed text: some StringProtocol) {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard text.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(text) }) else { return nil }
    self = Weekday.allCases[index]
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func wholeNumber(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 9 else { return nil }
  var value = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}
