internal import SwiftProtobuf
internal import VisitModel

/// Numbers and choices between the model and the file, each failure with the field's name.

/// A count as it is written.
func wireCount(_ number: Int, _ field: String) throws(RecordError) -> UInt32 {
  guard let count = UInt32(exactly: number) else { throw RecordError(.outOfRange, field) }
  return count
}

/// A running number (from 1) that was read.
func readNumber(_ number: UInt32, _ field: String) throws(RecordError) -> Int {
  guard number > 0 else { throw RecordError(.missing, field) }
  return Int(number)
}

/// A choice that was read.
func readChoice<Choice: WireChoice>(_ choice: Choice, _ field: String) throws(RecordError) -> Choice.Meaning {
  if let meaning = choice.meaning { return meaning }
  throw RecordError(choice.rawValue == 0 ? .missing : .unknownValue(choice.rawValue), field)
}

/// A day that was read.
func readDay(_ days: Int32, _ field: String) throws(RecordError) -> Day {
  let day = Day(daysSinceEpoch: days)
  guard day >= Day.earliest, day <= Day.latest else { throw RecordError(.outOfRange, field) }
  return day
}

/// A day as it is written: one that can be read again.
func wireDay(_ day: Day, _ field: String) throws(RecordError) -> Int32 {
  guard day >= Day.earliest, day <= Day.latest else { throw RecordError(.outOfRange, field) }
  return day.daysSinceEpoch
}

/// A time of day that was read.
func readTime(_ minutes: UInt32, _ field: String) throws(RecordError) -> TimeOfDay {
  guard let time = TimeOfDay(minutesAfterMidnight: Int(minutes)) else {
    throw RecordError(.outOfRange, field)
  }
  return time
}

/// A time of day as it is written.
func wireTime(_ time: TimeOfDay) -> UInt32 { UInt32(time.minutesAfterMidnight) }

/// A reason that was read.
func readReason(_ text: String) throws(RecordError) -> Reason {
  guard let reason = Reason(text) else { throw RecordError(.missing, "reason") }
  return reason
}

/// A box's message from its bytes.
func readBox<Box: SwiftProtobuf.Message>(_ bytes: [UInt8], _ type: Box.Type) throws(RecordError) -> Box {
  do {
    return try Box(serializedBytes: bytes)
  } catch {
    throw RecordError(.notABox, "box")
  }
}

/// A message's bytes.
func wireBytes(_ message: some SwiftProtobuf.Message) -> [UInt8] {
  do {
    return try message.serializedBytes()
  } catch {
    preconditionFailure("a message without required fields did not serialise: \(error)")
  }
}

extension WireOuter {
  /// The family, which has to be named.
  func readFamily() throws(RecordError) -> FamilyID {
    guard hasFamily else { throw RecordError(.missing, "outer.family") }
    return FamilyID(rawValue: family)
  }
  /// The record, which has to be named.
  func readRecord() throws(RecordError) -> RecordID {
    guard hasRecord else { throw RecordError(.missing, "outer.record") }
    return RecordID(bits: record)
  }
  /// The day, which has to be there.
  func readDay() throws(RecordError) -> Day {
    guard hasDay else { throw RecordError(.missing, "outer.day") }
    return try VisitJournal.readDay(day, "outer.day")
  }
  /// The episode, which has to be named.
  func readEpisode() throws(RecordError) -> EpisodeNumber {
    guard hasEpisode else { throw RecordError(.missing, "outer.episode") }
    return EpisodeNumber(Int(episode))
  }
  /// What a correction corrects; the reason and the version it was based on lie in the box.
  func readAmendment(reason: String, basedOn: UInt64?) throws(RecordError) -> Amendment {
    guard let basedOn else { throw RecordError(.missing, "based_on") }
    return Amendment(
      record: try readRecord(), basedOn: RecordID(bits: basedOn), reason: try readReason(reason))
  }
}
