internal import VisitModel

// The small values of the model, each as a snapshot keeps it.

extension UInt64: Kept {
  static var blank: UInt64 { 0 }
  mutating func pass(through scribe: inout Scribe) { scribe.pass(&self) }
}

extension Day: Kept {
  static var blank: Day { Day(daysSinceEpoch: 0) }
  mutating func pass(through scribe: inout Scribe) {
    var days = Int(daysSinceEpoch)
    scribe.pass(&days)
    self = Day(daysSinceEpoch: Int32(truncatingIfNeeded: days))
  }
}

extension TimeOfDay: Kept {
  static var blank: TimeOfDay { .midnight }
  mutating func pass(through scribe: inout Scribe) {
    var minutes = minutesAfterMidnight
    scribe.pass(&minutes)
    self = TimeOfDay(minutesAfterMidnight: minutes) ?? .midnight
  }
}

extension Stamp: Kept {
  static var blank: Stamp { Stamp(rawValue: 0) }
  mutating func pass(through scribe: inout Scribe) {
    var number = rawValue
    scribe.pass(&number)
    self = Stamp(rawValue: number)
  }
}

extension FamilyID: Kept {
  static var blank: FamilyID { FamilyID(rawValue: 0) }
  mutating func pass(through scribe: inout Scribe) {
    var bits = rawValue
    scribe.pass(&bits)
    self = FamilyID(rawValue: bits)
  }
}

extension RecordID: Kept {
  static var blank: RecordID { RecordID(bits: 0) }
  mutating func pass(through scribe: inout Scribe) {
    var bits = rawValue
    scribe.pass(&bits)
    self = RecordID(bits: bits)
  }
}

/// A number that people call something by.
protocol KeptNumber: Kept {
  var count: Int { get }
  init(_ count: Int)
}

extension KeptNumber {
  static var blank: Self { Self(0) }
  mutating func pass(through scribe: inout Scribe) {
    var number = count
    scribe.pass(&number)
    self = Self(number)
  }
}

extension FamilyNumber: KeptNumber {}
extension VolunteerNumber: KeptNumber {}
extension PersonNumber: KeptNumber {}
extension EpisodeNumber: KeptNumber {}
extension EntryNumber: KeptNumber {}

extension Kept where Self: ListID {
  static var blank: Self { Self(rawValue: "") }
  mutating func pass(through scribe: inout Scribe) {
    var text = rawValue
    scribe.pass(&text)
    self = Self(rawValue: text)
  }
}

extension InstrumentID: Kept {}
extension ItemID: Kept {}
extension OptionID: Kept {}

extension InstrumentVersion: Kept {
  static var blank: InstrumentVersion { InstrumentVersion("") }
  mutating func pass(through scribe: inout Scribe) {
    var text = description
    scribe.pass(&text)
    self = InstrumentVersion(text)
  }
}

extension Hundredths: Kept {
  static var blank: Hundredths { .zero }
  mutating func pass(through scribe: inout Scribe) {
    var number = count
    scribe.pass(&number)
    self = Hundredths(count: number)
  }
}

/// A volunteer's details: a line for each field.
extension Volunteer: Kept {
  /// How many lines there are below; a test counts the fields.
  static let keptFieldCount = 11

  static var blank: Volunteer { Volunteer(number: .blank, name: "") }
  mutating func pass(through scribe: inout Scribe) {
    var number = number
    scribe.pass(&number)
    if number != self.number { self = Volunteer(number: number, name: "") }
    scribe.pass(&name)
    scribe.passText(&phone)
    scribe.passText(&email)
    scribe.pass(&isActive)
    scribe.passTexts(&areas)
    scribe.passTexts(&languages)
    scribe.passTexts(&interests)
    scribe.pass(&availability)
    scribe.pass(&transport)
    var capacity = UInt64(clamping: (capacity ?? -1) + 1)
    scribe.pass(&capacity)
    self.capacity = capacity == 0 ? nil : Int(clamping: capacity) - 1
  }
}

extension AvailabilityID: Kept {}
extension TransportID: Kept {}

extension VisitPlan: Kept {
  static var blank: VisitPlan { VisitPlan(day: .blank, start: nil) }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&day)
    scribe.pass(&start)
  }
}

/// A day that may not be there, where several stand in a row.
struct KeptDay: Kept {
  var day: Day?
  static var blank: KeptDay { KeptDay() }
  mutating func pass(through scribe: inout Scribe) { scribe.pass(&day) }
}
