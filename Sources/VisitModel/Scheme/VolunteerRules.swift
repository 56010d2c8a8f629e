/// Adds a volunteer to the scheme.
public struct AddVolunteer: Sendable {
  /// The name, as typed.
  public let name: String
  /// A telephone number, as typed.
  public let phone: String

  /// A volunteer to be added.
  public init(name: String, phone: String = "") {
    self.name = name
    self.phone = phone
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    var checking = Checking()
    let name = checking.text(.name, name, max: TextLimit.line)
    if name == nil, checking.problems.isEmpty { checking.fail(.name, .missing) }
    let phone = checking.text(.phone, phone, max: TextLimit.line)
    if let name, caseload.volunteer(typed: name) != nil { checking.fail(.name, .alreadyUsed(name)) }
    try checking.finish()
    guard let name else { throw Refusal(.name, .missing) }
    return [.volunteerAdded(Volunteer(number: caseload.nextVolunteerNumber, name: name, phone: phone))]
  }
}
