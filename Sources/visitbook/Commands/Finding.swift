internal import VisitModel

// Finding what somebody named on the command line: a family by number or name, a visit by its first letters. Whatever is
// found of a family is opened with it, so that no command shows one outside the member's own caseload without the reason.

extension Book {
  /// The family of a number or, where only one has it, a name; opened, to be shown or worked on.
  ///
  /// - Parameter reason: as for ``open(_:because:)``.
  func family(typed text: String, because reason: String? = nil) throws -> FamilyFile {
    let file = try unopenedFamily(typed: text)
    try open(file, because: reason)
    return file
  }

  /// The family of a number or name for what shows nothing of it and waits for no reason: raising a concern, who is out
  /// on a visit to it, and closing it to somebody.
  func unopenedFamily(typed text: String) throws(Refusal) -> FamilyFile {
    if let number = FamilyNumber(typed: text), let file = caseload.family(number) {
      noteMerge(of: number)
      return file
    }
    let wanted = text.lowercased()
    let named = caseload.families.standings.filter { $0.name.lowercased() == wanted }
    if named.count > 1 {
      throw Refusal(.family, .severalRecords(text, matching: named.map(\.number).sorted().map(\.description)))
    }
    guard let file = named.first.flatMap({ caseload.families[$0.id] }) else {
      if let number = FamilyNumber(typed: text), let erasure = caseload.oversight.erasure(of: number) {
        throw Refusal(
          .family, .erased(number, erasure.what.day, by: caseload.name(of: erasure.author)))
      }
      throw Refusal(.family, .noSuchFamily(text))
    }
    return file
  }

  /// The family of a number or name, opened, or none where none was named.
  func family(named text: String?) throws -> FamilyID? {
    guard let text else { return nil }
    return try family(typed: text).id
  }

  /// The volunteer of a number or name, or none where none was named.
  func volunteer(named text: String?) throws(Refusal) -> VolunteerNumber? {
    guard let text else { return nil }
    guard let number = caseload.volunteer(typed: text) else {
      throw Refusal(
        .volunteer,
        .noSuchVolunteer(text, known: caseload.volunteersInOrder.map { "\($0.number) \($0.name)" }))
    }
    return number
  }

  /// The visit whose identity is, or begins with, what was typed, and its family, opened.
  func visit(typed text: String) throws -> (family: FamilyFile, visit: Record<Visit>) {
    try record(text, of: { $0.family }, caseload.visit)
  }

  /// The check-in whose identity is, or begins with, what was typed, and its family, opened.
  func checkIn(typed text: String) throws -> (family: FamilyFile, checkIn: Record<CheckIn>) {
    try record(text, of: { $0.family }, caseload.checkIn)
  }

  /// What `found` finds by an identity that is, or begins with, what was typed; the family it is of is opened.
  func record<Found>(
    _ text: String, of family: (Found) -> FamilyFile, _ found: (RecordID) -> Found?
  ) throws -> Found {
    let record = try unopened(text, found)
    try open(family(record))
    return record
  }

  private func unopened<Found>(_ text: String, _ found: (RecordID) -> Found?) throws(Refusal) -> Found {
    if let record = RecordID(text).flatMap(found) { return record }
    let fitting = caseload.records(beginning: text).filter { found($0) != nil }
    guard fitting.count < 2 else {
      throw Refusal(.record, .severalRecords(text, matching: fitting.map(\.description)))
    }
    guard let record = fitting.first.flatMap(found) else { throw Refusal(.record, .noSuchRecord(text)) }
    return record
  }
}
