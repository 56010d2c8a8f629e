/// What is done about blanks when a score is worked out. A blank is never counted as nought.
public struct MissingRule: Hashable, Sendable {
  /// The policy.
  public let policy: Policy
  /// The most blanks there may be; more, and there is no score. Nil where the file sets no limit.
  public let missingMax: Int?
  /// The most blanks there may be as a share of the questions; nil where the file sets no limit.
  public let missingShareMax: Hundredths?
  /// Rounding of a raw number that rests on fewer answers than there are questions.
  public let rounding: Rounding
  /// Whether the rule is ours because the instrument's authors publish none.
  public let isOurChoice: Bool

  /// A rule about blanks.
  public init(
    _ policy: Policy, missingMax: Int? = nil, missingShareMax: Hundredths? = nil, rounding: Rounding = .none,
    isOurChoice: Bool = false
  ) {
    self.policy = policy
    self.missingMax = missingMax
    self.missingShareMax = missingShareMax
    self.rounding = rounding
    self.isOurChoice = isOurChoice
  }

  /// The policies of the file format.
  public enum Policy: Hashable, Sendable {
    /// Any blank, and there is no score.
    case complete
    /// The mean of what was answered, times the number of questions.
    case prorate
    /// Only what was answered counts.
    case ignore
    /// This value in place of each blank.
    case substitute(Hundredths)
  }

  /// How a raw number is made whole; `nearest` takes halves away from nought.
  public enum Rounding: String, CaseIterable, Hashable, Sendable {
    case none, nearest, up, down
  }

  /// Whether there is a score with so many answers and so many blanks; never without a single answer.
  func allows(answered: Int, missing: Int) -> Bool {
    guard answered > 0 else { return false }
    guard missing > 0 else { return true }
    if policy == .complete { return false }
    if let missingMax, missing > missingMax { return false }
    if let missingShareMax, missing * 100 > missingShareMax.count * (answered + missing) { return false }
    return true
  }
}
