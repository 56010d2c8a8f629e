public import VisitModel

/// The stretch of days that a summary or an export covers, both ends included.
public struct Period: Hashable, Sendable {
  /// How the period was named.
  public let kind: Kind
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day

  /// The ways to name a period.
  public enum Kind: Hashable, Sendable {
    /// A calendar year.
    case year(Int)
    /// A quarter of a calendar year, 1 to 4.
    case quarter(year: Int, Int)
    case month(Month)
    /// Any other stretch of days.
    case days
  }

  /// A calendar month.
  public init(_ month: Month) { self.init(kind: .month(month), from: month, months: 1) }

  /// A stretch of days, or nil where it ends before it begins.
  public init?(from first: Day, to last: Day) {
    guard first <= last else { return nil }
    self.init(kind: .days, first: first, last: last)
  }

  /// Reads `2026`, `2026-Q3`, `2026-11`, `2026-11-22`, `2026-04-01..2027-03-31`, and `this-` or `last-` with
  /// `month`, `quarter` or `year`; nil for anything else.
  public init?(typed text: String, today: Day) {
    let word = text.lowercased().filter { !$0.isWhitespace }
    if let named = Period.named(word, today: today) {
      self = named
      return
    }
    if let gap = word.firstRange(of: "..") {
      guard let first = Day(iso: word[..<gap.lowerBound]), let last = Day(iso: word[gap.upperBound...])
      else { return nil }
      self.init(from: first, to: last)
      return
    }
    if let day = Day(iso: word) {
      self.init(from: day, to: day)
      return
    }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, parts[0].allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(parts[0]), Period.years.contains(year)
    else { return nil }
    switch (parts.count, parts.count == 2 ? parts[1].first : nil) {
    case (1, _): self.init(year: year)
    case (2, "q"?):
      guard let quarter = Int(parts[1].dropFirst()), parts[1].count == 2, (1...4).contains(quarter)
      else { return nil }
      self.init(year: year, quarter: quarter)
    case (2, _?):
      guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
      self.init(Month(year: year, month: month))
    default: return nil
    }
  }

  /// The words that name a period by where today lies.
  public static let names = [
    "this-month", "last-month", "this-quarter", "last-quarter", "this-year", "last-year",
  ]

  /// The period as it can be typed, such as `2026-Q3`.
  public var label: String {
    switch kind {
    case .year(let year): "\(year)"
    case .quarter(let year, let quarter): "\(year)-Q\(quarter)"
    case .month(let month): month.description
    case .days: first == last ? first.description : "\(first)..\(last)"
    }
  }

  /// The period just before, of the same kind; a stretch of whole months moves by as many months, any other by its
  /// number of days. The same period where days end.
  public var previous: Period { moved(by: -1) ?? self }
  /// The period just after; see ``previous``.
  public var next: Period { moved(by: 1) ?? self }

  /// Whether a day lies in the period.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }
  /// The number of days.
  public var dayCount: Int { first.distance(to: last) + 1 }
  /// The months that have a day in the period, in order.
  public var months: [Month] {
    var months = [first.month]
    while let month = months.last, month < last.month { months.append(month.advanced(by: 1)) }
    return months
  }
}

extension Period {
  private static let years = 1900...2199

  private init(kind: Kind, first: Day, last: Day) {
    self.kind = kind
    self.first = first
    self.last = last
  }

  private init(kind: Kind, from month: Month, months: Int) {
    self.init(kind: kind, first: month.firstDay, last: month.advanced(by: months - 1).lastDay)
  }

  private init(year: Int) { self.init(kind: .year(year), from: Month(year: year, month: 1), months: 12) }

  private init(year: Int, quarter: Int) {
    self.init(
      kind: .quarter(year: year, quarter), from: Month(year: year, month: quarter * 3 - 2), months: 3)
  }

  private static func named(_ word: String, today: Day) -> Period? {
    let month = today.month
    let quarter = Period(year: month.year, quarter: (month.number + 2) / 3)
    return switch word {
    case "this-month": Period(month)
    case "last-month": Period(month).previous
    case "this-quarter": quarter
    case "last-quarter": quarter.previous
    case "this-year": Period(year: month.year)
    case "last-year": Period(year: month.year).previous
    default: nil
    }
  }

  private func moved(by steps: Int) -> Period? {
    switch kind {
    case .year(let year): return Period.years.contains(year + steps) ? Period(year: year + steps) : nil
    case .quarter(let year, let quarter):
      let index = year * 4 + quarter - 1 + steps
      return Period.years.contains(index / 4) ? Period(year: index / 4, quarter: index % 4 + 1) : nil
    case .month(let month):
      let moved = month.advanced(by: steps)
      return Period.years.contains(moved.year) ? Period(moved) : nil
    case .days:
      guard first == first.month.firstDay, last == last.month.lastDay else {
        let (from, to) = (first.advanced(by: steps * dayCount), last.advanced(by: steps * dayCount))
        return from >= .earliest && to <= .latest ? Period(from: from, to: to) : nil
      }
      let length = months.count
      let (from, to) = (first.month.advanced(by: steps * length), last.month.advanced(by: steps * length))
      guard Period.years.contains(from.year), Period.years.contains(to.year) else { return nil }
      return Period(from: from.firstDay, to: to.lastDay)
    }
  }
}

extension Month {
  /// The month's first day.
  public var firstDay: Day { Day(year: year, month: number, day: 1) ?? .earliest }
  /// The month's last day.
  public var lastDay: Day {
    Day(year: year, month: number, day: Day.length(ofMonth: number, year: year)) ?? .latest
  }
}
