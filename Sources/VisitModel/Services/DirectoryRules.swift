// The commands on the directory: adding a service, amending one.

/// A service of the directory as it was typed, field by field.
public struct TypedService: Hashable, Sendable {
  /// What was typed, by field.
  public var texts: [Field: String]

  /// The fields of a service, in the order they are asked.
  public static let fields: [Field] = [
    .organisation, .serviceName, .serviceKind, .tier, .levels, .ages, .areas, .phone, .email, .website,
    .address, .howToRefer, .about, .active,
  ]

  /// A service with nothing typed, or with texts from a form or a file.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// A service on record as it would have been typed, to be amended.
  public init(_ service: ServiceEntry) {
    self.init()
    self[.organisation] = service.organisation
    self[.serviceName] = service.name
    self[.serviceKind] = service.kind?.rawValue ?? ""
    self[.tier] = service.tier?.rawValue ?? ""
    self[.levels] = service.levels.map(\.rawValue).joined(separator: ",")
    self[.ages] = service.ages
    self[.areas] = service.areas.joined(separator: ", ")
    self[.phone] = service.phone
    self[.email] = service.email
    self[.website] = service.website
    self[.address] = service.address
    self[.howToRefer] = service.howToRefer
    self[.about] = service.about
    self[.active] = (service.isActive ? YesOrNo.yes : .no).rawValue
  }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// The service that was typed, once every rule holds.
  func checked(
    number: ServiceNumber, externalID: String, lists: SchemeLists, kept: ServiceKindID?,
    _ checking: inout Checking
  ) -> ServiceEntry? {
    let organisation = checking.line(.organisation, self[.organisation])
    let name = checking.text(.serviceName, self[.serviceName], max: TextLimit.line)
    let kind: ServiceKindID? = checking.entry(
      .serviceKind, self[.serviceKind], of: lists, keeping: kept)
    let tier: ServiceTier? = checking.value(
      .tier, of: self[.tier], or: { .notOneOf($0, allowed: ServiceTier.words) },
      read: ServiceTier.init(typed:))
    var levels: [ProgrammeLevel] = []
    for text in listed(self[.levels]) {
      guard let level = ProgrammeLevel(typed: text) else {
        checking.fail(.levels, .notOneOf(text, allowed: ProgrammeLevel.words))
        continue
      }
      if !levels.contains(level) { levels.append(level) }
    }
    func line(_ field: Field, _ checking: inout Checking) -> String {
      checking.text(field, self[field], max: TextLimit.line) ?? ""
    }
    let email = line(.email, &checking)
    if !email.isEmpty, !email.contains("@") { checking.fail(.email, .notAnEmail(email)) }
    let about = checking.text(.about, self[.about], max: TextLimit.note) ?? ""
    let howToRefer = checking.text(.howToRefer, self[.howToRefer], max: TextLimit.note) ?? ""
    let isActive = checking.yesOrNo(.active, self[.active]) ?? true
    let areas = checking.text(.areas, self[.areas], max: TextLimit.note).map(listed) ?? []
    let service = organisation.map {
      ServiceEntry(
        number: number, organisation: $0, name: name ?? $0, kind: kind, tier: tier,
        ages: line(.ages, &checking), areas: areas, phone: line(.phone, &checking), email: email,
        website: line(.website, &checking), address: line(.address, &checking), about: about,
        howToRefer: howToRefer, levels: levels, externalID: externalID, isActive: isActive)
    }
    return service
  }
}

/// Adds a service to the directory; one that an imported directory knows already is amended instead.
public struct AddService: Sendable {
  /// The service, as typed.
  public let typed: TypedService
  /// What the directory it is taken from calls it; empty for the scheme's own.
  public let externalID: String

  /// A service to be added.
  public init(typed: TypedService, externalID: String = "") {
    self.typed = typed
    self.externalID = externalID
  }

  /// The fact to record; none where an imported service stands as it is.
  public func facts(in caseload: Caseload, lists: SchemeLists) throws(Refusal) -> [Fact] {
    let directory = caseload.directory
    let known = externalID.isEmpty ? nil : directory.inOrder.first { $0.externalID == externalID }
    var checking = Checking()
    let service = typed.checked(
      number: known?.number ?? directory.nextNumber, externalID: externalID, lists: lists, kept: known?.kind,
      &checking)
    if known == nil, let service, let twin = directory.twin(of: service) {
      checking.fail(.serviceName, .alreadyUsed("\(twin.number) \(service.organisation): \(service.name)"))
    }
    try checking.finish()
    guard let service else { throw Refusal(.organisation, .missing) }
    guard let known else { return [.directory(.added(service))] }
    guard service != known, let why = Reason("import") else { return [] }
    return [.directory(.amended(service, why))]
  }
}

/// Amends a service of the directory.
public struct AmendService: Sendable {
  /// The service.
  public let number: ServiceNumber
  /// The service as it should be, as typed.
  public let typed: TypedService
  /// Why.
  public let reason: String

  /// An amendment of a service for a reason.
  public init(number: ServiceNumber, typed: TypedService, reason: String) {
    self.number = number
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists) throws(Refusal) -> [Fact] {
    guard let old = caseload.directory[number] else { throw Refusal(.service, .missing) }
    var checking = Checking()
    let service = typed.checked(
      number: number, externalID: old.externalID, lists: lists, kept: old.kind, &checking)
    if let service, let twin = caseload.directory.twin(of: service) {
      checking.fail(.serviceName, .alreadyUsed("\(twin.number) \(service.organisation): \(service.name)"))
    }
    let why = checking.reason(reason)
    try checking.finish()
    guard let service, let why else { throw Refusal(.reason, .missing) }
    if service == old { throw Refusal(.service, .nothingChanged) }
    return [.directory(.amended(service, why))]
  }
}

extension ServiceDirectory {
  /// Another service of the same organisation and name.
  fileprivate func twin(of service: ServiceEntry) -> ServiceEntry? {
    inOrder.first {
      $0.number != service.number && $0.organisation.lowercased() == service.organisation.lowercased()
        && $0.name.lowercased() == service.name.lowercased() && $0.externalID == service.externalID
    }
  }
}
