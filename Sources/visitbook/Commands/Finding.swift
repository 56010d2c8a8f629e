internal import VisitModel

// Finding what somebody named on the command line: a family by number or name, a visit by its first letters.

extension Book {
  /// The family of a number or, where only one has it, a name.
  func family(typed text: String) throws(Refusal) -> FamilyFile {
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

  /// The family of a number or name, or none where none was named.
  func family(named text: String?) throws(Refusal) -> FamilyID? {
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

  /// The visit whose identity is, or begins with, what was typed, and its family.
  func visit(typed text: String) throws(Refusal) -> (family: FamilyFile, visit: Record<Visit>) {
    try record(text, caseload.visit)
  }

  /// The check-in whose identity is, or begins with, what was typed, and its family.
  func checkIn(typed text: String) throws(Refusal) -> (family: FamilyFile, checkIn: Record<CheckIn>) {
    try record(text, caseload.checkIn)
  }

  func record<Found>(_ text: String, _ found: (RecordID) -> Found?) throws(Refusal) -> Found {
    if let record = RecordID(text).flatMap(found) { return record }
    let fitting = caseload.records(beginning: text).filter { found($0) != nil }
    guard fitting.count < 2 else {
      throw Refusal(.record, .severalRecords(text, matching: fitting.map(\.description)))
    }
    guard let record = fitting.first.flatMap(found) else { throw Refusal(.record, .noSuchRecord(text)) }
    return record
  }
}
