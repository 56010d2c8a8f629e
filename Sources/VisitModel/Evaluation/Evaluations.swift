/// Reviews of a family, what it said of the support, and the letters that were written.
public struct Evaluations: Hashable, Sendable {
  /// Every review, those taken back too, in the order they were entered.
  public internal(set) var reviews: [Record<Review>] = []
  /// What parents said, what was taken back too, in the order it was entered.
  public internal(set) var feedback: [Record<Feedback>] = []
  /// The letters, each with when it was written and by whom.
  public internal(set) var letters: [Version<Letter>] = []

  /// Nothing yet.
  init() {}

  /// The review of that identity.
  public func review(_ id: RecordID) -> Record<Review>? { reviews.first { $0.id == id } }
  /// The feedback of that identity.
  public func feedback(_ id: RecordID) -> Record<Feedback>? { feedback.first { $0.id == id } }
  /// The reviews that stand, by their day.
  public var standingReviews: [Record<Review>] {
    reviews.filter { !$0.isRetracted }.sorted { left, right in
      let (leftDay, rightDay) = (left.current?.day ?? .earliest, right.current?.day ?? .earliest)
      return leftDay != rightDay ? leftDay < rightDay : left.original.stamp < right.original.stamp
    }
  }
  /// The feedback that stands, as it was entered.
  public var standingFeedback: [Record<Feedback>] { feedback.filter { !$0.isRetracted } }

  /// Takes in one more entry.
  mutating func take(_ fact: EvaluationFact, _ kept: KeptEntry) -> Taken {
    switch fact {
    // A family's file corrects its episodes itself.
    case .moveAmended, .moveRetracted: return .known
    case .reviewHeld(let review):
      reviews.append(Record(first: Version(kept, value: review)))
      return .begins
    case .reviewAmended(let amendment, let review): return correctReview(amendment, review, kept)
    case .reviewRetracted(let amendment): return correctReview(amendment, nil, kept)
    case .feedbackGiven(let given):
      feedback.append(Record(first: Version(kept, value: given)))
      return .begins
    case .feedbackAmended(let amendment, let given): return correctFeedback(amendment, given, kept)
    case .feedbackRetracted(let amendment): return correctFeedback(amendment, nil, kept)
    case .letterWritten(let letter):
      letters.append(Version(kept, value: letter))
      return .known
    }
  }

  private mutating func correctReview(_ amendment: Amendment, _ review: Review?, _ kept: KeptEntry) -> Taken {
    guard let place = reviews.firstIndex(where: { $0.id == amendment.record }) else { return .unknown }
    reviews[place].add(Version(kept, value: review, reason: amendment.reason))
    return .known
  }

  private mutating func correctFeedback(
    _ amendment: Amendment, _ given: Feedback?, _ kept: KeptEntry
  ) -> Taken {
    guard let place = feedback.firstIndex(where: { $0.id == amendment.record }) else { return .unknown }
    feedback[place].add(Version(kept, value: given, reason: amendment.reason))
    return .known
  }
}
