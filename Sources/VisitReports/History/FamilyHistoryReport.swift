public import VisitModel

/// Everything that was recorded of a family, entry by entry, latest first: who, when, what, why, and what it said before.
/// Concerns are among it as far as the reader of the caseload may see them.
public struct FamilyHistoryReport: Sendable {
  /// The entries, latest first.
  public let entries: [HistoryEntry]

  /// The history of a family.
  public init(_ file: FamilyFile, in caseload: Caseload) {
    var entries = HistoryGathering()
    entries.add(own: file)
    for log in file.episodeLogs {
      for (place, move) in log.moves.enumerated() {
        entries.add(move, place == 0 ? .episodeOpened : .episodeMoved, .moveAmended, .moveRetracted)
      }
    }
    for record in file.visits { entries.add(record, .visitRecorded, .visitAmended, .visitRetracted) }
    for record in file.checkIns {
      entries.add(record, .checkInRecorded, .checkInRetracted, .checkInRetracted)
    }
    entries.add(file.background)
    entries.add(file.assessment)
    entries.add(file.evaluation)
    for used in file.services.all {
      entries.add(used.use, .serviceUseBegan, .serviceUseAmended, .serviceUseRetracted)
    }
    for record in file.outings.all { entries.add(record, .outingBegan, .outingAmended, .outingRetracted) }
    for step in file.steps {
      guard let value = step.value else { continue }
      entries.add(HistoryEntry(step, since: nil, of: value.record, kind: value.kind))
    }
    for concern in caseload.concerns.about(file.id) { entries.add(concern) }
    for merge in caseload.merges(of: file) { entries.add(merge, .familyMerged, .mergeUndone, .mergeUndone) }
    self.entries = entries.all.sorted { $0.stamp > $1.stamp }
  }
}

extension Caseload {
  /// Every merge that a family, or one that is part of it now, had a part in, those taken back too.
  fileprivate func merges(of file: FamilyFile) -> [Record<FamilyMerge>] {
    var known: Set<RecordID> = []
    return parts(of: file.id).flatMap(families.merges.history(of:)).filter { known.insert($0.id).inserted }
  }
}

/// Entries as they are gathered, in no order.
private struct HistoryGathering {
  private(set) var all: [HistoryEntry] = []

  mutating func add(_ entry: HistoryEntry) { all.append(entry) }

  mutating func add<Value>(
    _ record: Record<Value>, _ first: FactKind, _ amended: FactKind, _ retracted: FactKind
  ) {
    var past: Value?
    for (place, version) in record.versions.enumerated() {
      let kind = place == 0 ? first : version.value == nil ? retracted : amended
      add(HistoryEntry(version, since: past, of: record.id, kind: kind))
      past = version.value ?? past
    }
  }

  /// The details of a family, and of those that were merged into it as they were entered of them.
  mutating func add(own file: FamilyFile) {
    // A merge is an entry of its own, and no amendment.
    let merges = Set(file.merged.map(\.merge.id))
    var past: Family?
    for (place, version) in file.details.versions.enumerated() {
      if !merges.contains(version.entry) {
        let kind: FactKind = place == 0 ? .familyAdded : .familyAmended
        add(HistoryEntry(version, since: past, of: nil, kind: kind))
      }
      past = version.value ?? past
    }
    for merged in file.merged { add(own: merged.file) }
  }

  mutating func add(_ background: Background) {
    for record in background.consents { add(record, .consentGiven, .consentAmended, .backgroundRetracted) }
    for record in background.lifeEvents {
      add(record, .lifeEventRecorded, .lifeEventAmended, .backgroundRetracted)
    }
    for record in background.healthReviews {
      add(record, .healthReviewRecorded, .healthReviewAmended, .backgroundRetracted)
    }
  }

  mutating func add(_ assessment: AssessmentFile) {
    for record in assessment.referrals {
      add(record, .referralRecorded, .referralAmended, .assessmentRetracted)
    }
    for record in assessment.assessments {
      add(record, .assessmentRecorded, .assessmentAmended, .assessmentRetracted)
    }
    for record in assessment.plans {
      add(record, .supportPlanMade, .supportPlanAmended, .assessmentRetracted)
    }
  }

  mutating func add(_ evaluation: Evaluations) {
    for record in evaluation.reviews { add(record, .reviewHeld, .reviewAmended, .reviewRetracted) }
    for record in evaluation.feedback { add(record, .feedbackGiven, .feedbackAmended, .feedbackRetracted) }
    for letter in evaluation.letters {
      add(HistoryEntry(letter, since: nil, of: nil, kind: .letterWritten))
    }
  }

  mutating func add(_ concern: ConcernFile) {
    add(concern.details, concern.isCopy ? .concernCopied : .concernRaised, .concernAmended, .concernAmended)
    if let mark = concern.acknowledgement {
      add(HistoryEntry(mark, since: nil, of: concern.id, kind: .concernAcknowledged))
    }
    if let mark = concern.closing {
      add(HistoryEntry(mark, since: nil, of: concern.id, kind: .concernClosed))
    }
    for action in concern.actions { add(action, .concernActed, .concernActionAmended, .concernActionAmended) }
  }
}
