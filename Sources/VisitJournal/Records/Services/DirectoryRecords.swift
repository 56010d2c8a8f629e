internal import VisitModel

/// A change in the scheme's own directory of services. To and from its box.
extension DirectoryFact {
  /// The bytes of its box.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .added(let service): return wireBytes(try WireServiceBox(service))
    case .amended(let service, let reason):
      var box = try WireServiceBox(service)
      box.reason = reason.text
      return wireBytes(box)
    }
  }

  /// The fact from its box.
  init(_ kind: FactKind, box: [UInt8]) throws(RecordError) {
    let wire = try readBox(box, WireServiceBox.self)
    let service = try wire.service()
    self = kind == .serviceAdded ? .added(service) : .amended(service, try readReason(wire.reason))
  }
}

extension WireServiceBox {
  init(_ service: ServiceEntry) throws(RecordError) {
    self.init()
    number = try wireCount(service.number.count, "service.number")
    organisation = service.organisation
    name = service.name
    kind = service.kind?.rawValue ?? ""
    if let group = service.tier { tier = WireServiceTier(group) }
    ages = service.ages
    areas = service.areas
    phone = service.phone
    email = service.email
    website = service.website
    address = service.address
    about = service.about
    howToRefer = service.howToRefer
    levels = service.levels.map(WireProgrammeLevel.init)
    externalID = service.externalID
    isActive = service.isActive
  }

  func service() throws(RecordError) -> ServiceEntry {
    var levels: [VisitModel.ProgrammeLevel] = []
    for level in self.levels { levels.append(try readChoice(level, "service.levels")) }
    return ServiceEntry(
      number: ServiceNumber(try readNumber(number, "service.number")), organisation: organisation, name: name,
      kind: kind.isEmpty ? nil : ServiceKindID(rawValue: kind),
      tier: tier == .unspecified ? nil : try readChoice(tier, "service.tier"), ages: ages, areas: areas,
      phone: phone, email: email, website: website, address: address, about: about, howToRefer: howToRefer,
      levels: levels, externalID: externalID, isActive: isActive)
  }
}

extension WireServiceTier: WireChoice {
  init(_ meaning: VisitModel.ServiceTier) {
    switch meaning {
    case .universal: self = .universal
    case .targeted: self = .targeted
    case .specialist: self = .specialist
    }
  }
}

extension WireProgrammeLevel: WireChoice {
  init(_ meaning: VisitModel.ProgrammeLevel) {
    switch meaning {
    case .online: self = .online
    case .lightTouch: self = .lightTouch
    case .intensive: self = .intensive
    }
  }
}
