// The commands on a family's use of services: pointing it to one, going on, sessions, corrections.

/// A family's use of a service as it was typed, field by field.
public struct TypedServiceUse: Hashable, Sendable {
  /// What was typed, by field.
  public var texts: [Field: String]

  /// The fields of a use, in the order they are asked.
  public static let fields: [Field] = [
    .service, .serviceState, .date, .purpose, .programmeLevel, .infantWork, .safeguardingReason,
  ]

  /// A use with nothing typed, or with texts from a form.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// A use on record as it would have been typed, to be amended.
  public init(_ use: ServiceUse) {
    self.init()
    self[.service] = use.service.description
    self[.serviceState] = use.begun.rawValue
    self[.date] = use.day.description
    self[.purpose] = use.purpose
    self[.programmeLevel] = use.level?.rawValue ?? ""
    self[.infantWork] = use.infantWork?.rawValue ?? ""
    self[.safeguardingReason] = use.safeguardingReason?.text ?? ""
  }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// The use that was typed, once every rule holds.
  func checked(
    of file: FamilyFile, in caseload: Caseload, today: Day, _ checking: inout Checking
  ) -> ServiceUse? {
    let service = caseload.directory.service(typed: self[.service])
    if trimmedText(self[.service]).isEmpty {
      checking.fail(.service, .missing)
    } else if service == nil {
      let known = caseload.directory.inOrder.filter(\.isActive).map {
        "\($0.number) \(caseload.directory.title(of: $0.number))"
      }
      checking.fail(.service, .noSuchService(trimmedText(self[.service]), known: known))
    }
    let begun =
      checking.value(
        .serviceState, of: self[.serviceState],
        or: { .notOneOf($0, allowed: ServiceState.beginnings.map(\.rawValue)) },
        read: { text in ServiceState(typed: text).flatMap { ServiceState.beginnings.contains($0) ? $0 : nil }
        })
      ?? .signposted
    let day = checking.pastDay(.date, self[.date], today: today) ?? today
    let purpose = checking.text(.purpose, self[.purpose], max: TextLimit.line) ?? ""
    let level: ProgrammeLevel? = checking.value(
      .programmeLevel, of: self[.programmeLevel], or: { .notOneOf($0, allowed: ProgrammeLevel.words) },
      read: ProgrammeLevel.init(typed:))
    if let level, let levels = service?.levels, !levels.isEmpty, !levels.contains(level) {
      checking.fail(.programmeLevel, .notOneOf(level.rawValue, allowed: levels.map(\.rawValue)))
    }
    let infantWork: InfantWork? = checking.value(
      .infantWork, of: self[.infantWork], or: { .notOneOf($0, allowed: InfantWork.words) },
      read: InfantWork.init(typed:))
    if infantWork != nil, let kind = service?.kind, kind != .parentInfantTeam {
      checking.fail(.infantWork, .onlyForInfantTeams)
    }
    let safety = checking.text(.safeguardingReason, self[.safeguardingReason], max: TextLimit.note)
      .flatMap(Reason.init)
    guard let service else { return nil }
    if begun == .referred, infantWork != .consultation {
      checking.requireAgreement(of: file, to: service, on: day, orElse: safety)
    }
    return ServiceUse(
      service: service.number, begun: begun, day: day, purpose: purpose, level: level, infantWork: infantWork,
      safeguardingReason: safety)
  }
}

extension Checking {
  /// Refuses a referral that the family has not agreed to, unless somebody's safety is the reason.
  fileprivate mutating func requireAgreement(
    of file: FamilyFile, to service: ServiceEntry, on day: Day, orElse safety: Reason?
  ) {
    if safety != nil || file.agreesToSharing(with: service.organisation, on: day) { return }
    fail(.service, .notAgreed(service.organisation))
  }
}

/// Points a family to a service, or refers it there.
public struct UseService: Sendable {
  /// The family.
  public let family: FamilyID
  /// The use, as typed.
  public let typed: TypedServiceUse

  /// A service to be used by a family.
  public init(family: FamilyID, typed: TypedServiceUse) {
    self.family = family
    self.typed = typed
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    let use = typed.checked(of: file, in: caseload, today: today, &checking)
    if let use,
      file.services.standing.contains(where: { $0.said.service == use.service && !$0.state.isClosed })
    {
      checking.fail(.service, .alreadyUsed(use.service.description))
    }
    try checking.finish()
    guard let use else { throw Refusal(.service, .missing) }
    return [.service(family, .began(use))]
  }
}

/// Takes a family's use of a service on to another state.
public struct MoveService: Sendable {
  /// The family.
  public let family: FamilyID
  /// The use.
  public let record: RecordID
  /// The state, as typed.
  public let state: String
  /// The day, as typed; today where nothing is.
  public let day: String
  /// What became of it, in the family's words.
  public let words: String
  /// Why without the family's agreement, where the step is a referral.
  public let safeguardingReason: String

  /// A use that goes on.
  public init(
    family: FamilyID, record: RecordID, state: String, day: String = "", words: String = "",
    safeguardingReason: String = ""
  ) {
    self.family = family
    self.record = record
    self.state = state
    self.day = day
    self.words = words
    self.safeguardingReason = safeguardingReason
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal that names the states that may follow.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    let (file, used) = try caseload.use(record, of: family)
    var checking = Checking()
    let allowed = used.state.next
    let state: ServiceState? = checking.value(
      .serviceState, of: state, or: { .notOneOf($0, allowed: allowed.map(\.rawValue)) },
      read: ServiceState.init(typed:))
    if trimmedText(self.state).isEmpty { checking.fail(.serviceState, .missing) }
    if let state, !allowed.contains(state) {
      checking.fail(.serviceState, .stepNotAllowed(from: used.state, to: state, allowed: allowed))
    }
    let day = checking.pastDay(.date, self.day, today: today) ?? today
    if day < used.since { checking.fail(.date, .beforeLastMove(used.since)) }
    let words = checking.text(.words, words, max: TextLimit.note) ?? ""
    let safety = checking.text(.safeguardingReason, safeguardingReason, max: TextLimit.note)
      .flatMap(Reason.init)
    if state == .referred, let service = caseload.directory[used.said.service] {
      checking.requireAgreement(of: file, to: service, on: day, orElse: safety)
    }
    try checking.finish()
    guard let state else { throw Refusal(.serviceState, .missing) }
    return [
      .service(
        family,
        .moved(record, ServiceStep(state: state, day: day, words: words, safeguardingReason: safety)))
    ]
  }
}

/// Notes a session of a programme that was offered to a family.
public struct NoteSession: Sendable {
  /// The family.
  public let family: FamilyID
  /// The use.
  public let record: RecordID
  /// The day, as typed; today where nothing is.
  public let day: String
  /// Whether somebody of the family was there, as typed; yes where nothing is.
  public let attended: String

  /// A session of a programme.
  public init(family: FamilyID, record: RecordID, day: String = "", attended: String = "") {
    self.family = family
    self.record = record
    self.day = day
    self.attended = attended
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    let (_, used) = try caseload.use(record, of: family)
    var checking = Checking()
    let day = checking.pastDay(.date, self.day, today: today) ?? today
    let wasAttended = checking.yesOrNo(.attended, attended) ?? true
    if used.sessions.contains(where: { $0.day == day }) {
      checking.fail(.date, .alreadyUsed(day.description))
    }
    if used.state != .attending { checking.fail(.serviceState, .sessionsOnlyAttending(used.state)) }
    try checking.finish()
    return [.service(family, .session(record, ServiceSession(day: day, wasAttended: wasAttended)))]
  }
}

/// Corrects how a family's use of a service began.
public struct AmendServiceUse: Sendable {
  /// The family.
  public let family: FamilyID
  /// The use.
  public let record: RecordID
  /// The use as it should have been, as typed.
  public let typed: TypedServiceUse
  /// Why.
  public let reason: String

  /// A correction of a use for a reason.
  public init(family: FamilyID, record: RecordID, typed: TypedServiceUse, reason: String) {
    self.family = family
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    let (file, used) = try caseload.use(record, of: family)
    var checking = Checking()
    if used.use.isRetracted { checking.fail(.record, .alreadyRetracted) }
    let use = typed.checked(of: file, in: caseload, today: today, &checking)
    let why = checking.reason(reason)
    try checking.finish()
    guard let use, let why else { throw Refusal(.reason, .missing) }
    if use == used.use.current { throw Refusal(.record, .nothingChanged) }
    let amendment = Amendment(record: record, basedOn: used.use.latest.entry, reason: why)
    return [.service(family, .amended(amendment, use))]
  }
}

/// Takes a family's use of a service back: it stays to be seen and counts no more.
public struct RetractServiceUse: Sendable {
  /// The family.
  public let family: FamilyID
  /// The use.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A use to be taken back for a reason.
  public init(family: FamilyID, record: RecordID, reason: String) {
    self.family = family
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    let (_, used) = try caseload.use(record, of: family)
    return [.service(family, .retracted(try used.use.retraction(because: reason)))]
  }
}

extension Caseload {
  fileprivate func use(
    _ record: RecordID, of family: FamilyID
  ) throws(Refusal) -> (FamilyFile, UsedService) {
    guard let file = families[family] else { throw Refusal(.family, .missing) }
    guard let used = file.services.use(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    return (file, used)
  }
}
