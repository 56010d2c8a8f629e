// The commands on volunteers: adding one, amending one.

/// A volunteer as typed, field by field: the shape of a draft.
public struct TypedVolunteer: Hashable, Sendable {
  /// What was typed, by field.
  public var texts: [Field: String]

  /// The fields of a volunteer, in the order they are asked.
  public static let fields: [Field] = [
    .name, .phone, .email, .areas, .languages, .interests, .availability, .transport, .capacity, .active,
  ]
  /// The most families one volunteer is believed to visit at once.
  public static let capacityMax = 20

  /// A volunteer with nothing typed, or with texts from a form.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// A volunteer on record as they would have been typed, to be amended.
  public init(_ volunteer: Volunteer) {
    self.init()
    self[.name] = volunteer.name
    self[.phone] = volunteer.phone ?? ""
    self[.email] = volunteer.email ?? ""
    self[.areas] = volunteer.areas.joined(separator: ", ")
    self[.languages] = volunteer.languages.joined(separator: ", ")
    self[.interests] = volunteer.interests.joined(separator: ", ")
    self[.availability] = volunteer.availability.map(\.rawValue).joined(separator: ",")
    self[.transport] = volunteer.transport.map(\.rawValue).joined(separator: ",")
    self[.capacity] = volunteer.capacity.map { "\($0)" } ?? ""
    self[.active] = (volunteer.isActive ? YesOrNo.yes : .no).rawValue
  }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// The volunteer that was typed, once every rule holds.
  func checked(
    number: VolunteerNumber, in caseload: Caseload, lists: SchemeLists, _ checking: inout Checking
  ) -> Volunteer? {
    let name = checking.text(.name, self[.name], max: TextLimit.line)
    if name == nil, plainText(self[.name]).isEmpty { checking.fail(.name, .missing) }
    if let name, let twin = caseload.volunteer(typed: name), twin != number {
      checking.fail(.name, .alreadyUsed(name))
    }
    let phone = checking.text(.phone, self[.phone], max: TextLimit.line)
    let email = checking.text(.email, self[.email], max: TextLimit.line)
    if let email, !email.contains("@") || email.contains(" ") { checking.fail(.email, .notAnEmail(email)) }
    let areas = checking.text(.areas, self[.areas], max: TextLimit.line).map(listed) ?? []
    let languages = checking.text(.languages, self[.languages], max: TextLimit.line).map(listed) ?? []
    let interests = checking.text(.interests, self[.interests], max: TextLimit.line).map(listed) ?? []
    let old = caseload.volunteers[number]
    let availability: [AvailabilityID] = checking.entries(
      .availability, self[.availability], of: lists, keeping: old?.availability)
    let transport: [TransportID] = checking.entries(
      .transport, self[.transport], of: lists, keeping: old?.transport)
    let capacity = checking.value(.capacity, of: self[.capacity], or: Fault.notANumber) {
      wholeNumber($0.utf8)
    }
    if let capacity, capacity > TypedVolunteer.capacityMax {
      checking.fail(.capacity, .tooMuch(max: "\(TypedVolunteer.capacityMax)"))
    }
    let isActive = checking.yesOrNo(.active, self[.active]) ?? true
    guard let name else { return nil }
    return Volunteer(
      number: number, name: name, phone: phone, email: email, isActive: isActive, areas: areas,
      languages: languages, interests: interests, availability: availability, transport: transport,
      capacity: capacity)
  }
}

/// Adds a volunteer to the scheme.
public struct AddVolunteer: Sendable {
  /// The volunteer, as typed.
  public let typed: TypedVolunteer

  /// A volunteer to be added.
  public init(typed: TypedVolunteer) { self.typed = typed }

  /// A volunteer to be added, of whom no more than this is known.
  public init(name: String, phone: String = "") {
    self.init(typed: TypedVolunteer([.name: name, .phone: phone]))
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists = .empty) throws(Refusal) -> [Fact] {
    var checking = Checking()
    let volunteer = typed.checked(
      number: caseload.nextVolunteerNumber, in: caseload, lists: lists, &checking)
    try checking.finish()
    guard let volunteer else { throw Refusal(.name, .missing) }
    return [.volunteerAdded(volunteer)]
  }
}

/// Amends what is known of a volunteer; what it said before stays to be seen.
public struct AmendVolunteer: Sendable {
  /// The volunteer.
  public let number: VolunteerNumber
  /// The volunteer as they should be, as typed.
  public let typed: TypedVolunteer
  /// Why.
  public let reason: String

  /// An amendment of a volunteer for a reason.
  public init(number: VolunteerNumber, typed: TypedVolunteer, reason: String) {
    self.number = number
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists) throws(Refusal) -> [Fact] {
    guard let old = caseload.volunteers[number] else { throw Refusal(.volunteer, .missing) }
    var checking = Checking()
    let volunteer = typed.checked(number: number, in: caseload, lists: lists, &checking)
    let why = checking.reason(reason)
    try checking.finish()
    guard let volunteer, let why else { throw Refusal(.reason, .missing) }
    if volunteer == old { throw Refusal(.volunteer, .nothingChanged) }
    return [.volunteerAmended(volunteer, why)]
  }
}

/// Yes or no, as typed.
public enum YesOrNo: String, TypedChoice, Hashable, Sendable {
  case yes, no
}

extension Checking {
  /// Whether yes or no was typed; nil where nothing was, or after noting that it was neither.
  mutating func yesOrNo(_ field: Field, _ text: String) -> Bool? {
    let answer: YesOrNo? = value(
      field, of: text, or: { .notOneOf($0, allowed: YesOrNo.words) }, read: YesOrNo.init(typed:))
    return answer.map { $0 == .yes }
  }
}
