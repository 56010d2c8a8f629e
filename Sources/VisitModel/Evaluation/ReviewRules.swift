// The commands on reviews: recording one with its scores, amending it, taking it back.

/// Records a review, and the scores that were given with it.
public struct RecordReview: Sendable {
  /// The family.
  public let family: FamilyID
  /// The review as it was typed.
  public let typed: TypedReview
  /// What needs and goals are scored with.
  public let scales: FamilyScales

  /// A review to be recorded; scores typed with it need the scales they belong to.
  public init(family: FamilyID, typed: TypedReview, scales: FamilyScales) {
    self.family = family
    self.typed = typed
    self.scales = scales
  }

  /// The facts to record: check-ins where scores were given, what was ticked off of the plan, and the review.
  public func facts(
    in caseload: Caseload, lists: SchemeLists, as role: Role, today: Day
  ) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    var review: Review?
    var facts: [Fact] = []
    do throws(Refusal) { review = try typed.checked(for: file, lists: lists, today: today) } catch {
      checking.add(error)
    }
    facts += RecordScores(
      family: family,
      typed: TypedScores(person: typed[.person], needs: typed[.answers], goals: typed[.goalAnswers]),
      scales: scales, point: .review, day: typed[.date]
    ).facts(in: caseload, as: role, today: today, &checking)
    for action in listed(typed[.actionsDone]) {
      do throws(Refusal) {
        facts += try TickAction(family: family, action: action, day: typed[.date])
          .facts(in: caseload, today: today)
      } catch {
        for problem in error.problems where problem.field != .date {
          checking.fail(.actionsDone, problem.fault)
        }
      }
    }
    try checking.finish()
    guard let review else { throw Refusal(.overall, .missing) }
    return facts + [.evaluation(family, .reviewHeld(review))]
  }
}

/// Amends a review, leaving every earlier version to be seen.
public struct AmendReview: Sendable {
  /// The review.
  public let record: RecordID
  /// The review as it should have been, as typed.
  public let typed: TypedReview
  /// Why.
  public let reason: String

  /// An amendment of a review for a reason.
  public init(record: RecordID, typed: TypedReview, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let (file, old) = caseload.review(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    var checking = Checking()
    if old.isRetracted { checking.fail(.record, .alreadyRetracted) }
    var amended: Review?
    do throws(Refusal) {
      amended = try typed.checked(for: file, lists: lists, today: today, replacing: old)
    } catch {
      checking.add(error)
    }
    let why = checking.reason(reason)
    try checking.finish()
    guard let amended, let why else { throw Refusal(.reason, .missing) }
    if amended == old.current { throw Refusal(.record, .nothingChanged) }
    let amendment = Amendment(record: record, basedOn: old.latest.entry, reason: why)
    return [.evaluation(file.id, .reviewAmended(amendment, amended))]
  }
}

/// Takes a review back: it stays to be seen, and counts no more.
public struct RetractReview: Sendable {
  /// The review.
  public let record: RecordID
  /// Why.
  public let reason: String

  /// A retraction of a review for a reason.
  public init(record: RecordID, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard let (file, old) = caseload.review(record) else {
      throw Refusal(.record, .noSuchRecord(record.description))
    }
    return [.evaluation(file.id, .reviewRetracted(try old.retraction(because: reason)))]
  }
}

extension Caseload {
  /// The review of that identity, with the family it belongs to.
  public func review(_ id: RecordID) -> (family: FamilyFile, review: Record<Review>)? {
    guard let file = family(holding: id), let review = file.evaluation.review(id) else { return nil }
    return (file, review)
  }
}
