/// What a family's file made of an entry.
enum Taken {
  /// The entry is in the file.
  case known
  /// The entry began a record that can be asked for by its identity.
  case begins
  /// The entry is about a record that the reader does not have.
  case unknown
}

/// Taking entries into a family's file, one after the other in the order of their stamps. A family's file depends on
/// the family's own entries alone, so it can be made without any other family's.
extension FamilyFile {
  /// Takes in one more entry about this family. Constant time.
  mutating func take(_ kept: KeptEntry) -> Taken {
    if let step = FamilyStep(kept.entry.fact) { steps.append(Version(kept, value: step)) }
    switch kept.entry.fact {
    case .familyAmended(_, let family, let reason):
      details.add(Version(kept, value: family, reason: reason))
    case .episodeOpened(_, let move): return open(move, kept)
    case .episodeMoved(_, let move): return follow(move, kept)
    case .visitPlanned(_, let plan): plans.append((kept.entry.stamp, plan))
    case .visitRecorded(let visit):
      indexes[kept.entry.id] = visits.count
      visits.append(Record(first: Version(kept, value: visit)))
      return .begins
    case .visitAmended(let amendment, let visit):
      return correctVisit(amendment, Version(kept, value: visit, reason: amendment.reason))
    case .visitRetracted(let amendment, _):
      return correctVisit(amendment, Version(kept, value: nil, reason: amendment.reason))
    case .followUpDone(_, let visit): followUpsDone.insert(visit)
    case .checkInRecorded(let checkIn):
      indexes[kept.entry.id] = checkIns.count
      checkIns.append(Record(first: Version(kept, value: checkIn)))
      return .begins
    case .checkInRetracted(let amendment, _):
      guard let index = indexes[amendment.record], checkIn(amendment.record) != nil else { return .unknown }
      checkIns[index].add(Version(kept, value: nil, reason: amendment.reason))

    case .background(_, let fact): return background.take(fact, kept)

    case .assessment(_, let fact): return assessment.take(fact, kept)

    case .outing(_, let fact): outings.take(fact, kept)

    case .service(_, let fact): services.take(fact, kept)

    case .evaluation(_, .moveAmended(let amendment, let move)): return correctMove(amendment, move, kept)
    case .evaluation(_, .moveRetracted(let amendment, _)): return correctMove(amendment, nil, kept)
    case .evaluation(_, let fact): return evaluation.take(fact, kept)

    case .schemeSet, .memberJoined, .memberLeft, .volunteerAdded, .volunteerAmended, .familyAdded,
      .familyMerged, .mergeUndone,
      .volunteering, .directory, .concern, .wording, .oversight, .sealed:
      // The log's reading puts none of these here; a snapshot that says otherwise must not bring the program down.
      return .unknown
    }
    return .known
  }

  /// The visit of that identity.
  func visit(_ id: RecordID) -> Record<Visit>? {
    guard let index = indexes[id], index < visits.count, visits[index].id == id else { return nil }
    return visits[index]
  }

  /// The check-in of that identity.
  func checkIn(_ id: RecordID) -> Record<CheckIn>? {
    guard let index = indexes[id], index < checkIns.count, checkIns[index].id == id else { return nil }
    return checkIns[index]
  }

  private mutating func correctVisit(_ amendment: Amendment, _ version: Version<Visit>) -> Taken {
    guard let before = visit(amendment.record), let index = indexes[amendment.record] else { return .unknown }
    // What was ticked off is done; another thing to do in its place is not.
    if let what = version.value?.followUp?.what, what != before.lastSaid?.followUp?.what {
      followUpsDone.remove(amendment.record)
    }
    visits[index].add(version)
    return .known
  }
}
