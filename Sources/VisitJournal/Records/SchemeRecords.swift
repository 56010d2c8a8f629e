internal import VisitModel

/// The scheme, its members and its volunteers, to and from their boxes.
extension WireSchemeBox {
  init(_ scheme: Scheme) throws(RecordError) {
    self.init()
    name = scheme.name
    nation = WireNation(scheme.nation)
    notSeenDaysMax = try wireCount(scheme.limits.notSeenDaysMax, "scheme.not_seen_days_max")
    waitingDaysMax = try wireCount(scheme.limits.waitingDaysMax, "scheme.waiting_days_max")
    writeUpDaysMax = try wireCount(scheme.limits.writeUpDaysMax, "scheme.write_up_days_max")
    visitIntervalDays = try wireCount(scheme.limits.visitIntervalDays, "scheme.visit_interval_days")
  }

  func scheme() throws(RecordError) -> Scheme {
    var limits = SchemeLimits()
    if hasNotSeenDaysMax { limits.notSeenDaysMax = Int(notSeenDaysMax) }
    if hasWaitingDaysMax { limits.waitingDaysMax = Int(waitingDaysMax) }
    if hasWriteUpDaysMax { limits.writeUpDaysMax = Int(writeUpDaysMax) }
    if hasVisitIntervalDays { limits.visitIntervalDays = Int(visitIntervalDays) }
    return Scheme(name: name, nation: try readChoice(nation, "scheme.nation"), limits: limits)
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
    isActive = volunteer.isActive
    self.reason = reason?.text ?? ""
  }

  func volunteer() throws(RecordError) -> Volunteer {
    Volunteer(
      number: VolunteerNumber(try readNumber(number, "volunteer.number")), name: name,
      phone: hasPhone ? phone : nil, isActive: isActive)
  }
}
