/// How a family came to the scheme: who sent them, why, and whether the parent agreed.
public struct Referral: Hashable, Sendable {
  /// The family's episode that it opened.
  public var episode: EpisodeNumber
  /// The day it was received, from which the reply is due.
  public var received: Day
  /// Where it came from, from the scheme's list.
  public var source: ReferralSourceID
  /// Who sent it; empty for a family that came by itself.
  public var referrer: Referrer
  /// Why, in the referrer's words.
  public var reasons: String
  /// The needs that were ticked.
  public var needs: [NeedID]
  /// Who noticed what.
  public var noticed: String
  /// How the parent's agreement is known; nil while it is not.
  public var agreement: ReferralAgreement?

  /// A referral received on a day from a source; all else may follow.
  public init(
    episode: EpisodeNumber, received: Day, source: ReferralSourceID, referrer: Referrer = Referrer(),
    reasons: String = "", needs: [NeedID] = [], noticed: String = "", agreement: ReferralAgreement? = nil
  ) {
    self.episode = episode
    self.received = received
    self.source = source
    self.referrer = referrer
    self.reasons = reasons
    self.needs = needs
    self.noticed = noticed
    self.agreement = agreement
  }

  /// The day by which whoever sent the family is to have an answer.
  public func replyDue(by limits: SchemeLimits) -> Day { received.advanced(by: limits.replyDaysMax) }
}

/// Who sent a family to the scheme.
public struct Referrer: Hashable, Sendable {
  /// The name.
  public var name: String?
  /// Where they work.
  public var agency: String?
  /// A telephone number, as it was given.
  public var phone: String?

  /// A referrer, of whom anything may be unknown.
  public init(name: String? = nil, agency: String? = nil, phone: String? = nil) {
    self.name = name
    self.agency = agency
    self.phone = phone
  }
}

/// How the parent's agreement to a referral is known. Without any of these it cannot be accepted (`domain.md`,
/// "Identification").
public enum ReferralAgreement: Hashable, Sendable {
  /// The parent signed on that day.
  case signed(Day)
  /// The referrer declares that the parent agreed.
  case declared(by: String)
  /// The family asked for support itself.
  case selfReferral
}

/// The kinds of agreement, as they are typed and chosen.
public enum ReferralAgreementKind: String, CaseIterable, Hashable, Sendable {
  case none
  case signed
  case declared
  case selfReferral = "self-referral"
}

extension Optional<ReferralAgreement> {
  /// The kind alone.
  public var kind: ReferralAgreementKind {
    switch self {
    case nil: .none
    case .signed: .signed
    case .declared: .declared
    case .selfReferral: .selfReferral
    }
  }
}

/// Where a referral came from; its entry carries the code of the Department for Education's children in need census
/// (1A to 10).
public struct ReferralSourceID: SchemeListID {
  /// The list of sources.
  public static let list = ListName.referralSources
  /// The id in the list.
  public let rawValue: String
  /// A source by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Why a referral was refused.
public struct RefusalID: SchemeListID {
  /// The list of reasons.
  public static let list = ListName.refusals
  /// The id in the list.
  public let rawValue: String
  /// A reason by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}
