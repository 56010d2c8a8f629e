/// What a family agreed to: one thing at a time, on a day, until it is withdrawn or expires.
public struct Consent: Hashable, Sendable {
  /// What may be done.
  public var scope: ConsentScope
  /// The day it was given.
  public var given: Day
  /// How it was given.
  public var how: ConsentWay
  /// Who of the family gave it.
  public var by: PersonNumber
  /// Who took it, where that was not the author of the entry.
  public var takenBy: String?
  /// The last day it holds, where it was given for a time.
  public var expires: Day?

  /// A consent given on a day by somebody of the family.
  public init(
    scope: ConsentScope, given: Day, how: ConsentWay, by: PersonNumber, takenBy: String? = nil,
    expires: Day? = nil
  ) {
    self.scope = scope
    self.given = given
    self.how = how
    self.by = by
    self.takenBy = takenBy
    self.expires = expires
  }
}

/// What a consent lets the scheme do; each is asked for by itself (`domain.md`, "Consent").
public enum ConsentScope: Hashable, Sendable {
  /// Hold a record of the family.
  case holdRecord
  /// Tell whoever referred the family, and the health visitor, that support goes on.
  case tellReferrer
  /// Share what is needed with one agency, by its name.
  case share(with: String)
  /// Use figures in which the family could be recognised.
  case statistics
  /// Tell the family's story, or show a photograph.
  case story

  /// What it is without the agency.
  public var kind: ConsentKind {
    switch self {
    case .holdRecord: .holdRecord
    case .tellReferrer: .tellReferrer
    case .share: .share
    case .statistics: .statistics
    case .story: .story
    }
  }

  /// The agency it names, where it does.
  public var agency: String? { if case .share(let agency) = self { agency } else { nil } }

  /// Whether it lets the same thing be done: an agency's name counts whatever its capitals and spaces.
  func covers(_ other: ConsentScope) -> Bool {
    guard let agency, let wanted = other.agency else { return kind == other.kind }
    return agency.bareLetters == wanted.bareLetters
  }
}

/// The kinds of consents, as they are typed and chosen.
public enum ConsentKind: String, CaseIterable, Hashable, Sendable {
  case holdRecord = "hold record"
  case tellReferrer = "tell referrer"
  case share, statistics, story
}

/// How a consent was given.
public enum ConsentWay: String, CaseIterable, Hashable, Sendable {
  case signed, spoken, online
}

/// That a consent holds no more: from which day, and what was said.
public struct ConsentWithdrawal: Hashable, Sendable {
  /// The consent, by the entry that gave it.
  public let consent: RecordID
  /// The first day it holds no more.
  public let day: Day
  /// What was said; empty where nothing was.
  public let words: String

  /// A withdrawal of a consent from a day on.
  public init(consent: RecordID, day: Day, words: String = "") {
    self.consent = consent
    self.day = day
    self.words = words
  }
}

extension Background {
  /// Whether something may be done on a day: somebody agreed to it by then, and it was not withdrawn and has not expired.
  public func permits(_ scope: ConsentScope, on day: Day) -> Bool {
    consents.contains { holds($0, on: day) && $0.current?.scope.covers(scope) ?? false }
  }

  /// Whether a family's matters may be shared with an agency on a day, by the agency's name.
  public func permits(sharingWith agency: String, on day: Day) -> Bool {
    permits(.share(with: agency), on: day)
  }

  /// Whether a consent holds on a day.
  public func holds(_ record: Record<Consent>, on day: Day) -> Bool {
    guard let consent = record.current, consent.given <= day else { return false }
    if let expires = consent.expires, expires < day { return false }
    return withdrawal(of: record.id).map { $0.day > day } ?? true
  }

  /// The withdrawal of a consent, where it was withdrawn.
  public func withdrawal(of consent: RecordID) -> ConsentWithdrawal? {
    withdrawals.last { $0.consent == consent }
  }

  /// Consents that have expired, were not withdrawn, and that no later one stands in for; the longest expired first.
  public func expiredConsents(on day: Day) -> [Record<Consent>] {
    consents.filter { record in
      guard let consent = record.current, let expires = consent.expires, expires < day,
        withdrawal(of: record.id) == nil
      else { return false }
      return !permits(consent.scope, on: day)
        && !consents.contains { other in
          guard let later = other.current, other.id != record.id, later.scope.covers(consent.scope) else {
            return false
          }
          return (later.expires ?? .latest) > expires || later.given > consent.given
        }
    }
    .sorted { ($0.current?.expires ?? .latest) < ($1.current?.expires ?? .latest) }
  }
}

extension String {
  /// The letters and digits alone, in small letters.
  var bareLetters: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
