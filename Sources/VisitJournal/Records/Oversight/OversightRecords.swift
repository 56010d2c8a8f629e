internal import VisitModel

/// Something done with the records themselves: a hold, an erasure, an export, an opening from outside. To and from its box.
extension OversightFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .familyOpened(let opening):
      return wireBytes(try WireFamilyNoteBox(opening.family, opening.reason, on: opening.day))
    case .holdSet(let family, let hold):
      return wireBytes(try WireFamilyNoteBox(family, hold.reason, on: hold.day))
    case .holdLifted(let family, let day, let reason), .accessPackMade(let family, let day, let reason):
      return wireBytes(try WireFamilyNoteBox(family, reason, on: day))
    case .accessGranted(let family, let member, let reason),
      .accessWithdrawn(let family, let member, let reason):
      return wireBytes(try WireFamilyNoteBox(family, reason, of: member))
    case .familyErased(let erasure):
      outer.day = try wireDay(erasure.day, "outer.day")
      return wireBytes(try WireFamilyErasedBox(erasure))
    case .numbersKept(let numbers): return wireBytes(try WireNumbersKeptBox(numbers))
    case .exportMade(let note): return wireBytes(try WireExportMadeBox(note))
    }
  }

  /// A fact of one of these kinds from its two parts; nil for any other kind.
  init?(_ kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .familyOpened:
      let note = try readBox(box, WireFamilyNoteBox.self)
      self = .familyOpened(
        FamilyOpening(
          family: FamilyID(rawValue: note.family), day: try note.readDay(),
          reason: try readReason(note.reason)))
    case .holdSet:
      let note = try readBox(box, WireFamilyNoteBox.self)
      self = .holdSet(
        FamilyID(rawValue: note.family),
        LegalHold(day: try note.readDay(), reason: try readReason(note.reason)))
    case .holdLifted:
      let note = try readBox(box, WireFamilyNoteBox.self)
      self = .holdLifted(
        FamilyID(rawValue: note.family), try note.readDay(), try readReason(note.reason))
    case .accessPackMade:
      let note = try readBox(box, WireFamilyNoteBox.self)
      self = .accessPackMade(
        FamilyID(rawValue: note.family), try note.readDay(), try readReason(note.reason))
    case .accessGranted:
      let note = try readBox(box, WireFamilyNoteBox.self)
      self = .accessGranted(
        FamilyID(rawValue: note.family), try note.readMember(), try readReason(note.reason))
    case .accessWithdrawn:
      let note = try readBox(box, WireFamilyNoteBox.self)
      self = .accessWithdrawn(
        FamilyID(rawValue: note.family), try note.readMember(), try readReason(note.reason))
    case .familyErased:
      self = .familyErased(try readBox(box, WireFamilyErasedBox.self).erasure(outer))
    case .numbersKept: self = .numbersKept(try readBox(box, WireNumbersKeptBox.self).numbers())
    case .exportMade: self = .exportMade(try readBox(box, WireExportMadeBox.self).note())
    default: return nil
    }
  }
}

extension WireFamilyNoteBox {
  init(
    _ family: FamilyID, _ reason: Reason, on day: Day? = nil, of member: MemberNumber? = nil
  ) throws(RecordError) {
    self.init()
    self.family = family.rawValue
    self.reason = reason.text
    if let day { self.day = try wireDay(day, "note.day") }
    if let member { self.member = try wireCount(member.count, "note.member") }
  }

  fileprivate func readDay() throws(RecordError) -> Day {
    guard hasDay else { throw RecordError(.missing, "note.day") }
    return try VisitJournal.readDay(day, "note.day")
  }

  fileprivate func readMember() throws(RecordError) -> MemberNumber {
    MemberNumber(try readNumber(member, "note.member"))
  }
}

extension WireExportMadeBox {
  init(_ note: ExportNote) throws(RecordError) {
    self.init()
    kind = note.kind
    first = try wireDay(note.first, "export.first")
    last = try wireDay(note.last, "export.last")
    day = try wireDay(note.day, "export.day")
    isIdentifiable = note.isIdentifiable
    reason = note.reason?.text ?? ""
  }

  func note() throws(RecordError) -> ExportNote {
    ExportNote(
      kind: kind, first: try readDay(first, "export.first"), last: try readDay(last, "export.last"),
      isIdentifiable: isIdentifiable, reason: Reason(reason), day: try readDay(day, "export.day"))
  }
}
