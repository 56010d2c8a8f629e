internal import VisitModel

/// The scheme, its members and its volunteers, to and from their boxes.
extension WireSchemeBox {
  init(_ scheme: Scheme) throws(RecordError) {
    self.init()
    name = scheme.name
    nation = WireNation(scheme.nation)
    let usual = SchemeLimits()
    for (place, limit) in SchemeLimit.allCases.enumerated() {
      // The first four were always written; the later ones only where they differ, as if they had always been there.
      if place >= 4, scheme.limits[keyPath: limit.place] == usual[keyPath: limit.place] { continue }
      self[keyPath: limit.wire.value] = try wireCount(
        scheme.limits[keyPath: limit.place], "scheme.\(limit.rawValue)")
    }
    (code, areas) = (scheme.code, scheme.areas)
    if scheme.mileageRates != MileageRate.usual {
      for rate in scheme.mileageRates { mileageRates.append(try WireMileageRate(rate)) }
    }
    coordinatorPhone = scheme.contacts.coordinatorPhone
    outOfHoursPhone = scheme.contacts.outOfHoursPhone
    safeguardingLead = scheme.contacts.safeguardingLead
    safeguardingPhone = scheme.contacts.safeguardingPhone
    if let approval = scheme.dangerTextsApproval {
      dangerTextsApproval.by = approval.by
      dangerTextsApproval.on = try wireDay(approval.on, "scheme.danger_texts_approval")
    }
  }

  func scheme() throws(RecordError) -> Scheme {
    var scheme = Scheme(name: name, nation: try readChoice(nation, "scheme.nation"))
    for limit in SchemeLimit.allCases where self[keyPath: limit.wire.isThere] {
      scheme.limits[keyPath: limit.place] = Int(self[keyPath: limit.wire.value])
    }
    (scheme.code, scheme.areas) = (code, areas)
    var rates: [MileageRate] = []
    for rate in mileageRates {
      rates.append(
        MileageRate(
          from: try VisitJournal.readDay(rate.from, "scheme.mileage_rates"), perMile: Pence(Int(rate.pence))))
    }
    if !rates.isEmpty { scheme.mileageRates = rates }
    scheme.contacts.coordinatorPhone = coordinatorPhone
    scheme.contacts.outOfHoursPhone = outOfHoursPhone
    scheme.contacts.safeguardingLead = safeguardingLead
    scheme.contacts.safeguardingPhone = safeguardingPhone
    if hasDangerTextsApproval {
      scheme.dangerTextsApproval = Approval(
        by: dangerTextsApproval.by,
        on: try VisitJournal.readDay(dangerTextsApproval.on, "scheme.danger_texts_approval"))
    }
    return scheme
  }
}

extension WireMileageRate {
  fileprivate init(_ rate: MileageRate) throws(RecordError) {
    self.init()
    from = try wireDay(rate.from, "scheme.mileage_rates")
    pence = try wireCount(rate.perMile.count, "scheme.mileage_rates")
  }
}

extension SchemeLimit {
  /// Where the limit stands in the box, and whether it is there.
  fileprivate var wire: (value: WritableKeyPath<WireSchemeBox, UInt32>, isThere: KeyPath<WireSchemeBox, Bool>)
  {
    switch self {
    case .notSeenDaysMax: (\.notSeenDaysMax, \.hasNotSeenDaysMax)
    case .waitingDaysMax: (\.waitingDaysMax, \.hasWaitingDaysMax)
    case .writeUpDaysMax: (\.writeUpDaysMax, \.hasWriteUpDaysMax)
    case .visitIntervalDays: (\.visitIntervalDays, \.hasVisitIntervalDays)
    case .replyDaysMax: (\.replyDaysMax, \.hasReplyDaysMax)
    case .firstReviewWeeks: (\.firstReviewWeeks, \.hasFirstReviewWeeks)
    case .reviewWeeks: (\.reviewWeeks, \.hasReviewWeeks)
    case .concernSeenDaysMax: (\.concernSeenDaysMax, \.hasConcernSeenDaysMax)
    case .concernWrittenHoursMax: (\.concernWrittenHoursMax, \.hasConcernWrittenHoursMax)
    case .supervisionWeeks: (\.supervisionWeeks, \.hasSupervisionWeeks)
    case .vettingYears: (\.vettingYears, \.hasVettingYears)
    case .referencesWanted: (\.referencesWanted, \.hasReferencesWanted)
    case .familiesMax: (\.familiesMax, \.hasFamiliesMax)
    case .idleMinutes: (\.idleMinutes, \.hasIdleMinutes)
    }
  }
}

extension WireMemberBox {
  init(_ member: Member) throws(RecordError) {
    self.init()
    number = try wireCount(member.number.count, "member.number")
    name = member.name
    role = WireMemberRole(member.role)
    if let visitsAs = member.volunteer { volunteer = try wireCount(visitsAs.count, "member.volunteer") }
  }

  func member() throws(RecordError) -> Member {
    Member(
      number: MemberNumber(try readNumber(number, "member.number")), name: name,
      role: try readChoice(role, "member.role"),
      volunteer: hasVolunteer ? VolunteerNumber(Int(volunteer)) : nil)
  }
}

extension WireMemberLeftBox {
  init(_ member: MemberNumber, _ reason: Reason) throws(RecordError) {
    self.init()
    number = try wireCount(member.count, "member.number")
    self.reason = reason.text
  }
}

extension WireVolunteerBox {
  init(_ volunteer: Volunteer, reason: Reason? = nil) throws(RecordError) {
    self.init()
    number = try wireCount(volunteer.number.count, "volunteer.number")
    name = volunteer.name
    if let number = volunteer.phone { phone = number }
    if let address = volunteer.email { email = address }
    isActive = volunteer.isActive
    areas = volunteer.areas
    languages = volunteer.languages
    interests = volunteer.interests
    availability = volunteer.availability.map(\.rawValue)
    transport = volunteer.transport.map(\.rawValue)
    if let families = volunteer.capacity { capacity = try wireCount(families, "volunteer.capacity") }
    self.reason = reason?.text ?? ""
  }

  func volunteer() throws(RecordError) -> Volunteer {
    Volunteer(
      number: VolunteerNumber(try readNumber(number, "volunteer.number")), name: name,
      phone: hasPhone ? phone : nil, email: hasEmail ? email : nil, isActive: isActive, areas: areas,
      languages: languages, interests: interests,
      availability: availability.map(AvailabilityID.init(rawValue:)),
      transport: transport.map(TransportID.init(rawValue:)), capacity: hasCapacity ? Int(capacity) : nil)
  }
}
