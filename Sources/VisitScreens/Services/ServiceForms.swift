import Terminal
import VisitLibrary
import VisitModel

// The forms of the directory, and of a family's use of a service.

extension FormScreen {
  /// Adds a service to the directory.
  static func newService(at desk: Desk) -> FormScreen {
    FormScreen(
      heading: desk.words("newservice.title"), form: Form(serviceFields(TypedService(), at: desk))
    ) { form, desk throws(Refusal) in
      let facts = try AddService(typed: form.typedService).facts(in: desk.caseload, lists: desk.lists)
      return [.recordAndReturn(facts)]
    }
  }

  /// Amends a service of the directory with a reason.
  static func amendService(_ service: ServiceEntry, at desk: Desk) -> FormScreen {
    let typed = TypedService(service)
    let number = service.number
    var fields = serviceFields(typed, at: desk)
    fields.append(.yesOrNo(.active, service.isActive, at: desk))
    fields.append(.line(.reason, at: desk, isRequired: true))
    return FormScreen(
      heading: desk.words(
        "amendservice.title", ["service": "\(number) \(desk.caseload.directory.title(of: number))"]),
      form: Form(fields)
    ) { form, desk throws(Refusal) in
      let facts = try AmendService(
        number: number, typed: form.typedService, reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, lists: desk.lists)
      return [.recordAndReturn(facts)]
    }
  }

  private static func serviceFields(_ typed: TypedService, at desk: Desk) -> [FormField] {
    let kinds = desk.lists.entries(ServiceKindID.self).map {
      ChoiceOption(id: $0.id.rawValue, label: $0.label)
    }
    let tiers = ServiceTier.allCases.map {
      ChoiceOption(id: $0.rawValue, label: desk.words("tier.\($0.rawValue)"))
    }
    let chosen = Set(typed[.levels].split(separator: ",").map(String.init))
    let levels = ProgrammeLevel.allCases.map {
      CheckOption(
        id: $0.rawValue, label: desk.words("level.\($0.wordKey)"), isOn: chosen.contains($0.rawValue))
    }
    return [
      .line(.organisation, typed[.organisation], at: desk, isRequired: true),
      .line(.serviceName, typed[.serviceName], at: desk),
      .choice(
        .serviceKind, kinds, selected: typed[.serviceKind].isEmpty ? nil : typed[.serviceKind], at: desk,
        appearance: .list, width: 30),
      .choice(.tier, tiers, selected: typed[.tier].isEmpty ? nil : typed[.tier], at: desk),
      FormField(
        id: VisitModel.Field.levels.rawValue, label: desk.words.name(of: .levels),
        kind: .checks(ChecksField(levels))),
      .line(.ages, typed[.ages], at: desk, row: 1, width: 18),
      .line(.areas, typed[.areas], at: desk, row: 1, width: 26),
      .line(.phone, typed[.phone], at: desk, row: 2, width: 16),
      .line(.email, typed[.email], at: desk, row: 2, width: 26),
      .line(.website, typed[.website], at: desk), .line(.address, typed[.address], at: desk),
      .text(.howToRefer, typed[.howToRefer], rows: 2, at: desk),
      .text(.about, typed[.about], rows: 3, at: desk),
    ]
  }

  /// Points a family to a service, or refers it there.
  static func useService(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let id = file.id
    return FormScreen(
      heading: desk.words("useservice.title", ["family": desk.title(of: file)]),
      explanation: desk.words("useservice.text"), form: Form(useFields(TypedServiceUse(), at: desk))
    ) { form, desk throws(Refusal) in
      let facts = try UseService(family: id, typed: form.typedServiceUse).facts(
        in: desk.caseload, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Corrects how a family's use of a service began.
  static func amendUse(_ used: UsedService, of file: FamilyFile, at desk: Desk) -> FormScreen {
    let (id, record) = (file.id, used.id)
    return FormScreen(
      heading: desk.words(
        "amenduse.title", ["service": desk.caseload.directory.title(of: used.said.service)]),
      form: Form(
        useFields(TypedServiceUse(used.said), at: desk) + [.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try AmendServiceUse(
        family: id, record: record, typed: form.typedServiceUse, reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  private static func useFields(_ typed: TypedServiceUse, at desk: Desk) -> [FormField] {
    let directory = desk.caseload.directory
    let services = directory.inOrder.filter { $0.isActive || $0.number.description == typed[.service] }.map {
      ChoiceOption(id: $0.number.description, label: "\($0.number) \(directory.title(of: $0.number))")
    }
    let begun = typed[.serviceState].isEmpty ? ServiceState.signposted.rawValue : typed[.serviceState]
    let date = Day(iso: typed[.date]).map(desk.long) ?? desk.long(desk.today)
    return [
      .choice(
        .service, services, selected: typed[.service].isEmpty ? nil : typed[.service], at: desk,
        appearance: .list, width: 44),
      .choice(
        .serviceState,
        ServiceState.beginnings.map {
          ChoiceOption(id: $0.rawValue, label: desk.words("servicestate.\($0.wordKey)"))
        }, selected: begun, at: desk),
      .line(.date, date, at: desk, width: 16), .line(.purpose, typed[.purpose], at: desk),
      .choice(
        .programmeLevel,
        ProgrammeLevel.allCases.map {
          ChoiceOption(id: $0.rawValue, label: desk.words("level.\($0.wordKey)"))
        },
        selected: typed[.programmeLevel].isEmpty ? nil : typed[.programmeLevel], at: desk),
      .choice(
        .infantWork,
        InfantWork.allCases.map {
          ChoiceOption(id: $0.rawValue, label: desk.words("infantwork.\($0.wordKey)"))
        },
        selected: typed[.infantWork].isEmpty ? nil : typed[.infantWork], at: desk),
      .line(
        .safeguardingReason, typed[.safeguardingReason], at: desk,
        hint: desk.words("useservice.safeguarding.hint")),
    ]
  }

  /// Takes a family's use of a service on to another state.
  static func moveService(_ used: UsedService, of file: FamilyFile, at desk: Desk) -> FormScreen {
    let (id, record) = (file.id, used.id)
    let states = used.state.next.map {
      ChoiceOption(id: $0.rawValue, label: desk.words("servicestate.\($0.wordKey)"))
    }
    return FormScreen(
      heading: desk.words(
        "moveservice.title", ["service": desk.caseload.directory.title(of: used.said.service)]),
      explanation: desk.words(
        "moveservice.text",
        ["state": desk.words("servicestate.\(used.state.wordKey)"), "since": desk.long(used.since)]),
      form: Form([
        .choice(.serviceState, states, selected: states.first?.id, at: desk),
        .line(.date, desk.long(desk.today), at: desk, width: 16),
        .text(.words, "", rows: 3, at: desk),
        .line(.safeguardingReason, at: desk, hint: desk.words("useservice.safeguarding.hint")),
      ])
    ) { form, desk throws(Refusal) in
      let facts = try MoveService(
        family: id, record: record, state: form.choice(of: Field.serviceState.rawValue) ?? "",
        day: form.text(of: Field.date.rawValue), words: form.text(of: Field.words.rawValue),
        safeguardingReason: form.text(of: Field.safeguardingReason.rawValue)
      ).facts(in: desk.caseload, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Notes a session of a programme that was offered.
  static func noteSession(_ used: UsedService, of file: FamilyFile, at desk: Desk) -> FormScreen {
    let (id, record) = (file.id, used.id)
    return FormScreen(
      heading: desk.words("session.title", ["service": desk.caseload.directory.title(of: used.said.service)]),
      form: Form([
        .line(.date, desk.long(desk.today), at: desk, width: 16), .yesOrNo(.attended, true, at: desk),
      ])
    ) { form, desk throws(Refusal) in
      let facts = try NoteSession(
        family: id, record: record, day: form.text(of: Field.date.rawValue),
        attended: form.choice(of: Field.attended.rawValue) ?? ""
      ).facts(in: desk.caseload, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Takes a family's use of a service back with a reason.
  static func retractUse(_ used: UsedService, of file: FamilyFile, at desk: Desk) -> FormScreen {
    let (id, record) = (file.id, used.id)
    return FormScreen(
      heading: desk.words(
        "retract.service.title", ["service": desk.caseload.directory.title(of: used.said.service)]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try RetractServiceUse(
        family: id, record: record, reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload)
      return [.recordAndReturn(facts)]
    }
  }
}

extension FormField {
  /// Several lines for a field of a record.
  static func text(_ field: VisitModel.Field, _ text: String, rows: Int, at desk: Desk) -> FormField {
    FormField(
      id: field.rawValue, label: desk.words.name(of: field), kind: .text(TextArea(text: text), rows: rows))
  }
}

extension Form {
  /// The service as it stands in the form.
  var typedService: TypedService {
    TypedService(
      Dictionary(
        uniqueKeysWithValues: TypedService.fields.filter { has($0.rawValue) }.map { ($0, typed($0)) }))
  }

  /// The use of a service as it stands in the form.
  var typedServiceUse: TypedServiceUse {
    TypedServiceUse(Dictionary(uniqueKeysWithValues: TypedServiceUse.fields.map { ($0, typed($0)) }))
  }
}

extension ServiceState {
  /// The state's name in the language file.
  var wordKey: String { rawValue.wordKey }
}

extension ProgrammeLevel {
  /// The level's name in the language file.
  var wordKey: String { rawValue.wordKey }
}

extension InfantWork {
  /// The work's name in the language file.
  var wordKey: String { rawValue.wordKey }
}
