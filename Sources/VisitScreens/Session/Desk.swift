public import VisitLibrary
public import VisitModel
import VisitReports

/// What lies on the desk: everything a screen reads to draw itself and to check what was typed.
///
/// Screens never keep a copy of it; they are handed the desk as it is now with every key and every frame.
public struct Desk: Sendable {
  /// The caseload as the journal tells it.
  public var caseload: Caseload
  /// The words, lists and instruments that ship with the program.
  public let library: Library
  /// The instruments, by id.
  let instruments: [InstrumentID: Instrument]
  /// The instruments as reports score with them.
  let shelf: InstrumentShelf
  /// Who sits at the desk.
  public var member: Member
  /// The day it is.
  public var today: Day
  /// The time of day to the second, for "saved 14:02:07".
  public var clock: String
  /// Minutes that the laptop's clock is ahead of UTC, for showing when things were entered.
  public var zoneOffsetMinutes: Int
  /// Random bits, for the identity of a new family.
  let bits: @Sendable () -> UInt64
  /// Whether the terminal can show more than plain letters.
  public var isUnicode: Bool

  /// A desk with a caseload, for a member, on a day.
  public init(
    caseload: Caseload, library: Library, instruments: [Instrument], member: Member, today: Day,
    clock: String, zoneOffsetMinutes: Int = 0,
    bits: @escaping @Sendable () -> UInt64, isUnicode: Bool = true
  ) {
    self.caseload = caseload
    self.library = library
    self.instruments = Dictionary(instruments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    shelf = InstrumentShelf(instruments)
    self.member = member
    self.today = today
    self.clock = clock
    self.zoneOffsetMinutes = zoneOffsetMinutes
    self.bits = bits
    self.isUnicode = isUnicode
  }

  /// The words people read.
  var words: Words { library.words }
  /// The scheme's lists.
  var lists: SchemeLists { library.lists }

  /// Why the member cannot do something that is the office's to do; nil where they can.
  var officeOnly: String? { caseload.isOffice(member) ? nil : words("family.officeonly") }

  /// Why somebody may not work on families and volunteers: volunteers leave it to the office, and beside a coordinator a
  /// supervisor reads.
  var coordinatorOnly: String? {
    officeOnly ?? (caseload.coordinates(member) ? nil : words("family.coordinatoronly"))
  }

  /// The families the member works with: all for the office, for a volunteer one's own and those one was given.
  var ownFamilies: [FamilyStanding] {
    caseload.families.standings.filter { member.works(with: $0.id, visitedBy: $0.volunteer) }
  }

  /// A family as it is called on a screen: number and name.
  func title(of file: FamilyFile) -> String { "\(file.number) \(file.family.name)" }

  /// A family as it is called on a screen: number and name.
  func title(of family: FamilyStanding) -> String { "\(family.number) \(family.name)" }
}

extension Desk {
  /// A day in few letters: `Tue 24` within a fortnight of today, else `25 Nov`, else `25 Nov 27`.
  func short(_ day: Day) -> String {
    let (year, month, number) = day.civil
    if abs(today.distance(to: day)) < 14 { return "\(weekday(day)) \(number)" }
    let named = "\(number) \(words("month.\(month).short"))"
    return year == today.civil.year ? named : "\(named) \(year % 100 < 10 ? "0" : "")\(year % 100)"
  }

  /// A day with its weekday and month, and its year where that is not this year: `Sun 22 Nov`.
  func long(_ day: Day) -> String {
    let (year, month, number) = day.civil
    let named = "\(weekday(day)) \(number) \(words("month.\(month).short"))"
    return year == today.civil.year ? named : "\(named) \(year)"
  }

  /// When something was entered, as a day and a time of the laptop's own clock.
  func entered(_ stamp: Stamp) -> String {
    let minutes = stamp.milliseconds / 60_000 + Int64(zoneOffsetMinutes)
    let day = Day(daysSinceEpoch: Int32(clamping: minutes >= 0 ? minutes / 1_440 : (minutes - 1_439) / 1_440))
    let time = TimeOfDay(minutesAfterMidnight: Int(((minutes % 1_440) + 1_440) % 1_440))
    return long(day) + (time.map { " \($0)" } ?? "")
  }

  private func weekday(_ day: Day) -> String { words("weekday.\(day.weekday.rawValue + 1).short") }

  /// An age in the words of the field.
  func age(_ person: Person) -> String {
    switch person.birth.age(on: today) {
    case .unborn(let week):
      guard case .due(let due) = person.birth else { return "" }
      return words("age.unborn", ["due": long(due), "week": "\(week)"])
    case .weeks(let weeks): return words.count("age.weeks", weeks)
    case .months(let months): return words.count("age.months", months)
    case .years(let years): return words.count("age.years", years)
    case nil: return words("age.unknown")
    }
  }
}
