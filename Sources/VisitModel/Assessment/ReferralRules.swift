// The commands on referrals: recording one, correcting it, taking it back, answering it.

/// Records how a family came to the scheme.
public struct RecordReferral: Sendable {
  /// The family.
  public let family: FamilyID
  /// The referral as it was typed.
  public let typed: TypedReferral

  /// A referral to be recorded for a family that is there.
  public init(family: FamilyID, typed: TypedReferral) {
    self.family = family
    self.typed = typed
  }

  /// The facts to record: a family whose support is over gets a new episode with it.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    if let episode = file.episode, !episode.state.stage.isClosed {
      guard file.assessment.referral(of: episode.number) == nil else {
        throw Refusal(.family, .hasReferral)
      }
      let referral = try typed.checked(for: episode.number, lists: lists, today: today)
      return [.assessment(family, .referralRecorded(referral))]
    }
    let number = file.nextEpisode
    let referral = try typed.checked(for: number, lists: lists, today: today)
    return [
      .episodeOpened(family, EpisodeMove(episode: number, state: .referred, day: referral.received)),
      .assessment(family, .referralRecorded(referral)),
    ]
  }
}

/// Adds a family together with the referral it came by.
public struct ReferFamily: Sendable {
  /// The family, and where it stands.
  public let family: AddFamily
  /// The referral as it was typed.
  public let referral: TypedReferral

  /// A family to be added with its referral.
  public init(family: AddFamily, referral: TypedReferral) {
    self.family = family
    self.referral = referral
  }

  /// The facts to record: the family, its first episode, and the referral where one was typed.
  ///
  /// - Throws: A refusal with every problem of both.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    var checking = Checking()
    var facts: [Fact] = []
    do throws(Refusal) {
      facts = try dated.facts(in: caseload, lists: lists, today: today)
    } catch {
      checking.add(error)
    }
    if !referral.isEmpty {
      do throws(Refusal) {
        let checked = try referral.checked(for: EpisodeNumber(1), lists: lists, today: today)
        facts.append(.assessment(family.id, .referralRecorded(checked)))
      } catch {
        checking.add(error)
      }
    }
    try checking.finish()
    return facts
  }

  /// The family, its episode beginning on the day the referral was received where no other day was given.
  private var dated: AddFamily {
    var move = family.move
    if trimmedText(move.day).isEmpty, !referral.isEmpty { move.day = referral[.received] }
    return AddFamily(typed: family.typed, move: move, id: family.id)
  }
}

/// Corrects a referral, or adds to it what was asked for.
public struct AmendReferral: Sendable {
  /// The referral.
  public let record: RecordID
  /// The referral as it should be, as typed.
  public let typed: TypedReferral
  /// Why.
  public let reason: String

  /// An amendment of a referral for a reason.
  public init(record: RecordID, typed: TypedReferral, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record), let old = file.assessment.referral(record),
      let said = old.lastSaid
    else { throw Refusal(.record, .noSuchRecord(record.description)) }
    var checking = Checking()
    var amended: Referral?
    do throws(Refusal) {
      amended = try typed.checked(for: said.episode, lists: lists, today: today, replacing: said)
    } catch {
      checking.add(error)
    }
    let amendment = checking.amendment(of: old, because: reason)
    try checking.finish()
    guard let amended, let amendment else { throw Refusal(.reason, .missing) }
    if amended == old.current { throw Refusal(.record, .nothingChanged) }
    return [.assessment(file.id, .referralAmended(amendment, amended))]
  }
}

extension Checking {
  /// What a correction of a record says of itself; nil after noting that it was taken back or has no reason.
  mutating func amendment<Value>(of record: Record<Value>, because reason: String) -> Amendment? {
    if record.isRetracted { fail(.record, .alreadyRetracted) }
    guard let why = self.reason(reason) else { return nil }
    return Amendment(record: record.id, basedOn: record.latest.entry, reason: why)
  }
}

/// Takes back a referral, an assessment or a plan: it stays to be seen, and counts no more.
public struct RetractAssessment: Sendable {
  /// The record.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A retraction for a reason.
  public init(record: RecordID, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record),
      let amendment = try file.assessment.retraction(of: record, because: reason)
    else { throw Refusal(.record, .noSuchRecord(record.description)) }
    return [.assessment(file.id, .retracted(amendment))]
  }
}
