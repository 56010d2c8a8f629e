/// A family that was merged into another, as it is without that.
public struct MergedFamily: Hashable, Sendable {
  /// The merge.
  public let merge: Record<FamilyMerge>
  /// The family's own file.
  public let file: FamilyFile
}

/// Putting one file together from two. Both stay as they are: this is what people see while the merge holds.
extension FamilyFile {
  /// This file with all of another family's in it, as a merge says.
  func joined(by merged: MergedFamily) -> FamilyFile {
    guard let merge = merged.merge.lastSaid else { return self }
    let (other, numbers) = (merged.file, merge.forward)
    var file = self
    file.merged.append(merged)
    if let own = details.said(before: merged.merge.original.stamp) {
      let union = own.joined(by: other.family, numbers)
      file.details = details.adding(Version(merged.merge.original, saying: union))
    }
    file.takeEpisodes(of: other, numbers)
    file.setAsideMoves += other.setAsideMoves.map { $0.renumbered(by: numbers) }
    file.visits = visits.joined(by: other.visits, numbers)
    file.checkIns = checkIns.joined(by: other.checkIns, numbers)
    file.plans = (plans + other.plans).enumerated().sorted {
      ($0.element.made, $0.offset) < ($1.element.made, $1.offset)
    }.map(\.element)
    file.steps = (steps + other.steps).enumerated().sorted {
      ($0.element.stamp, $0.offset) < ($1.element.stamp, $1.offset)
    }.map(\.element)
    file.followUpsDone.formUnion(other.followUpsDone)
    file.background = background.joined(by: other.background, numbers)
    file.assessment = assessment.joined(by: other.assessment, numbers)
    file.outings = outings.joined(by: other.outings)
    file.services = services.joined(by: other.services)
    file.evaluation = evaluation.joined(by: other.evaluation, numbers)
    file.indexes = [:]
    for (place, visit) in file.visits.enumerated() { file.indexes[visit.id] = place }
    for (place, checkIn) in file.checkIns.enumerated() { file.indexes[checkIn.id] = place }
    return file
  }

  /// Takes over another family's episodes: one that is open last, the others by the day they began. No two are open,
  /// since no merge is let through where both families have one.
  private mutating func takeEpisodes(of other: FamilyFile, _ numbers: Renumbering) {
    let own = zip(episodes, episodeLogs).map { (episode: $0, log: $1) }
    let others = zip(other.episodes, other.episodeLogs).map {
      (episode: $0.renumbered(by: numbers), log: $1.renumbered(by: numbers))
    }
    let all = (own + others).enumerated().sorted { left, right in
      let (one, two) = (left.element.episode, right.element.episode)
      let (isClosed, otherIsClosed) = (one.state.stage.isClosed, two.state.stage.isClosed)
      if isClosed != otherIsClosed { return isClosed }
      return (one.began, left.offset) < (two.began, right.offset)
    }.map(\.element)
    episodes = all.map(\.episode)
    episodeLogs = all.map(\.log)
  }
}

extension Episode {
  fileprivate func renumbered(by numbers: Renumbering) -> Episode {
    Episode(moves: moves.map { $0.renumbered(by: numbers) }) ?? self
  }
}

extension EpisodeLog {
  fileprivate func renumbered(by numbers: Renumbering) -> EpisodeLog {
    EpisodeLog(moves: moves.map { $0.renumbered(by: numbers) }, head: head)
  }
}

extension SetAsideMove {
  fileprivate func renumbered(by numbers: Renumbering) -> SetAsideMove {
    SetAsideMove(self, numbers[episode], move?.renumbered(by: numbers))
  }
}

extension Array {
  /// The records of two families in the order they were entered.
  fileprivate func joined<Value: Hashable & Sendable>(with others: [Record<Value>]) -> [Record<Value>]
  where Element == Record<Value> {
    (self + others).enumerated().sorted {
      ($0.element.original.stamp, $0.offset) < ($1.element.original.stamp, $1.offset)
    }.map(\.element)
  }

  fileprivate func joined<Value: Renumbered>(
    by others: [Record<Value>], _ numbers: Renumbering
  ) -> [Record<Value>] where Element == Record<Value> {
    joined(with: others.map { $0.renumbered(by: numbers) })
  }
}

extension Background {
  fileprivate func joined(by other: Background, _ numbers: Renumbering) -> Background {
    var both = self
    both.consents = consents.joined(by: other.consents, numbers)
    both.withdrawals += other.withdrawals
    both.lifeEvents = lifeEvents.joined(by: other.lifeEvents, numbers)
    both.healthReviews = healthReviews.joined(by: other.healthReviews, numbers)
    return both
  }
}

extension AssessmentFile {
  fileprivate func joined(by other: AssessmentFile, _ numbers: Renumbering) -> AssessmentFile {
    var both = self
    both.referrals = referrals.joined(by: other.referrals, numbers)
    both.assessments = assessments.joined(by: other.assessments, numbers)
    both.plans = plans.joined(by: other.plans, numbers)
    both.done.merge(other.done) { own, _ in own }
    return both
  }
}

extension Outings {
  fileprivate func joined(by other: Outings) -> Outings {
    var both = self
    both.all = all.joined(with: other.all)
    both.homes.merge(other.homes) { own, _ in own }
    return both
  }
}

extension ServiceUses {
  fileprivate func joined(by other: ServiceUses) -> ServiceUses {
    var both = self
    both.all = (all + other.all).enumerated().sorted {
      ($0.element.use.original.stamp, $0.offset) < ($1.element.use.original.stamp, $1.offset)
    }.map(\.element)
    return both
  }
}

extension Evaluations {
  fileprivate func joined(by other: Evaluations, _ numbers: Renumbering) -> Evaluations {
    var both = self
    both.reviews = reviews.joined(by: other.reviews, numbers)
    both.feedback = feedback.joined(by: other.feedback, numbers)
    both.letters += other.letters.map { letter in letter.map { $0.renumbered(by: numbers) } }
    both.letters.sort { $0.stamp < $1.stamp }
    return both
  }
}
