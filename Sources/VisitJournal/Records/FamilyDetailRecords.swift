internal import VisitModel

/// Where a family lived before, who else works with it, what social care has to do with it: to and from its box.
extension WireFamilyBox {
  mutating func setDetails(of family: Family) throws(RecordError) {
    if let day = family.movedIn { movedIn = try wireDay(day, "family.moved_in") }
    for former in family.formerAddresses {
      var wire = WireFormerAddress()
      wire.address = former.address
      if let text = former.postcode { wire.postcode = text }
      if let day = former.from { wire.from = try wireDay(day, "former_address.from") }
      wire.until = try wireDay(former.until, "former_address.until")
      formerAddresses.append(wire)
    }
    if let text = family.interpreter { interpreter = text }
    if let text = family.transport { transport = text }
    agencies = family.agencies.map { agency in
      var wire = WireOtherAgency()
      if let text = agency.professional { wire.professional = text }
      if let text = agency.agency { wire.agency = text }
      if let text = agency.role { wire.role = text }
      if let text = agency.phone { wire.phone = text }
      return wire
    }
    for status in family.socialCare {
      var wire = WireSocialCare()
      wire.level = WireSocialCareLevel(status.level)
      if let day = status.since { wire.since = try wireDay(day, "social_care.since") }
      socialCare.append(wire)
    }
  }

  func readDetails(into family: inout Family) throws(RecordError) {
    family.movedIn = hasMovedIn ? try readDay(movedIn, "family.moved_in") : nil
    for wire in formerAddresses {
      guard wire.hasUntil else { throw RecordError(.missing, "former_address.until") }
      family.formerAddresses.append(
        FormerAddress(
          address: wire.address, postcode: wire.hasPostcode ? wire.postcode : nil,
          from: wire.hasFrom ? try readDay(wire.from, "former_address.from") : nil,
          until: try readDay(wire.until, "former_address.until")))
    }
    family.interpreter = hasInterpreter ? interpreter : nil
    family.transport = hasTransport ? transport : nil
    family.agencies = agencies.map { wire in
      OtherAgency(
        professional: wire.hasProfessional ? wire.professional : nil,
        agency: wire.hasAgency ? wire.agency : nil, role: wire.hasRole ? wire.role : nil,
        phone: wire.hasPhone ? wire.phone : nil)
    }
    for wire in socialCare {
      family.socialCare.append(
        SocialCareStatus(
          level: try readChoice(wire.level, "social_care.level"),
          since: wire.hasSince ? try readDay(wire.since, "social_care.since") : nil))
    }
  }
}

extension WireSocialCareLevel: WireChoice {
  init(_ meaning: SocialCareLevel) {
    switch meaning {
    case .none: self = .none
    case .earlyHelp: self = .earlyHelp
    case .childInNeed: self = .childInNeed
    case .childProtection: self = .childProtection
    case .lookedAfter: self = .lookedAfter
    }
  }
}
