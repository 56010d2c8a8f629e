/// A fixed set of words a person may choose from by typing one of them.
public protocol TypedChoice: CaseIterable, RawRepresentable where RawValue == String {}

extension TypedChoice {
  /// Reads one of the words, whatever its capitals, spaces and hyphens: `cancelled-by-family`,
  /// `cancelledByFamily` and `Cancelled by family` are the same; so is any beginning that fits one word only.
  public init?(typed text: some StringProtocol) {
    func bare(_ text: some StringProtocol) -> String { text.lowercased().filter { $0.isLetter } }
    let wanted = bare(text)
    guard !wanted.isEmpty else { return nil }
    let choices = Array(Self.allCases)
    if let exact = choices.first(where: { bare($0.rawValue) == wanted }) {
      self = exact
      return
    }
    let fitting = choices.filter { bare($0.rawValue).hasPrefix(wanted) }
    guard fitting.count == 1, let choice = fitting.first else { return nil }
    self = choice
  }

  /// The words, in their order.
  public static var words: [String] { allCases.map(\.rawValue) }
}

extension Channel: TypedChoice {}
extension VisitOutcomeKind: TypedChoice {}
extension EpisodeStage: TypedChoice {}
extension PersonRole: TypedChoice {}
extension Nation: TypedChoice {}
extension Role: TypedChoice {}
extension CheckInMode: TypedChoice {}
extension CheckInPoint: TypedChoice {}
extension SafeContact: TypedChoice {}
extension ReferralAgreementKind: TypedChoice {}
extension ReferralAnswer: TypedChoice {}
extension ConsentKind: TypedChoice {}
extension ConsentWay: TypedChoice {}
extension HealthReviewKind: TypedChoice {}
extension LevelOfNeed: TypedChoice {}
extension RiskCheckKind: TypedChoice {}
extension SocialCareLevel: TypedChoice {}
