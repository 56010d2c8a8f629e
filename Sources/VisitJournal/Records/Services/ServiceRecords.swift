internal import VisitModel

/// A step in a family's use of a service. To and from its box.
extension ServiceFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .began(let use): return wireBytes(try WireServiceUseBox(use, &outer))
    case .amended(let amendment, let use):
      outer.record = amendment.record.rawValue
      var box = try WireServiceUseBox(use, &outer)
      box.reason = amendment.reason.text
      box.basedOn = amendment.basedOn.rawValue
      return wireBytes(box)
    case .moved(let record, let step):
      outer.record = record.rawValue
      outer.day = try wireDay(step.day, "outer.day")
      var box = WireServiceStepBox()
      box.state = WireServiceState(step.state)
      box.words = step.words
      box.safeguardingReason = step.safeguardingReason?.text ?? ""
      return wireBytes(box)
    case .session(let record, let session):
      outer.record = record.rawValue
      outer.day = try wireDay(session.day, "outer.day")
      var box = WireServiceSessionBox()
      box.wasAttended = session.wasAttended
      return wireBytes(box)
    case .retracted(let amendment):
      outer.record = amendment.record.rawValue
      return wireBytes(WireRetractionBox(amendment))
    }
  }

  /// The fact from its two parts.
  init(_ kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .serviceUseMoved:
      let wire = try readBox(box, WireServiceStepBox.self)
      self = .moved(
        try outer.readRecord(),
        ServiceStep(
          state: try readChoice(wire.state, "service.state"), day: try outer.readDay(), words: wire.words,
          safeguardingReason: Reason(wire.safeguardingReason)))
    case .serviceSessionNoted:
      let wire = try readBox(box, WireServiceSessionBox.self)
      self = .session(
        try outer.readRecord(), ServiceSession(day: try outer.readDay(), wasAttended: wire.wasAttended))
    case .serviceUseRetracted: self = .retracted(try outer.readRetraction(box))
    case .serviceUseAmended:
      let wire = try readBox(box, WireServiceUseBox.self)
      let amendment = try outer.readAmendment(
        reason: wire.reason, basedOn: wire.hasBasedOn ? wire.basedOn : nil)
      self = .amended(amendment, try wire.use(outer))
    default: self = .began(try readBox(box, WireServiceUseBox.self).use(outer))
    }
  }
}

extension WireServiceUseBox {
  init(_ use: ServiceUse, _ outer: inout WireOuter) throws(RecordError) {
    self.init()
    outer.day = try wireDay(use.day, "outer.day")
    service = try wireCount(use.service.count, "use.service")
    begun = WireServiceState(use.begun)
    purpose = use.purpose
    if let chosen = use.level { level = WireProgrammeLevel(chosen) }
    if let work = use.infantWork { infantWork = WireInfantWork(work) }
    safeguardingReason = use.safeguardingReason?.text ?? ""
  }

  func use(_ outer: WireOuter) throws(RecordError) -> ServiceUse {
    ServiceUse(
      service: ServiceNumber(try readNumber(service, "use.service")),
      begun: try readChoice(begun, "use.begun"), day: try outer.readDay(), purpose: purpose,
      level: level == .unspecified ? nil : try readChoice(level, "use.level"),
      infantWork: infantWork == .unspecified ? nil : try readChoice(infantWork, "use.infant_work"),
      safeguardingReason: Reason(safeguardingReason))
  }
}

extension WireServiceState: WireChoice {
  init(_ meaning: VisitModel.ServiceState) {
    switch meaning {
    case .signposted: self = .signposted
    case .referred: self = .referred
    case .accepted: self = .accepted
    case .waiting: self = .waiting
    case .attending: self = .attending
    case .completed: self = .completed
    case .declined: self = .declined
    case .droppedOut: self = .droppedOut
    }
  }
}

extension WireInfantWork: WireChoice {
  init(_ meaning: VisitModel.InfantWork) {
    switch meaning {
    case .therapeutic: self = .therapeutic
    case .consultation: self = .consultation
    }
  }
}
