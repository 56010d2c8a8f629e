// The commands on notes about volunteers: noting something, correcting it, taking it back.

/// Notes something about a volunteer.
public struct NoteVolunteer: Sendable {
  /// The volunteer.
  public let volunteer: VolunteerNumber
  /// The note, as typed.
  public let typed: TypedVolunteerNote

  /// A note about a volunteer.
  public init(volunteer: VolunteerNumber, typed: TypedVolunteerNote) {
    self.volunteer = volunteer
    self.typed = typed
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard caseload.volunteers[volunteer] != nil else { throw Refusal(.volunteer, .missing) }
    let note = try typed.checked(of: volunteer, in: caseload, lists: lists, today: today, replacing: nil)
    return [.volunteering(volunteer, .noted(note))]
  }
}

/// Corrects a note about a volunteer.
public struct AmendVolunteerNote: Sendable {
  /// The note.
  public let record: RecordID
  /// The note as it should have been, as typed.
  public let typed: TypedVolunteerNote
  /// Why.
  public let reason: String

  /// A correction of a note for a reason.
  public init(record: RecordID, typed: TypedVolunteerNote, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let (volunteer, old) = caseload.volunteerNote(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    var checking = Checking()
    if old.isRetracted { checking.fail(.record, .alreadyRetracted) }
    var note: VolunteerNote?
    do throws(Refusal) {
      note = try typed.checked(
        of: volunteer, in: caseload, lists: lists, today: today, replacing: old.lastSaid)
    } catch {
      checking.add(error)
    }
    let why = checking.reason(reason)
    try checking.finish()
    guard let note, let why else { throw Refusal(.reason, .missing) }
    if note == old.current { throw Refusal(.record, .nothingChanged) }
    return [
      .volunteering(
        volunteer, .amended(Amendment(record: record, basedOn: old.latest.entry, reason: why), note))
    ]
  }
}

/// Takes a note about a volunteer back: it stays to be seen and counts no more.
public struct RetractVolunteerNote: Sendable {
  /// The note.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A note to be taken back for a reason.
  public init(record: RecordID, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard let (volunteer, old) = caseload.volunteerNote(record), let note = old.lastSaid else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    return [.volunteering(volunteer, .retracted(try old.retraction(because: reason), note.kind))]
  }
}

extension Caseload {
  /// The note of that identity, with the volunteer it is about.
  public func volunteerNote(
    _ id: RecordID
  ) -> (volunteer: VolunteerNumber, note: Record<VolunteerNote>)? {
    for (volunteer, file) in volunteering {
      if let note = file.note(id) { return (volunteer, note) }
    }
    return nil
  }

  /// What is known of a volunteer.
  public func volunteerFile(_ number: VolunteerNumber) -> VolunteerFile {
    volunteering[number] ?? VolunteerFile()
  }
}
