// The commands on outings: setting out, coming home, being later than was thought.

/// Notes that a volunteer sets out to visit a family.
public struct SetOut: Sendable {
  /// The family.
  public let family: FamilyID
  /// The volunteer, as typed; the one matched with the family where nothing is.
  public let volunteer: String
  /// When they left, as typed; now where nothing is.
  public let left: String
  /// When they are expected home, as typed: a time, or how long they will be; worked out from the last visit where
  /// nothing is.
  public let expectedHome: String

  /// A volunteer setting out.
  public init(family: FamilyID, volunteer: String = "", left: String = "", expectedHome: String = "") {
    self.family = family
    self.volunteer = volunteer
    self.left = left
    self.expectedHome = expectedHome
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, now: Moment) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    var volunteer = file.volunteer
    if !trimmedText(self.volunteer).isEmpty {
      volunteer = caseload.volunteer(typed: self.volunteer)
      if volunteer == nil {
        checking.fail(
          .volunteer,
          .noSuchVolunteer(
            self.volunteer, known: caseload.volunteersInOrder.map { "\($0.number) \($0.name)" }))
      }
    } else if volunteer == nil {
      checking.fail(.volunteer, .missing)
    }
    let leftAt = checking.value(.left, of: left, or: Fault.notATime) { TimeOfDay(typed: $0) } ?? now.time
    let begun = Moment(now.day, leftAt)
    if begun > now { checking.fail(.left, .inTheFuture(now.day)) }
    let home = checking.home(expectedHome, after: begun) ?? begun.advanced(byMinutes: file.usualOuting)
    if let volunteer, let other = caseload.outing(of: volunteer) {
      checking.fail(.volunteer, .alreadyOut(volunteer, other.family))
    }
    try checking.finish()
    guard let volunteer else { throw Refusal(.volunteer, .missing) }
    return [.outing(family, .left(Outing(volunteer: volunteer, left: begun, expectedHome: home)))]
  }
}

/// Notes that whoever is out at a family is safely home.
public struct ComeHome: Sendable {
  /// The family.
  public let family: FamilyID
  /// When they came home, as typed; now where nothing is.
  public let at: String

  /// A volunteer coming home from a family.
  public init(family: FamilyID, at: String = "") {
    self.family = family
    self.at = at
  }

  /// The facts to record, one for each who was out there.
  public func facts(in caseload: Caseload, now: Moment) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    let time = checking.value(.homeAt, of: at, or: Fault.notATime) { TimeOfDay(typed: $0) } ?? now.time
    let moment = Moment(now.day, time)
    if moment > now { checking.fail(.homeAt, .inTheFuture(now.day)) }
    try checking.finish()
    let open = file.outings.open
    guard !open.isEmpty else { throw Refusal(.family, .nobodyOut(file.number)) }
    return open.map { .outing(family, .home($0.id, at: moment)) }
  }
}

/// Notes that somebody who is out will be home later than was thought.
public struct ExpectLater: Sendable {
  /// The family.
  public let family: FamilyID
  /// When they are expected home now, as typed.
  public let expectedHome: String
  /// Why.
  public let reason: String

  /// A volunteer who will be later.
  public init(family: FamilyID, expectedHome: String, reason: String) {
    self.family = family
    self.expectedHome = expectedHome
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, now: Moment) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    guard let record = file.outings.open.last, var outing = record.current else {
      throw Refusal(.family, .nobodyOut(file.number))
    }
    var checking = Checking()
    let home = checking.home(expectedHome, after: now)
    if trimmedText(expectedHome).isEmpty { checking.fail(.expectedHome, .missing) }
    let why = checking.reason(reason)
    try checking.finish()
    guard let home, let why else { throw Refusal(.reason, .missing) }
    outing.expectedHome = home
    return [
      .outing(
        family,
        .amended(Amendment(record: record.id, basedOn: record.latest.entry, reason: why), outing))
    ]
  }
}

extension Checking {
  /// When somebody is expected home: a time after a moment (past midnight where it is earlier on the clock), or a length
  /// of time from it.
  fileprivate mutating func home(_ text: String, after begun: Moment) -> Moment? {
    value(.expectedHome, of: text, or: Fault.notATime) { text in
      if let time = TimeOfDay(typed: text),
        text.contains(where: { ":.".contains($0) }) || text.count == 4
          || text.lowercased().hasSuffix("m") && !text.lowercased().hasSuffix("min")
      {
        let moment = Moment(begun.day, time)
        return moment > begun ? moment : Moment(begun.day.advanced(by: 1), time)
      }
      guard let length = Minutes(typed: text), length > .zero, length <= .visitMax else { return nil }
      return begun.advanced(byMinutes: length.count)
    }
  }
}

extension FamilyFile {
  /// How many minutes somebody who visits this family is usually away: the last visit, the way and a quarter of an hour;
  /// three hours where nobody has visited yet.
  public var usualOuting: Int {
    guard let last = lastContact else { return 180 }
    return last.outcome.minutes.count + last.travel.count + 15
  }
}

extension Caseload {
  /// Where a volunteer is out now, if they are.
  public func outing(of volunteer: VolunteerNumber) -> (family: FamilyNumber, outing: Outing)? {
    for family in families.standings {
      if let outing = family.out.first(where: { $0.volunteer == volunteer }) {
        return (family.number, outing)
      }
    }
    return nil
  }
}
