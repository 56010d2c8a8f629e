/// When a family's support is to be looked at again: some weeks after it began, then every so many weeks after the last
/// review (`domain.md`, "Scheme": first 6, then 12).
public struct ReviewDue: Hashable, Sendable {
  /// The day it is due.
  public let day: Day
  /// Whether no review of the episode stands yet.
  public let isFirst: Bool

  /// Whether the day has passed without a review.
  public func isOverdue(on today: Day) -> Bool { day < today }
}

extension ReviewDue {
  /// When an episode's next review is due; nil while no volunteer has begun, and once support has ended.
  ///
  /// - Parameter last: The day of the episode's last review that stands.
  public init?(_ episode: Episode?, last: Day?, by limits: SchemeLimits) {
    guard let episode, let began = episode.reached(.supported) else { return nil }
    switch episode.state.stage {
    case .supported, .paused, .endingPlanned: break
    case .referred, .needsInformation, .refused, .accepted, .assessed, .waiting, .matched, .introduced,
      .ended:
      return nil
    }
    isFirst = last == nil
    day =
      last?.advanced(by: 7 * limits.reviewWeeks) ?? began.advanced(by: 7 * limits.firstReviewWeeks)
  }
}

extension FamilyFile {
  /// When the next review is due.
  public func reviewDue(by limits: SchemeLimits) -> ReviewDue? {
    ReviewDue(episode, last: lastReview, by: limits)
  }

  /// The day of the last review of the episode now.
  public var lastReview: Day? { episode.flatMap { reviews(in: $0.number).last?.day } }

  /// The reviews of an episode that stand, first to last.
  public func reviews(in episode: EpisodeNumber) -> [Review] {
    evaluation.standingReviews.compactMap(\.current).filter { $0.episode == episode }
  }

  /// What the review before a day decided to try next, and when, besides a review that is being amended.
  public func strategy(
    before day: Day, in episode: EpisodeNumber?, besides record: RecordID? = nil
  ) -> (decided: Day, strategy: NextStrategy)? {
    let before = evaluation.standingReviews.last { review in
      review.id != record && review.current?.episode == episode && (review.current?.day ?? .latest) <= day
    }?.current
    guard let before, let strategy = before.overall.strategy else { return nil }
    return (before.day, strategy)
  }
}
